import { useMemo, useState } from 'react';
import { useK8sModel, type WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import { uidOf, type EndpointSlice, type Kind, type Pod, type Service, type VirtualMachine, type VirtualMachineInstance } from '../domain/objects';
import type { Failure } from '../domain/progress';
import type { Seen, SeenVm } from '../domain/seen';
import { gvkOf } from './models';
import { listOf, useWatched } from './watched';

/** One VM's live state. `loaded` turns true once every read has answered, be it with a failure. */
export interface WatchedVm {
  readonly loaded: boolean;
  readonly hasKubeVirt: boolean;
  /** undefined while loading, when there is none, or when it may not be read: `vmFailure` says which */
  readonly vm: SeenVm | undefined;
  readonly services: readonly Service[] | undefined;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  readonly vmFailure?: Failure;
  readonly podsFailure?: Failure;
  readonly servicesFailure?: Failure;
  readonly slicesFailure?: Failure;
}

/**
 * Watches a VM, what runs it, and the namespace's Services and EndpointSlices. VM and VMI are asked for by the very query
 * of the stock VM page, which the console shares, so there they cost nothing.
 */
export function useWatchedVm(namespace: string, name: string): WatchedVm {
  const [model, modelsInFlight] = useK8sModel(gvkOf('VirtualMachine'));
  // without a name the page is still being filled: an empty namespace would mean all of them
  const isAsked = Boolean(model && namespace && name);
  const one = (kind: Kind): WatchK8sResource | null => (isAsked ? { groupVersionKind: gvkOf(kind), namespace, name } : null);
  const vm = useWatched<VirtualMachine>(one('VirtualMachine'));
  const instance = useWatched<VirtualMachineInstance>(one('VirtualMachineInstance'));
  // a single-object watch keeps a deleted VMI until its next poll; the VM's own status knows better
  const vmi = vm.data?.status?.created ? instance.data : undefined;
  const uid = uidOf(vmi);
  const pods = useWatched<Pod[]>(uid ? { ...listOf('Pod', namespace), selector: { matchLabels: { 'kubevirt.io/created-by': uid } } } : null);
  const services = useWatched<Service[]>(isAsked ? listOf('Service', namespace) : null);
  const slices = useWatched<EndpointSlice[]>(isAsked ? listOf('EndpointSlice', namespace) : null);
  const isSettled = [vm, instance, pods, services, slices].every((watched) => watched.isSettled);
  const [hasSettled, setHasSettled] = useState(false);
  // a new VMI means a new query for its pods: once shown, a page is not taken away for that
  if (isSettled && isAsked && !hasSettled) setHasSettled(true);
  return useMemo(
    () => ({
      loaded: hasSettled || (!modelsInFlight && !model),
      hasKubeVirt: Boolean(model),
      vm: vm.data && { vm: vm.data, ...(vmi ? { vmi } : {}), pods: pods.data ?? [], ...(uid && !pods.data ? { arePodsUnknown: true } : {}) },
      services: services.data,
      endpointSlices: slices.data,
      ...(vm.failure ? { vmFailure: vm.failure } : {}),
      ...(pods.failure ? { podsFailure: pods.failure } : {}),
      ...(services.failure ? { servicesFailure: services.failure } : {}),
      ...(slices.failure ? { slicesFailure: slices.failure } : {}),
    }),
    [vm, vmi, uid, pods, services, slices, model, modelsInFlight, hasSettled],
  );
}

/** What a watched VM gives to plan with; lists that could not be read count as empty, the API server decides in the end. */
export const seenOf = (namespace: string, { vm, services, endpointSlices }: WatchedVm): Seen => ({
  namespace,
  vms: vm ? [vm] : [],
  services: services ?? [],
  endpointSlices: endpointSlices ?? [],
});
