import type { ComponentProps } from 'react';
import { ErrorBoundary } from '../ui/loading/ErrorBoundary';
import { lazyPart } from '../ui/loading/lazyPart';

// the console loads this module on every VM page, so both entries share one small file and load the tabs on demand
const ServicesTab = lazyPart(() => import('./ServicesTab'));
const ServiceVms = lazyPart(() => import('./ServiceVms'));

/** The Services tab of the VM page, as the console mounts it. */
export const ServicesTabEntry = (props: ComponentProps<typeof ServicesTab>) => (
  <ErrorBoundary>
    <ServicesTab key={props.obj?.metadata?.name} {...props} />
  </ErrorBoundary>
);

/** The tab Virtual machines of the Service page, as the console mounts it. */
export const ServiceVmsEntry = (props: ComponentProps<typeof ServiceVms>) => (
  <ErrorBoundary>
    <ServiceVms key={props.obj?.metadata?.uid} {...props} />
  </ErrorBoundary>
);
