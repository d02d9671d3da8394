import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { DocumentTitle } from '../console-parts/DocumentTitle';

/** HttpError of the SDK, as far as it matters here. */
interface WithCode extends Error {
  code?: number;
}

/** In place of a page whose object cannot be shown. */
export function WatchFailure({ error, what }: { error: WithCode; what: string }): JSX.Element {
  const isGone = error.code === 404;
  const isForbidden = error.code === 403;
  const title = isGone ? '404: Page Not Found' : isForbidden ? 'Restricted access' : 'Something went wrong';
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <EmptyState
        data-test={isGone ? 'not-found' : isForbidden ? 'restricted' : 'watch-failure'}
        headingLevel="h1"
        titleText={title}
      >
        <EmptyStateBody>
          {isGone
            ? `${what} was not found.`
            : isForbidden
              ? `You do not have the right to see ${what}.`
              : `${what} could not be loaded.`}
          <br />
          {error.message}
        </EmptyStateBody>
      </EmptyState>
    </>
  );
}
