import { useMemo, useState } from 'react';
import {
  useK8sWatchResource,
  type K8sResourceCommon,
  type WatchK8sResource,
} from '@openshift-console/dynamic-plugin-sdk';
import type { Kind } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { toFailure } from '../port/failure';
import { gvkOf } from '../port/models';

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

/** What a query was answered last. */
interface Kept {
  readonly key: string | null;
  readonly data: unknown;
}
const NOTHING: Kept = { key: null, data: undefined };

/**
 * The SDK's watch with its untyped error read. Data stays through a passing failure, as the watch is taken up again,
 * and while the console begins it anew, as it does with every watch when it repeats its discovery of the API each
 * minute.
 * @param query what to watch; null asks for nothing
 */
export function useWatched<T>(query: WatchK8sResource | null): Watched<T> {
  const [data, loaded, error] = useK8sWatchResource<K8sResourceCommon & K8sResourceCommon[]>(query) as [
    unknown,
    boolean,
    unknown,
  ];
  const isAsked = query !== null;
  const key = query && JSON.stringify(query);
  const failure = useMemo(() => (error ? toFailure(error) : undefined), [error]);
  const isOver = failure !== undefined && isFinal(failure);
  const [last, setLast] = useState<Kept>(NOTHING);
  const next = isOver ? NOTHING : isAsked && loaded ? { key, data } : last;
  // the SDK gives the same object until something has changed
  if (last.key !== next.key || last.data !== next.data) setLast(next);
  return useMemo(() => {
    const isKnown = isAsked && loaded && !isOver;
    const isRestarting = isAsked && !loaded && !failure && last.key === key;
    return {
      data: (isRestarting ? last.data : isKnown ? data : undefined) as T | undefined,
      isSettled: loaded || isRestarting || !isAsked || failure !== undefined,
      ...(failure ? { failure } : {}),
    };
  }, [key, last, data, loaded, failure, isOver, isAsked]);
}

/** Asks for the objects of a kind in one namespace, or in all when none is given. */
export const listOf = (kind: Kind, namespace?: string): WatchK8sResource => ({
  groupVersionKind: gvkOf(kind),
  ...(namespace ? { namespace } : {}),
  isList: true,
  namespaced: true,
});
