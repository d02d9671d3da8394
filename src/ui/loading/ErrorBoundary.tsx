import { Component, type ReactNode } from 'react';
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { useText } from '../useText';

const BrokenPart = ({ message, onRetry }: { message: string; onRetry: () => void }) => {
  const t = useText();
  return (
    <EmptyState status="danger" headingLevel="h2" titleText={t('Expose VM could not show this')}>
      <EmptyStateBody>{message}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={onRetry}>
            {t('Try again')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

/** Keeps a fault of ours inside our part: around a tab of the VM page the console has no boundary of its own. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? (
      <BrokenPart message={error.message} onRetry={() => this.setState({ error: undefined })} />
    ) : (
      this.props.children
    );
  }
}
