import type { EndpointSlice, Service } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import type { Seen, SeenVm } from '../../domain/k8s/seen';

/**
 * The live state of one or several VMs of a namespace. `loaded` turns true once every read has answered, be it with a
 * failure.
 */
export interface WatchedVms {
  readonly loaded: boolean;
  readonly hasKubeVirt: boolean;
  /**
   * in the order of the names; one is left out while loading, when there is none, or when it may not be read: `missing`
   * and `vmFailure` say which
   */
  readonly vms: readonly SeenVm[];
  /** names of which it is known that there is no such VM */
  readonly missing: readonly string[];
  readonly services: readonly Service[] | undefined;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  readonly vmFailure?: Failure;
  /** why it is not known what runs the VMs; a VM without a VMI is no failure */
  readonly instancesFailure?: Failure;
  readonly podsFailure?: Failure;
  readonly servicesFailure?: Failure;
  readonly slicesFailure?: Failure;
}

/** The VM of a page that is about one; undefined as long as it is not there. */
export const vmOf = ({ vms }: WatchedVms): SeenVm | undefined => vms[0];

/**
 * What watched VMs give to plan with; lists that could not be read count as empty, the API server decides in the end.
 */
export const seenOf = (namespace: string, { vms, services, endpointSlices }: WatchedVms): Seen => ({
  namespace,
  vms,
  services: services ?? [],
  endpointSlices: endpointSlices ?? [],
});
