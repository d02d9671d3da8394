import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { Loading } from '../../ui/Loading';

const ExposeVmPage = lazy(() => import('./ExposeVmPage'));

/** The wizard's page, as the console mounts it. */
const ExposeVmEntry = () => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ExposeVmPage />
    </Suspense>
  </ErrorBoundary>
);

export default ExposeVmEntry;
