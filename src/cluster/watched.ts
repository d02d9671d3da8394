import { useMemo } from 'react';
import { useK8sWatchResource, type K8sResourceCommon, type WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import type { Kind } from '../domain/objects';
import type { Failure } from '../domain/progress';
import { toFailure } from './failure';
import { gvkOf } from './models';

/** What one watch has answered. */
export interface Watched<T> {
  /** undefined until it is there, and when it may not be read or is gone: `failure` says which */
  readonly data: T | undefined;
  /** true once the watch has answered, be it with a failure, and for one that was not asked for */
  readonly isSettled: boolean;
  readonly failure?: Failure;
}

/** Answers after which data that was read before is no longer to be trusted: gone, or no longer allowed. */
const isFinal = ({ code }: Failure): boolean => code === 404 || code === 403;

/**
 * The SDK's watch with its untyped error read. Data stays through a passing failure, as the watch is taken up again.
 * @param query what to watch; null asks for nothing
 */
export function useWatched<T>(query: WatchK8sResource | null): Watched<T> {
  const [data, loaded, error] = useK8sWatchResource<K8sResourceCommon & K8sResourceCommon[]>(query) as [unknown, boolean, unknown];
  const isAsked = query !== null;
  return useMemo(() => {
    const failure = error ? toFailure(error) : undefined;
    const isKnown = isAsked && loaded && !(failure && isFinal(failure));
    return {
      data: isKnown ? (data as T) : undefined,
      isSettled: loaded || !isAsked || failure !== undefined,
      ...(failure ? { failure } : {}),
    };
  }, [data, loaded, error, isAsked]);
}

/** Asks for the objects of a kind in one namespace. */
export const listOf = (kind: Kind, namespace: string): WatchK8sResource => ({ groupVersionKind: gvkOf(kind), namespace, isList: true, namespaced: true });
