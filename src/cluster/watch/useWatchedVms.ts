import { useMemo } from 'react';
import {
  nameOf,
  type EndpointSlice,
  type Kind,
  type Pod,
  type Service,
  type VirtualMachine,
  type VirtualMachineInstance,
} from '../../domain/k8s/objects';
import { seenVmsOf } from '../../domain/kubevirt/seenVms';
import { useServedKind } from '../ask/useServedKind';
import { MODELS } from '../port/models';
import { listOf, useWatched } from './useWatched';
import { vmPodsOf } from './useVmPods';
import type { WatchedVms } from './watchedVms';

/** The VMs by name; a Map, because a name such as `constructor` is a name like any other. */
const byName = (vms: readonly VirtualMachine[]): ReadonlyMap<string, VirtualMachine> =>
  new Map(vms.map((vm) => [nameOf(vm), vm]));

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
    const found = byName(all.data ?? []);
    const vms = names.flatMap((name) => found.get(name) ?? []);
    return {
      loaded: (isAsked && isSettled) || served === 'absent',
      hasKubeVirt: served === 'served',
      vms: seenVmsOf(vms, { instances: instances.data, pods: pods.data }),
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
