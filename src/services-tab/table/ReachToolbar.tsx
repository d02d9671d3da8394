import type { ReactNode } from 'react';
import { SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { FIRST_PAGE, Pages, type ListPage } from '../../ui/list/Pages';
import { useText } from '../../ui/useText';
import { StatusFilter } from '../../ui/verdict/StatusFilter';
import type { countsOf, Filter } from './reachOrder';

/** Shorter lists need no search. */
const SEARCHED_FROM = 6;

interface ReachToolbarProps extends ListPage {
  /** names the filters by status and the pages, for screen readers */
  readonly filterLabel: string;
  readonly pagesLabel: string;
  /** how many rows exist, and how many of them are shown with the filter */
  readonly total: number;
  readonly count: number;
  /** of all rows */
  readonly counts: ReturnType<typeof countsOf>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onPage: (page: ListPage) => void;
  /** what stands at the end, for example the button of the page's main action */
  readonly action?: ReactNode;
  /** true where there is room for the number of a filter, but not for its words */
  readonly isTight: boolean;
}

/** Above a list: how many rows have which status, each a filter; search and pages once it is long; the main action. */
export const ReachToolbar = (props: ReachToolbarProps) => {
  const { filterLabel, total, count, counts, filter, onFilter, action, isTight } = props;
  const t = useText();
  const hasSearch = total >= SEARCHED_FROM;
  const hasFilters = counts.length > 1 || filter.verdict !== undefined;
  const hasPages = count > FIRST_PAGE.perPage;
  if (!hasSearch && !hasFilters && !action) return null;
  const choose = (verdict: Verdict) =>
    onFilter({ ...filter, verdict: filter.verdict === verdict ? undefined : verdict });
  return (
    <Toolbar inset={{ default: 'insetNone' }}>
      <ToolbarContent>
        {hasFilters && (
          <ToolbarItem>
            <StatusFilter
              label={filterLabel}
              counts={counts}
              chosen={filter.verdict === undefined ? [] : [filter.verdict]}
              onToggle={choose}
              isTight={isTight}
            />
          </ToolbarItem>
        )}
        {hasSearch && (
          <ToolbarItem>
            <SearchInput
              aria-label={t('Search by name, address, or port')}
              placeholder={t('Search by name, address, or port')}
              value={filter.typed}
              onChange={(_event, typed) => onFilter({ ...filter, typed })}
              onClear={() => onFilter({ ...filter, typed: '' })}
            />
          </ToolbarItem>
        )}
        {action && <ToolbarItem align={{ default: 'alignEnd' }}>{action}</ToolbarItem>}
        {hasPages && (
          <ToolbarItem variant="pagination">
            <Pages {...props} label={props.pagesLabel} />
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
};
