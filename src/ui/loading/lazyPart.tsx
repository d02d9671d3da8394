import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { loadPart } from '../../host/loadPart';
import { Loading } from './Loading';
import { ReloadButton } from './ReloadButton';
import { useText } from '../useText';

interface PartModule<Props> {
  readonly default: ComponentType<Props>;
}

const NotLoaded = ({ message, onRetry }: { message: string; onRetry: () => void }) => {
  const t = useText();
  return (
    <EmptyState
      role="alert"
      status="warning"
      headingLevel="h2"
      titleText={t('This part of Expose VM could not be loaded')}
    >
      <EmptyStateBody>
        <p>{t('If Expose VM was updated while this page was open, reload the page.')}</p>
        <p>{message}</p>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ReloadButton />
          <Button variant="link" onClick={onRetry}>
            {t('Try again')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

/**
 * A component that is fetched when it is first shown. Unlike React.lazy, which keeps a failed import for the life of
 * the page, it can be fetched again, and says when only loading the page again helps.
 * @param fetchPart imports the module whose default export is the component
 * @param whileLoading what stands in its place until it is there
 */
export function lazyPart<Props extends object>(
  fetchPart: () => Promise<PartModule<Props>>,
  whileLoading: ReactElement | null = <Loading />,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [failure, setFailure] = useState<string>();
    const isWanted = Part === undefined && failure === undefined;
    useEffect(() => {
      if (!isWanted) return undefined;
      let isCurrent = true;
      loadPart(fetchPart).then(
        (module) => {
          loaded = module.default;
          if (isCurrent) setPart(() => module.default);
        },
        (error: unknown) => isCurrent && setFailure(error instanceof Error ? error.message : String(error)),
      );
      return () => {
        isCurrent = false;
      };
    }, [isWanted]);
    if (Part) return <Part {...props} />;
    if (failure === undefined) return whileLoading;
    return <NotLoaded message={failure} onRetry={() => setFailure(undefined)} />;
  };
}
