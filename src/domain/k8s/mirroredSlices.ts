import { managerOf } from './endpoints';
import type { EndpointSlice, Service } from './objects';
import { slicesNaming } from './sliceIndex';

/** Label of a mirrored EndpointSlice: the name of its Service. */
export const MIRRORED_SERVICE_KEY = 'k8s.ovn.org/service-name';

/**
 * The slices with the addresses of a user-defined network that OVN-Kubernetes mirrors from a Service's own. They carry
 * a label key of their own, so that nothing else takes them for the Service's (ovn-kubernetes,
 * user-defined-networks.md).
 */
export const mirroredSlicesOf = (service: Service, slices: readonly EndpointSlice[]): EndpointSlice[] =>
  slicesNaming(service, slices, MIRRORED_SERVICE_KEY).filter(
    (slice) => managerOf(slice) === 'endpointslice-mirror-controller.k8s.ovn.org',
  );
