import { SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { MAX_VMS, MAX_VMS_EACH } from '../../domain/draft/vmNames';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposeEachPath, exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { BulkSelect } from '../../ui/list/BulkSelect';
import { PickerPagination, type Page } from './PickerPagination';

interface PickerToolbarProps {
  readonly wanted: string;
  readonly onWant: (typed: string) => void;
  readonly page: Page;
  /** how many VMs match the search */
  readonly count: number;
  readonly onPage: (page: Page) => void;
  /** absent when all projects are shown: VMs cannot be selected then */
  readonly namespace?: string;
  /** names of the rows that are shown */
  readonly shownNames: readonly string[];
  readonly pickedNames: readonly string[];
  readonly presets: string;
  readonly onPick: (names: readonly string[], isPicked: boolean) => void;
}

/** Above the picker's table, in one line: selection, search, the button for the selected VMs, and pagination. */
export const PickerToolbar = ({
  wanted,
  onWant,
  page,
  count,
  onPage,
  namespace,
  shownNames,
  pickedNames,
  presets,
  onPick,
}: PickerToolbarProps) => {
  const t = useText();
  const picked = pickedNames.length;
  return (
    <Toolbar>
      <ToolbarContent alignItems="center">
        {namespace && (
          <ToolbarItem>
            <BulkSelect
              selected={picked}
              shown={shownNames.length}
              isPageSelected={shownNames.length > 0 && shownNames.every((name) => pickedNames.includes(name))}
              onSelectPage={(isSelected) => onPick(shownNames, isSelected)}
              onSelectNone={() => onPick(pickedNames, false)}
            />
          </ToolbarItem>
        )}
        <ToolbarItem>
          <SearchInput
            aria-label={t('Search by name')}
            placeholder={t('Search by name')}
            value={wanted}
            onChange={(_event, value) => onWant(value)}
            onClear={() => onWant('')}
          />
        </ToolbarItem>
        {namespace && (
          <ToolbarItem aria-live="polite">
            {picked > MAX_VMS_EACH && t('Select up to {{most}} VMs.', { most: MAX_VMS_EACH })}
            {picked > 0 && picked <= MAX_VMS_EACH && (
              // one Service takes fewer VMs than a run with one for each
              <ButtonLink
                to={withQuery((picked > MAX_VMS ? exposeEachPath : exposePath)(namespace, ...pickedNames), presets)}
              >
                {t('Expose {{count}} VMs', { count: picked })}
              </ButtonLink>
            )}
          </ToolbarItem>
        )}
        <ToolbarItem variant="pagination">
          <PickerPagination {...page} count={count} onChange={onPage} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};
