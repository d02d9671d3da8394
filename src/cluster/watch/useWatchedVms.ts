import { CREATED_BY_KEY } from '../../domain/k8s/labelKeys';
import { useMemo } from 'react';
import {
  labelsOf,
  nameOf,
  uidOf,
  type EndpointSlice,
  type Kind,
  type Pod,
  type Service,
  type VirtualMachine,
  type VirtualMachineInstance,
} from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { useServedKind } from '../ask/useServedKind';
import { MODELS } from '../port/models';
import { listOf, useWatched } from './useWatched';
import { vmPodsOf } from './useVmPods';
import type { WatchedVms } from './watchedVms';

/** What the lists of a namespace hold of what runs its VMs; undefined where a list could not be read. */
interface Running {
  readonly instances: readonly VirtualMachineInstance[] | undefined;
  readonly pods: readonly Pod[] | undefined;
}

/** The objects of those names; a Map, because a name such as `constructor` is a name like any other. */
const byName = <T extends VirtualMachine | VirtualMachineInstance>(
  objects: readonly T[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, T> =>
  new Map(objects.filter((object) => names.has(nameOf(object))).map((object) => [nameOf(object), object]));

/** Pods by the VMI that they run, which KubeVirt writes into the label `kubevirt.io/created-by`. */
function podsByVmi(pods: readonly Pod[]): ReadonlyMap<string, readonly Pod[]> {
  const found = new Map<string, Pod[]>();
  for (const pod of pods) {
    const uid = labelsOf(pod)[CREATED_BY_KEY];
    if (uid) found.set(uid, [...(found.get(uid) ?? []), pod]);
  }
  return found;
}

function toSeenVms(vms: readonly VirtualMachine[], { instances, pods }: Running): SeenVm[] {
  const vmis = byName(instances ?? [], new Set(vms.map(nameOf)));
  const podsOf = podsByVmi(pods ?? []);
  return vms.map((vm) => {
    const vmi = vmis.get(nameOf(vm));
    // without the VMIs only the VM's status tells whether there is something to know
    const arePodsUnknown = vmi ? !pods : !instances && vm.status?.created === true;
    return {
      vm,
      ...(vmi ? { vmi } : {}),
      pods: podsOf.get(uidOf(vmi) ?? '') ?? [],
      ...(arePodsUnknown ? { arePodsUnknown } : {}),
    };
  });
}

/**
 * Watches several VMs of a namespace, what runs them, and the namespace's Services and EndpointSlices, by lists: their
 * number does not grow with the number of VMs. Pods are those that run VMs, never all: unlike a query for the uids of
 * the VMIs, this one stays the same while VMs restart, so that no pod is unknown in between.
 * @param names the same array as long as the VMs are the same
 */
export function useWatchedVms(namespace: string, names: readonly string[]): WatchedVms {
  const served = useServedKind(MODELS.VirtualMachine);
  // an empty namespace would mean all of them
  const isAsked = served === 'served' && namespace !== '' && names.length > 0;
  const list = (kind: Kind) => (isAsked ? listOf(kind, namespace) : null);
  const all = useWatched<VirtualMachine[]>(list('VirtualMachine'));
  const instances = useWatched<VirtualMachineInstance[]>(list('VirtualMachineInstance'));
  const pods = useWatched<Pod[]>(isAsked ? vmPodsOf(namespace) : null);
  const services = useWatched<Service[]>(list('Service'));
  const slices = useWatched<EndpointSlice[]>(list('EndpointSlice'));
  const isSettled = [all, instances, pods, services, slices].every((watched) => watched.isSettled);
  return useMemo(() => {
    const found = byName(all.data ?? [], new Set(names));
    const vms = names.flatMap((name) => found.get(name) ?? []);
    return {
      loaded: (isAsked && isSettled) || served === 'absent',
      hasKubeVirt: served === 'served',
      vms: toSeenVms(vms, { instances: instances.data, pods: pods.data }),
      missing: all.data ? names.filter((name) => !found.has(name)) : [],
      services: services.data,
      endpointSlices: slices.data,
      ...(all.failure ? { vmFailure: all.failure } : {}),
      ...(instances.failure ? { instancesFailure: instances.failure } : {}),
      ...(pods.failure ? { podsFailure: pods.failure } : {}),
      ...(services.failure ? { servicesFailure: services.failure } : {}),
      ...(slices.failure ? { slicesFailure: slices.failure } : {}),
    };
  }, [all, instances, pods, services, slices, names, isAsked, isSettled, served]);
}
