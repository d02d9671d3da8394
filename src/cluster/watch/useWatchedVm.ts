import { CREATED_BY_KEY } from '../../domain/k8s/labelKeys';
import { useMemo, useState } from 'react';
import type { WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import {
  uidOf,
  type EndpointSlice,
  type Kind,
  type Pod,
  type Service,
  type VirtualMachine,
  type VirtualMachineInstance,
} from '../../domain/k8s/objects';
import { useServedKind } from '../ask/useServedKind';
import { gvkOf, MODELS } from '../port/models';
import { listOf, useWatched } from './useWatched';
import type { WatchedVms } from './watchedVms';

/**
 * Watches a VM, what runs it, and the namespace's Services and EndpointSlices. VM and VMI are asked for by the very
 * query of the stock VM page, which the console shares, so there they cost nothing.
 */
export function useWatchedVm(namespace: string, name: string): WatchedVms {
  const served = useServedKind(MODELS.VirtualMachine);
  // without a name the page is still being filled: an empty namespace would mean all of them
  const isAsked = served === 'served' && namespace !== '' && name !== '';
  const one = (kind: Kind): WatchK8sResource | null =>
    isAsked ? { groupVersionKind: gvkOf(kind), namespace, name } : null;
  const vm = useWatched<VirtualMachine>(one('VirtualMachine'));
  const instance = useWatched<VirtualMachineInstance>(one('VirtualMachineInstance'));
  // a single-object watch keeps a deleted VMI until its next poll; the VM's own status knows better
  const vmi = vm.data?.status?.created ? instance.data : undefined;
  const uid = uidOf(vmi);
  // a VM that does not run has no VMI; any other failure leaves open what runs it
  const instancesFailure = instance.failure?.code === 404 ? undefined : instance.failure;
  const isInstanceUnknown = vm.data?.status?.created === true && !vmi && instancesFailure !== undefined;
  const pods = useWatched<Pod[]>(
    uid ? { ...listOf('Pod', namespace), selector: { matchLabels: { [CREATED_BY_KEY]: uid } } } : null,
  );
  const services = useWatched<Service[]>(isAsked ? listOf('Service', namespace) : null);
  const slices = useWatched<EndpointSlice[]>(isAsked ? listOf('EndpointSlice', namespace) : null);
  const isSettled = [vm, instance, pods, services, slices].every((watched) => watched.isSettled);
  const [hasSettled, setHasSettled] = useState(false);
  // a new VMI means a new query for its pods: once shown, a page is not taken away for that
  if (isSettled && isAsked && !hasSettled) setHasSettled(true);
  return useMemo(
    () => ({
      loaded: hasSettled || served === 'absent',
      hasKubeVirt: served === 'served',
      vms: vm.data
        ? [
            {
              vm: vm.data,
              ...(vmi ? { vmi } : {}),
              pods: pods.data ?? [],
              ...((uid && !pods.data) || isInstanceUnknown ? { arePodsUnknown: true } : {}),
            },
          ]
        : [],
      missing: !vm.data && vm.failure?.code === 404 ? [name] : [],
      services: services.data,
      endpointSlices: slices.data,
      ...(vm.failure ? { vmFailure: vm.failure } : {}),
      ...(instancesFailure ? { instancesFailure } : {}),
      ...(pods.failure ? { podsFailure: pods.failure } : {}),
      ...(services.failure ? { servicesFailure: services.failure } : {}),
      ...(slices.failure ? { slicesFailure: slices.failure } : {}),
    }),
    [vm, vmi, instancesFailure, isInstanceUnknown, uid, name, pods, services, slices, served, hasSettled],
  );
}
