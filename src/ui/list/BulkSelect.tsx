import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle, MenuToggleCheckbox } from '@patternfly/react-core';
import { useText } from '../useText';

interface BulkSelectProps {
  /** how many rows are selected, on all pages */
  readonly selected: number;
  /** how many rows the page shows */
  readonly shown: number;
  readonly isPageSelected: boolean;
  readonly onSelectPage: (isSelected: boolean) => void;
  readonly onSelectNone: () => void;
}

/** The checkbox of a list's toolbar: it selects what is shown, says how many are selected, and clears the selection. */
export const BulkSelect = ({ selected, shown, isPageSelected, onSelectPage, onSelectNone }: BulkSelectProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      toggle={(toggle) => (
        <MenuToggle
          ref={toggle}
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          aria-label={t('Selection')}
          splitButtonItems={[
            <MenuToggleCheckbox
              key="page"
              id="select-page"
              aria-label={t('Select page')}
              isDisabled={shown === 0}
              // null shows that some rows are selected
              isChecked={isPageSelected || (selected > 0 ? null : false)}
              onChange={() => onSelectPage(!isPageSelected)}
            >
              {selected > 0 && t('{{selected}} selected', { selected })}
            </MenuToggleCheckbox>,
          ]}
        />
      )}
    >
      <DropdownList>
        <DropdownItem isDisabled={selected === 0} onClick={onSelectNone}>
          {t('Select none')}
        </DropdownItem>
        <DropdownItem isDisabled={shown === 0} onClick={() => onSelectPage(true)}>
          {t('Select page ({{shown}})', { shown })}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
