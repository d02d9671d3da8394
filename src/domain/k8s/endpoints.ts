import { SLICE_SERVICE_KEY } from './labelKeys';
import type { Endpoint, EndpointSlice, Service } from './objects';
import { labelsOf, uidOf } from './objects';
import type { SeenVm } from './seen';
import { livePods } from './seen';
import { slicesNaming } from './sliceIndex';

/** The EndpointSlices of a Service. Source: discovery.k8s.io/v1, label `kubernetes.io/service-name`. */
export const slicesOf = (service: Service, slices: readonly EndpointSlice[]): readonly EndpointSlice[] =>
  slicesNaming(service, slices, SLICE_SERVICE_KEY);

/** All addresses of a VM's live pods and of its VMI's interfaces. */
export function addressesOf(seen: SeenVm): Set<string> {
  const ofPods = livePods(seen).flatMap((pod) => (pod.status?.podIPs ?? []).map(({ ip }) => ip));
  const ofVmi = (seen.vmi?.status?.interfaces ?? []).flatMap((nic) => [nic.ipAddress, ...(nic.ipAddresses ?? [])]);
  return new Set([...ofPods, ...ofVmi].filter((ip): ip is string => Boolean(ip)));
}

/**
 * By what an endpoint is known to be a VM, and which ones of a slice are: worked out once for as long as both are as
 * they are.
 */
interface Known {
  readonly uids: ReadonlySet<string | undefined>;
  readonly addresses: ReadonlySet<string>;
  readonly bySlice: WeakMap<EndpointSlice, readonly Endpoint[]>;
}
const knownVms = new WeakMap<SeenVm, Known>();

function knownOf(seen: SeenVm): Known {
  const found = knownVms.get(seen);
  if (found) return found;
  const known = {
    uids: new Set(livePods(seen).map(uidOf)),
    addresses: addressesOf(seen),
    bySlice: new WeakMap<EndpointSlice, readonly Endpoint[]>(),
  };
  knownVms.set(seen, known);
  return known;
}

/** True when the endpoint is this VM: by the pod's uid first, else (hand-made slices) by an address it has. */
function isEndpointOf({ targetRef, addresses: own }: Endpoint, { uids, addresses }: Known): boolean {
  return targetRef?.uid ? uids.has(targetRef.uid) : own.some((address) => addresses.has(address));
}

/** The endpoints of one slice that are this VM. */
export function endpointsIn(slice: EndpointSlice, seen: SeenVm): readonly Endpoint[] {
  const known = knownOf(seen);
  const found = known.bySlice.get(slice) ?? (slice.endpoints ?? []).filter((endpoint) => isEndpointOf(endpoint, known));
  known.bySlice.set(slice, found);
  return found;
}

/** The endpoints of a Service that are this VM. */
export const endpointsOf = (service: Service, seen: SeenVm, slices: readonly EndpointSlice[]): Endpoint[] =>
  slicesOf(service, slices).flatMap((slice) => endpointsIn(slice, seen));

/**
 * An endpoint takes traffic unless it says that it is not ready; absent means unknown, which consumers read as ready.
 */
export const takesTraffic = (endpoint: Endpoint): boolean => endpoint.conditions?.ready !== false;

/** Who keeps a slice says so in this label. */
export const MANAGED_BY_KEY = 'endpointslice.kubernetes.io/managed-by';
/** Who keeps slices up to date by itself: Kubernetes, and OVN-Kubernetes for user-defined networks. */
const CONTROLLERS = /^endpointslice-(mirror-)?controller\.k8s\./;

/** Who keeps a slice; '' for one that was made by hand. */
export const managerOf = (slice: EndpointSlice): string => labelsOf(slice)[MANAGED_BY_KEY] ?? '';

/** True for a slice that no controller keeps in step with the selector and the pods. */
export const isKeptByHand = (slice: EndpointSlice): boolean => !CONTROLLERS.test(managerOf(slice));
