import { lazy, Suspense, type ComponentProps } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Loading } from '../ui/Loading';

// the console loads every tab's module on every VM page: both entries share one small file; the tabs themselves load when opened
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
