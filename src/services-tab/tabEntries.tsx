import { lazy, Suspense, type ComponentProps } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Loading } from '../ui/Loading';

// the console loads this module on every VM page, so both entries share one small file and load the tabs on demand
const ServicesTab = lazy(() => import('./ServicesTab'));
const ServiceVms = lazy(() => import('./ServiceVms'));

/** The Services tab of the VM page, as the console mounts it. */
export const ServicesTabEntry = (props: ComponentProps<typeof ServicesTab>) => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ServicesTab key={props.obj?.metadata?.name} {...props} />
    </Suspense>
  </ErrorBoundary>
);

/** The tab Virtual machines of the Service page, as the console mounts it. */
export const ServiceVmsEntry = (props: ComponentProps<typeof ServiceVms>) => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ServiceVms key={props.obj?.metadata?.uid} {...props} />
    </Suspense>
  </ErrorBoundary>
);
