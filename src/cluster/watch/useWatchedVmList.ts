import { useMemo } from 'react';
import type { Failure } from '../../domain/k8s/failure';
import type { VirtualMachine } from '../../domain/k8s/objects';
import { useServedKind } from '../ask/useServedKind';
import { MODELS } from '../port/models';
import { listOf, useWatched } from './useWatched';

/**
 * The VirtualMachines of one namespace or of all. `loaded` turns true once the list has answered, be it with a failure.
 */
export interface WatchedVmList {
  readonly loaded: boolean;
  readonly hasKubeVirt: boolean;
  readonly vms: readonly VirtualMachine[];
  readonly failure?: Failure;
}

const NO_VMS: readonly VirtualMachine[] = [];

/** Watches the VMs of one namespace, or of all that there are when none is given. */
export function useWatchedVmList(namespace?: string): WatchedVmList {
  const served = useServedKind(MODELS.VirtualMachine);
  const watched = useWatched<VirtualMachine[]>(served === 'served' ? listOf('VirtualMachine', namespace) : null);
  return useMemo(
    () => ({
      loaded: served !== 'unknown' && watched.isSettled,
      hasKubeVirt: served === 'served',
      vms: watched.data ?? NO_VMS,
      ...(watched.failure ? { failure: watched.failure } : {}),
    }),
    [served, watched],
  );
}
