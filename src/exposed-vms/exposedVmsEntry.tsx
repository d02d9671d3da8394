import { ErrorBoundary } from '../ui/loading/ErrorBoundary';
import { lazyPart } from '../ui/loading/lazyPart';

const ExposedVmsPage = lazyPart(() => import('./ExposedVmsPage'));

/** The page Exposed VMs, as the console mounts it. */
const ExposedVmsEntry = () => (
  <ErrorBoundary>
    <ExposedVmsPage />
  </ErrorBoundary>
);

export default ExposedVmsEntry;
