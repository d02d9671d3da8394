import { Pagination, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useText } from '../ui/useText';

/** Lists up to this length need no search and no pagination. */
const SEARCHED_FROM = 11;
/** How many rows are on a page; a list that fits on one has no pages. */
const PER_PAGE = [20, 50, 100];
export const FIRST_PAGE = { page: 1, perPage: 20 };

export interface ReachPage {
  readonly page: number;
  readonly perPage: number;
}

interface ReachToolbarProps extends ReachPage {
  /** what is listed, for example `Services` */
  readonly items: string;
  /** how many rows exist, and how many of them match the search */
  readonly total: number;
  readonly count: number;
  readonly wanted: string;
  readonly onWant: (typed: string) => void;
  readonly onPage: (page: ReachPage) => void;
}

/** Search and pagination above a long list; nothing above a short one. */
export const ReachToolbar = ({ items, total, count, page, perPage, wanted, onWant, onPage }: ReachToolbarProps) => {
  const t = useText();
  if (total < SEARCHED_FROM) return null;
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label={t('Search by name, address, or port')}
            placeholder={t('Find')}
            value={wanted}
            onChange={(_event, typed) => onWant(typed)}
            onClear={() => onWant('')}
          />
        </ToolbarItem>
        {total > FIRST_PAGE.perPage && (
          <ToolbarItem variant="pagination">
            <Pagination
              isCompact
              itemCount={count}
              page={page}
              perPage={perPage}
              perPageOptions={PER_PAGE.map((value) => ({ title: String(value), value }))}
              onSetPage={(_event, next) => onPage({ page: next, perPage })}
              onPerPageSelect={(_event, next) => onPage({ page: 1, perPage: next })}
              titles={{
                items,
                itemsPerPage: t('{{items}} on a page', { items }),
                ofWord: t('of'),
                perPageSuffix: t('on a page'),
                optionsToggleAriaLabel: t('How many {{items}} are on a page', { items }),
                paginationAriaLabel: t('Pages of {{items}}', { items }),
                toPreviousPageAriaLabel: t('Previous page'),
                toNextPageAriaLabel: t('Next page'),
              }}
            />
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
};
