import { lazy, Suspense, type ComponentProps } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Loading } from '../ui/Loading';

// the console loads every tab's module on every VM page: both doors are one file, and what is heavy comes when a tab is opened
const ServicesTab = lazy(() => import('./ServicesTab'));
const ServiceVms = lazy(() => import('./ServiceVms'));

/** The Services tab of the VM page, as the console mounts it. */
export const ServicesTabDoor = (props: ComponentProps<typeof ServicesTab>) => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ServicesTab key={props.obj?.metadata?.name} {...props} />
    </Suspense>
  </ErrorBoundary>
);

/** The tab Virtual machines of the Service page, as the console mounts it. */
export const ServiceVmsDoor = (props: ComponentProps<typeof ServiceVms>) => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ServiceVms key={props.obj?.metadata?.uid} {...props} />
    </Suspense>
  </ErrorBoundary>
);
