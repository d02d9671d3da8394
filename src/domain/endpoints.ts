import type { Endpoint, EndpointSlice, Service } from './objects';
import { labelsOf, nameOf, uidOf } from './objects';
import type { SeenVm } from './seen';
import { livePods } from './seen';

/** The EndpointSlices of a Service. Source: discovery.k8s.io/v1, label `kubernetes.io/service-name`. */
export const slicesOf = (service: Service, slices: readonly EndpointSlice[]): EndpointSlice[] =>
  slices.filter(
    (slice) =>
      labelsOf(slice)['kubernetes.io/service-name'] === nameOf(service) &&
      slice.metadata?.namespace === service.metadata?.namespace,
  );

/** All addresses of a VM's live pods and of its VMI's interfaces. */
export function addressesOf(seen: SeenVm): Set<string> {
  const ofPods = livePods(seen).flatMap((pod) => (pod.status?.podIPs ?? []).map(({ ip }) => ip));
  const ofVmi = (seen.vmi?.status?.interfaces ?? []).flatMap((nic) => [nic.ipAddress, ...(nic.ipAddresses ?? [])]);
  return new Set([...ofPods, ...ofVmi].filter((ip): ip is string => Boolean(ip)));
}

/** True when the endpoint is this VM: by the pod's uid first, else (hand-made slices) by an address it has. */
export function isEndpointOf(endpoint: Endpoint, seen: SeenVm): boolean {
  const uid = endpoint.targetRef?.uid;
  if (uid) return livePods(seen).some((pod) => uidOf(pod) === uid);
  const addresses = addressesOf(seen);
  return endpoint.addresses.some((address) => addresses.has(address));
}

/** The endpoints of a Service that are this VM. */
export const endpointsOf = (service: Service, seen: SeenVm, slices: readonly EndpointSlice[]): Endpoint[] =>
  slicesOf(service, slices).flatMap((slice) => (slice.endpoints ?? []).filter((endpoint) => isEndpointOf(endpoint, seen)));

/** An endpoint takes traffic unless it says that it is not ready; absent means unknown, which consumers read as ready. */
export const takesTraffic = (endpoint: Endpoint): boolean => endpoint.conditions?.ready !== false;
