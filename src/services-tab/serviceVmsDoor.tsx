import { lazy, Suspense, type ComponentProps } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Loading } from '../ui/Loading';

const ServiceVms = lazy(() => import('./ServiceVms'));

/** The tab Virtual machines of the Service page, as the console mounts it. */
const ServiceVmsDoor = (props: ComponentProps<typeof ServiceVms>) => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ServiceVms key={props.obj?.metadata?.uid} {...props} />
    </Suspense>
  </ErrorBoundary>
);

export default ServiceVmsDoor;
