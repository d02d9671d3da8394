import { useMemo } from 'react';
import type { ListReads } from '../../domain/exposure/exposure';
import type { NetworkPolicy } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { useNow } from '../ask/useNow';
import { TICK_MILLISECONDS } from './tick';
import { listOf, useWatched } from './useWatched';
import { useWatchedRoutes } from './useWatchedRoutes';

/** What a list of Services or VMs is judged by, beside what it lists. */
export interface WatchedListReads {
  /** true once every read has answered, be it with a failure */
  readonly isSettled: boolean;
  /** what could not be read is undefined in it */
  readonly reads: Omit<ListReads, 'services'>;
  readonly policiesFailure?: Failure;
  readonly routesFailure?: Failure;
}

/**
 * Watches the NetworkPolicies of a namespace, and its Routes on a cluster that has their API, once for all rows of a
 * list.
 */
export function useListReads(namespace: string): WatchedListReads {
  const policies = useWatched<NetworkPolicy[]>(namespace ? listOf('NetworkPolicy', namespace) : null);
  const { isSettled, hasApi, routes, failure } = useWatchedRoutes(namespace, true);
  const now = useNow(TICK_MILLISECONDS);
  return useMemo(
    () => ({
      isSettled: policies.isSettled && isSettled,
      reads: { networkPolicies: policies.data, routes: isSettled && !hasApi ? [] : routes, now },
      ...(policies.failure ? { policiesFailure: policies.failure } : {}),
      ...(failure ? { routesFailure: failure } : {}),
    }),
    [policies, isSettled, hasApi, routes, failure, now],
  );
}
