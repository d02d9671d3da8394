import { labelsOf, nameOf, type EndpointSlice, type Service } from './objects';

/**
 * The slices with the addresses of a user-defined network that OVN-Kubernetes mirrors from a Service's own. They carry
 * a label key of their own, so that nothing else takes them for the Service's (ovn-kubernetes,
 * user-defined-networks.md).
 */
export const mirroredSlicesOf = (service: Service, slices: readonly EndpointSlice[]): EndpointSlice[] =>
  slices.filter(
    (slice) =>
      labelsOf(slice)['k8s.ovn.org/service-name'] === nameOf(service) &&
      labelsOf(slice)['endpointslice.kubernetes.io/managed-by'] === 'endpointslice-mirror-controller.k8s.ovn.org' &&
      slice.metadata?.namespace === service.metadata?.namespace,
  );
