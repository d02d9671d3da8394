import { useMemo, useState } from 'react';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { Route } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { gvkOf, MODELS } from '../port/models';
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
  const [model, inFlight] = useK8sModel(gvkOf('Route'));
  // the SDK falls back to any model of that kind, whatever its group
  const hasApi = model?.apiGroup === MODELS.Route.apiGroup;
  const watched = useWatched<Route[]>(hasApi && isAsked && namespace ? listOf('Route', namespace) : null);
  const isSettled = (hasApi || !inFlight) && watched.isSettled;
  const [settledFor, setSettledFor] = useState('');
  // discovery is repeated every minute: once shown, a page is not taken away for that
  if (isSettled && isAsked && settledFor !== namespace) setSettledFor(namespace);
  return useMemo(
    () => ({
      isSettled: isSettled || settledFor === namespace,
      hasApi,
      routes: watched.data,
      ...(watched.failure ? { failure: watched.failure } : {}),
    }),
    [isSettled, settledFor, namespace, hasApi, watched],
  );
}
