import { lazy, Suspense, type ComponentProps } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Loading } from '../ui/Loading';

// the console loads every tab's module on every VM page: what is heavy comes only when the tab is opened
const ServicesTab = lazy(() => import('./ServicesTab'));

/** The Services tab of the VM page, as the console mounts it. */
const ServicesTabDoor = (props: ComponentProps<typeof ServicesTab>) => (
  <ErrorBoundary>
    <Suspense fallback={<Loading />}>
      <ServicesTab key={props.obj?.metadata?.name} {...props} />
    </Suspense>
  </ErrorBoundary>
);

export default ServicesTabDoor;
