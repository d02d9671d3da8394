import { useMemo, useState } from 'react';
import { nameOf } from '../../domain/k8s/objects';
import type { WatchedVms } from './watchedVms';
import { useWatchedVmList } from './useWatchedVmList';
import { useWatchedVms } from './useWatchedVms';

/** The list that was given first, as long as the same names are in it. */
function useSame(names: readonly string[]): readonly string[] {
  const [kept, setKept] = useState(names);
  const isSame = kept.length === names.length && kept.every((name, index) => name === names[index]);
  if (!isSame) setKept(names);
  return isSame ? kept : names;
}

/**
 * Watches all VMs of a namespace with what runs them, its Services and its EndpointSlices, for a Service's page: by lists,
 * whose number does not grow with the number of VMs.
 * @param namespace never empty: that would mean all of them
 */
export function useServiceVms(namespace: string): WatchedVms {
  const list = useWatchedVmList(namespace);
  const wanted = useSame(list.vms.map(nameOf));
  const watched = useWatchedVms(namespace, wanted);
  const { loaded, hasKubeVirt, failure } = list;
  return useMemo(
    () =>
      wanted.length > 0 ? watched : { ...watched, loaded, hasKubeVirt, ...(failure ? { vmFailure: failure } : {}) },
    [watched, wanted, loaded, hasKubeVirt, failure],
  );
}
