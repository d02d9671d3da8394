import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { Link } from '@generation/router';
import { DocumentTitle } from '../console-parts/DocumentTitle';

/** No page of the stand-in or of a plugin has this address. */
export function NotFoundPage(): JSX.Element {
  return (
    <>
      <DocumentTitle>404: Page Not Found</DocumentTitle>
      <EmptyState data-test="page-not-found" headingLevel="h1" titleText="404: Page Not Found">
        <EmptyStateBody>
          No page has this address. <Link to="/">Go to the VirtualMachines</Link>
        </EmptyStateBody>
      </EmptyState>
    </>
  );
}
