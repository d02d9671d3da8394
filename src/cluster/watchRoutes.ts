import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { Route } from '../domain/objects';
import { gvkOf, MODELS } from './models';
import { listOf, useWatched } from './watched';

/** The Routes of a namespace. */
export interface WatchedRoutes {
  /** false on a cluster that has no such API */
  readonly hasApi: boolean;
  /** undefined while they are loading, and where they cannot be read */
  readonly routes: readonly Route[] | undefined;
}

/** Watches the Routes of a namespace, on a cluster that has them. */
export function useWatchedRoutes(namespace: string): WatchedRoutes {
  const [model] = useK8sModel(gvkOf('Route'));
  // the SDK falls back to any model of that kind, whatever its group
  const hasApi = model?.apiGroup === MODELS.Route.apiGroup;
  const { data } = useWatched<Route[]>(hasApi && namespace ? listOf('Route', namespace) : null);
  return { hasApi, routes: data };
}
