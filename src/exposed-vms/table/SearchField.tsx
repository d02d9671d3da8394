import { useEffect, useState } from 'react';
import {
  InputGroup,
  InputGroupItem,
  MenuToggle,
  SearchInput,
  Select,
  SelectList,
  SelectOption,
} from '@patternfly/react-core';
import { NO_FILTER, SEARCH_SCOPES, type SearchScope } from '../../domain/exposed/filters';
import { scopeText, searchHint } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';
import type { FilterProps } from './filterProps';

/** The list follows when a person pauses for so long: what is typed shows immediately, however long the list is. */
const PAUSE_MILLISECONDS = 150;

/** What to search for, and where. */
export const SearchField = ({ filter, onFilter }: FilterProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const hint = searchHint(t, filter.scope);
  // what the list has not followed yet
  const [typed, setTyped] = useState<string>();
  const [known, setKnown] = useState(filter);
  if (known !== filter) {
    setKnown(filter);
    // who clears all filters means what was typed, too
    if (filter === NO_FILTER) setTyped(undefined);
  }
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      setTyped(undefined);
      onFilter({ ...filter, typed });
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, filter, onFilter]);
  return (
    <InputGroup>
      <InputGroupItem>
        <Select
          isOpen={isOpen}
          selected={filter.scope}
          onOpenChange={setOpen}
          onSelect={(_event, scope) => {
            onFilter({ ...filter, scope: scope as SearchScope });
            setOpen(false);
          }}
          toggle={(toggle) => (
            <MenuToggle ref={toggle} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} aria-label={t('Search in')}>
              {scopeText(t, filter.scope)}
            </MenuToggle>
          )}
        >
          <SelectList aria-label={t('Search in')}>
            {SEARCH_SCOPES.map((scope) => (
              <SelectOption key={scope} value={scope}>
                {scopeText(t, scope)}
              </SelectOption>
            ))}
          </SelectList>
        </Select>
      </InputGroupItem>
      <InputGroupItem isFill>
        <SearchInput
          aria-label={hint}
          placeholder={hint}
          value={typed ?? filter.typed}
          onChange={(_event, next) => setTyped(next)}
          onClear={() => {
            setTyped(undefined);
            onFilter({ ...filter, typed: '' });
          }}
        />
      </InputGroupItem>
    </InputGroup>
  );
};
