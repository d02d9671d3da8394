import { useMemo } from 'react';
import type { Route } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { useServedKind } from '../ask/useServedKind';
import { MODELS } from '../port/models';
import { listOf, useWatched } from './useWatched';

/** The Routes of a namespace, as far as the cluster has any. */
export interface WatchedRoutes {
  /** true once it is known which Routes there are, or that this cannot be known */
  readonly isSettled: boolean;
  /** whether the cluster has the API of Routes; OpenShift only */
  readonly hasApi: boolean;
  /** undefined when they were not asked for, or could not be read */
  readonly routes: readonly Route[] | undefined;
  readonly failure?: Failure;
}

/**
 * Watches the Routes of a namespace where the cluster has such a kind.
 * @param isAsked false for a user who has no use for them
 */
export function useWatchedRoutes(namespace: string, isAsked: boolean): WatchedRoutes {
  const served = useServedKind(MODELS.Route);
  const hasApi = served === 'served';
  const watched = useWatched<Route[]>(hasApi && isAsked && namespace ? listOf('Route', namespace) : null);
  const isSettled = served !== 'unknown' && watched.isSettled;
  return useMemo(
    () => ({
      isSettled,
      hasApi,
      routes: watched.data,
      ...(watched.failure ? { failure: watched.failure } : {}),
    }),
    [isSettled, hasApi, watched],
  );
}
