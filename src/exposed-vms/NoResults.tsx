import { Button, EmptyState, EmptyStateActions, EmptyStateFooter } from '@patternfly/react-core';
import { useText } from '../ui/useText';

/** Stands in the place of the table when the filter takes no row. */
const NoResults = ({ onClear }: { readonly onClear: () => void }) => {
  const t = useText();
  return (
    <EmptyState headingLevel="h2" titleText={t('No results found')}>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {t('Clear all filters')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

export default NoResults;
