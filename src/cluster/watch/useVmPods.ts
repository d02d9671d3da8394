import type { WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import { LAUNCHER_KEY, LAUNCHER_VALUE } from '../../domain/k8s/labelKeys';
import type { Pod } from '../../domain/k8s/objects';
import { listOf, useWatched, type Watched } from './useWatched';

/**
 * Asks for the pods that run VMs, never for all, in one namespace or in all when none is given: the console shares one
 * watch among equal queries.
 */
export const vmPodsOf = (namespace?: string): WatchK8sResource => ({
  ...listOf('Pod', namespace),
  selector: { matchLabels: { [LAUNCHER_KEY]: LAUNCHER_VALUE } },
});

/** Watches the pods of a namespace that run VMs; the namespace is never empty, which would mean all of them. */
export const useVmPods = (namespace: string): Watched<Pod[]> => useWatched<Pod[]>(vmPodsOf(namespace));
