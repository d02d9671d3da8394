import { ErrorBoundary } from '../../ui/loading/ErrorBoundary';
import { lazyPart } from '../../ui/loading/lazyPart';

const ExposeVmPage = lazyPart(() => import('./ExposeVmPage'));

/** The wizard's page, as the console mounts it. */
const ExposeVmEntry = () => (
  <ErrorBoundary>
    <ExposeVmPage />
  </ErrorBoundary>
);

export default ExposeVmEntry;
