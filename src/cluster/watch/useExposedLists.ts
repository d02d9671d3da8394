import { useMemo } from 'react';
import type { WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import type { ExposedLists } from '../../domain/exposed/exposedVms';
import type { Failure } from '../../domain/k8s/failure';
import type {
  EndpointSlice,
  NetworkPolicy,
  Pod,
  Route,
  Service,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../domain/k8s/objects';
import type { ListedKind } from '../ask/listedKinds';
import { useNow } from '../ask/useNow';
import { useServedKind } from '../ask/useServedKind';
import { MODELS } from '../port/models';
import { TICK_MILLISECONDS } from './tick';
import { vmPodsOf } from './useVmPods';
import { listOf, useWatched } from './useWatched';

/** Why a kind was not read. */
export type ListFailures = ReadonlyMap<ListedKind, Failure>;

/** What a list of exposed VMs is worked out from, of one project or of all. */
export interface WatchedLists {
  /** true once every read has answered, be it with a failure */
  readonly isSettled: boolean;
  readonly hasKubeVirt: boolean;
  /** undefined as long as there are no Services or no VMs to list */
  readonly lists: ExposedLists | undefined;
  readonly failures: ListFailures;
}

const FORBIDDEN: Failure = { code: 403, reason: 'Forbidden', message: '' };

/**
 * Watches the lists of one project, or of all of them.
 * @param namespace undefined for all projects
 * @param kinds those that may be listed, so that none is asked for in vain; undefined asks for all
 */
export function useExposedLists(namespace: string | undefined, kinds?: ReadonlySet<ListedKind>): WatchedLists {
  const served = useServedKind(MODELS.VirtualMachine);
  const servedRoutes = useServedKind(MODELS.Route);
  const isAsked = served === 'served';
  const queryOf = (kind: ListedKind): WatchK8sResource | null => {
    if (!isAsked || (kinds && !kinds.has(kind)) || (kind === 'Route' && servedRoutes !== 'served')) return null;
    return kind === 'Pod' ? vmPodsOf(namespace) : listOf(kind, namespace);
  };
  const vms = useWatched<VirtualMachine[]>(queryOf('VirtualMachine'));
  const vmis = useWatched<VirtualMachineInstance[]>(queryOf('VirtualMachineInstance'));
  const pods = useWatched<Pod[]>(queryOf('Pod'));
  const services = useWatched<Service[]>(queryOf('Service'));
  const slices = useWatched<EndpointSlice[]>(queryOf('EndpointSlice'));
  const policies = useWatched<NetworkPolicy[]>(queryOf('NetworkPolicy'));
  const routes = useWatched<Route[]>(queryOf('Route'));
  const now = useNow(TICK_MILLISECONDS);
  const isSettled =
    served !== 'unknown' &&
    servedRoutes !== 'unknown' &&
    [vms, vmis, pods, services, slices, policies, routes].every((watched) => watched.isSettled);
  const failures = useMemo(() => {
    const found = new Map<ListedKind, Failure>();
    const note = (kind: ListedKind, failure: Failure | undefined) => {
      const told = failure ?? (kinds && !kinds.has(kind) ? FORBIDDEN : undefined);
      if (told) found.set(kind, told);
    };
    note('VirtualMachine', vms.failure);
    note('VirtualMachineInstance', vmis.failure);
    note('Pod', pods.failure);
    note('Service', services.failure);
    note('EndpointSlice', slices.failure);
    note('NetworkPolicy', policies.failure);
    if (servedRoutes === 'served') note('Route', routes.failure);
    return found;
  }, [kinds, servedRoutes, vms, vmis, pods, services, slices, policies, routes]);
  const lists = useMemo(
    (): ExposedLists | undefined =>
      vms.data &&
      services.data && {
        services: services.data,
        vms: vms.data,
        vmis: vmis.data,
        pods: pods.data,
        endpointSlices: slices.data,
        networkPolicies: policies.data,
        routes: servedRoutes === 'absent' ? [] : routes.data,
        now,
      },
    [services, vms, vmis, pods, slices, policies, routes, servedRoutes, now],
  );
  return useMemo(
    () => ({ isSettled, hasKubeVirt: served !== 'absent', lists, failures }),
    [isSettled, served, lists, failures],
  );
}
