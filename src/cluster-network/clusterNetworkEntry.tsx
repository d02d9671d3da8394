import { ErrorBoundary } from '../ui/loading/ErrorBoundary';
import { lazyPart } from '../ui/loading/lazyPart';

const ClusterNetworkPage = lazyPart(() => import('./ClusterNetworkPage'));

/** The page of the cluster's network, as the console mounts it. */
const ClusterNetworkEntry = () => (
  <ErrorBoundary>
    <ClusterNetworkPage />
  </ErrorBoundary>
);

export default ClusterNetworkEntry;
