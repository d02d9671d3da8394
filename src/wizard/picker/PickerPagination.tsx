import { Pagination } from '@patternfly/react-core';
import { useText } from '../../ui/useText';

const PER_PAGE = [10, 20, 50, 100];

/** The page of a long list that is shown. */
export interface Page {
  readonly page: number;
  readonly perPage: number;
}

interface PickerPaginationProps extends Page {
  readonly count: number;
  readonly onChange: (page: Page) => void;
}

/** PatternFly's pagination with this plugin's words. */
export const PickerPagination = ({ count, page, perPage, onChange }: PickerPaginationProps) => {
  const t = useText();
  return (
    <Pagination
      itemCount={count}
      page={page}
      perPage={perPage}
      perPageOptions={PER_PAGE.map((value) => ({ title: t('{{value}} per page', { value }), value }))}
      toggleTemplate={({ firstIndex, lastIndex }) => (
        <>{t('{{first}}–{{last}} of {{total}}', { first: firstIndex, last: lastIndex, total: count })}</>
      )}
      onSetPage={(_event, next) => onChange({ page: next, perPage })}
      // back to the first page: with another page size the shown rows move
      onPerPageSelect={(_event, next) => onChange({ page: 1, perPage: next })}
      isCompact
      titles={{
        perPageSuffix: '',
        optionsToggleAriaLabel: t('VMs per page'),
        paginationAriaLabel: t('Pages of virtual machines'),
        toPreviousPageAriaLabel: t('Previous page'),
        toNextPageAriaLabel: t('Next page'),
      }}
    />
  );
};
