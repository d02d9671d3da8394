import { useMemo } from 'react';
import { nameOf } from '../../domain/k8s/objects';
import { useStable } from '../ask/useStable';
import type { WatchedVms } from './watchedVms';
import { useWatchedVmList } from './useWatchedVmList';
import { useWatchedVms } from './useWatchedVms';

/**
 * Watches all VMs of a namespace with what runs them, its Services and its EndpointSlices, for a Service's page: by
 * lists, whose number does not grow with the number of VMs.
 * @param namespace never empty: that would mean all of them
 */
export function useServiceVms(namespace: string): WatchedVms {
  const list = useWatchedVmList(namespace);
  const wanted = useStable(list.vms.map(nameOf));
  const watched = useWatchedVms(namespace, wanted);
  const { loaded, hasKubeVirt, failure } = list;
  return useMemo(
    () =>
      wanted.length > 0 ? watched : { ...watched, loaded, hasKubeVirt, ...(failure ? { vmFailure: failure } : {}) },
    [watched, wanted, loaded, hasKubeVirt, failure],
  );
}
