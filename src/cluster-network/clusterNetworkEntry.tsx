import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Loading } from '../ui/Loading';

const ClusterNetworkPage = lazy(() => import('./ClusterNetworkPage'));

/** The page of the cluster's network, as the console mounts it. */
const ClusterNetworkEntry = () => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ClusterNetworkPage />
    </Suspense>
  </ErrorBoundary>
);

export default ClusterNetworkEntry;
