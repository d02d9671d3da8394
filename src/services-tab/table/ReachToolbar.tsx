import type { ReactNode } from 'react';
import {
  Pagination,
  SearchInput,
  ToggleGroup,
  ToggleGroupItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { verdictCountText } from '../../ui/text/verdictText';
import { useText } from '../../ui/useText';
import { StatusIcon, VERDICT_LOOKS } from '../../ui/verdict/StatusIcon';
import type { countsOf, Filter } from './reachOrder';

/** Shorter lists need no search. */
const SEARCHED_FROM = 6;
/** How many rows are on a page; a list that fits on one has no pages. */
const PER_PAGE = [20, 50, 100];
export const FIRST_PAGE = { page: 1, perPage: 20 };

export interface ReachPage {
  readonly page: number;
  readonly perPage: number;
}

interface ReachToolbarProps extends ReachPage {
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
  readonly onPage: (page: ReachPage) => void;
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
            <ToggleGroup isCompact aria-label={filterLabel}>
              {counts.map(({ verdict, count: of }) => (
                <ToggleGroupItem
                  key={verdict}
                  icon={<StatusIcon look={VERDICT_LOOKS[verdict]} />}
                  text={isTight ? of : verdictCountText(t, verdict, of)}
                  aria-label={verdictCountText(t, verdict, of)}
                  isSelected={filter.verdict === verdict}
                  onChange={() => choose(verdict)}
                />
              ))}
            </ToggleGroup>
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
        {hasPages && <Pages {...props} />}
      </ToolbarContent>
    </Toolbar>
  );
};

const Pages = ({ pagesLabel, count, page, perPage, onPage }: ReachToolbarProps) => {
  const t = useText();
  return (
    <ToolbarItem variant="pagination">
      <Pagination
        isCompact
        itemCount={count}
        page={page}
        perPage={perPage}
        perPageOptions={PER_PAGE.map((value) => ({ title: String(value), value }))}
        onSetPage={(_event, next) => onPage({ page: next, perPage })}
        onPerPageSelect={(_event, next) => onPage({ page: 1, perPage: next })}
        // the numbers stand for themselves: no words are put around them, which no other language has in that order
        toggleTemplate={({ firstIndex, lastIndex, itemCount }) => (
          <>{t('{{first}}–{{last}} of {{total}}', { first: firstIndex, last: lastIndex, total: itemCount })}</>
        )}
        titles={{
          items: '',
          perPageSuffix: '',
          itemsPerPage: t('Rows per page'),
          optionsToggleAriaLabel: t('Rows per page'),
          paginationAriaLabel: pagesLabel,
          toPreviousPageAriaLabel: t('Previous page'),
          toNextPageAriaLabel: t('Next page'),
        }}
      />
    </ToolbarItem>
  );
};
