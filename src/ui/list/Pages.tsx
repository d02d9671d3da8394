import { Pagination } from '@patternfly/react-core';
import { useText } from '../useText';

/** How many rows are on a page; a list that fits on one has no pages. */
const PER_PAGE = [20, 50, 100];
export const FIRST_PAGE = { page: 1, perPage: 20 };

/** The page of a long list that is shown. */
export interface ListPage {
  readonly page: number;
  readonly perPage: number;
}

interface PagesProps extends ListPage {
  /** names them for screen readers */
  readonly label: string;
  /** how many rows there are */
  readonly count: number;
  readonly onPage: (page: ListPage) => void;
}

/** PatternFly's pagination of a list, with this plugin's words. */
export const Pages = ({ label, count, page, perPage, onPage }: PagesProps) => {
  const t = useText();
  return (
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
        paginationAriaLabel: label,
        toPreviousPageAriaLabel: t('Previous page'),
        toNextPageAriaLabel: t('Next page'),
      }}
    />
  );
};
