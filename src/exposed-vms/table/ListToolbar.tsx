import { useCallback, type ReactNode } from 'react';
import { Button, Switch, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { isFiltered, NO_FILTER, type ExposedFilter, type statusCounts } from '../../domain/exposed/filters';
import type { ListedRow } from '../../domain/exposed/listedRow';
import type { Column } from '../../domain/exposed/rowOrder';
import type { ListState } from '../../domain/exposed/urlState';
import { useElementId } from '../../host/useElementId';
import { BulkSelect } from '../../ui/list/BulkSelect';
import { Pages } from '../../ui/list/Pages';
import { StatusFilter } from '../../ui/verdict/StatusFilter';
import { useText } from '../../ui/useText';
import { ColumnsButton } from './ColumnsButton';
import { ExportCsv } from './ExportCsv';
import { FilterMenu } from './FilterMenu';
import { SearchField } from './SearchField';

interface ListToolbarProps {
  readonly state: ListState;
  readonly onState: (change: Partial<ListState>) => void;
  readonly counts: ReturnType<typeof statusCounts>;
  /** how many rows the filter takes */
  readonly count: number;
  /** the page that is shown, and its rows */
  readonly page: number;
  readonly shown: readonly ListedRow[];
  /** all rows that the filter takes */
  readonly listed: readonly ListedRow[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
  readonly onSelectNone: () => void;
  readonly chosenColumns: readonly Column[];
  readonly onColumns: (columns: readonly Column[]) => void;
  /** true where there is room for numbers, but not for their words */
  readonly isTight: boolean;
  /** what is done to selected rows */
  readonly children: ReactNode;
}

/** Above the list: counts that filter, selection, filters, search, and what is done with rows. */
export const ListToolbar = ({
  state,
  onState,
  counts,
  count,
  page,
  shown,
  listed,
  selected,
  onSelect,
  onSelectNone,
  chosenColumns,
  onColumns,
  isTight,
  children,
}: ListToolbarProps) => {
  const t = useText();
  const switchId = useElementId();
  const { filter, showsNotExposed, perPage } = state;
  const filterBy = useCallback((next: ExposedFilter) => onState({ filter: next }), [onState]);
  const keys = shown.map(({ key }) => key);
  return (
    <>
      {counts.length > 0 && (
        <StatusFilter
          label={t('Filter Services by status')}
          counts={counts}
          chosen={filter.statuses}
          onToggle={(verdict) => {
            const others = filter.statuses.filter((status) => status !== verdict);
            const statuses = others.length < filter.statuses.length ? others : [...others, verdict];
            onState({ filter: { ...filter, statuses } });
          }}
          isTight={isTight}
        />
      )}
      <Toolbar inset={{ default: 'insetNone' }} className="pf-v6-u-mt-sm">
        <ToolbarContent alignItems="center">
          <ToolbarItem>
            <BulkSelect
              selected={selected.size}
              shown={keys.length}
              isPageSelected={keys.length > 0 && keys.every((key) => selected.has(key))}
              onSelectPage={(isSelected) => onSelect(keys, isSelected)}
              onSelectNone={onSelectNone}
            />
          </ToolbarItem>
          <ToolbarItem>
            <FilterMenu filter={filter} onFilter={filterBy} />
          </ToolbarItem>
          <ToolbarItem>
            <SearchField filter={filter} onFilter={filterBy} />
          </ToolbarItem>
          {isFiltered(filter) && (
            <ToolbarItem>
              <Button variant="link" onClick={() => onState({ filter: NO_FILTER })}>
                {t('Clear all filters')}
              </Button>
            </ToolbarItem>
          )}
          <ToolbarItem>
            <Switch
              id={switchId}
              label={t('Show VMs that are not exposed')}
              isChecked={showsNotExposed}
              onChange={(_event, isOn) => onState({ showsNotExposed: isOn })}
            />
          </ToolbarItem>
          <ToolbarItem>{children}</ToolbarItem>
          <ToolbarItem>
            <ExportCsv rows={listed} columns={chosenColumns} />
          </ToolbarItem>
          <ToolbarItem>
            <ColumnsButton shown={chosenColumns} onColumns={onColumns} />
          </ToolbarItem>
          <ToolbarItem variant="pagination">
            <Pages
              label={t('Pages of the list')}
              count={count}
              page={page}
              perPage={perPage}
              onPage={(next) => onState(next)}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
    </>
  );
};
