import { useMemo } from 'react';
import type { Failure } from '../../domain/k8s/failure';
import type { Rights } from '../../domain/k8s/rights';
import { askRights } from './askRights';
import { useOnce } from './useOnce';

/** `rights` is undefined while they are being asked for: nothing is called denied before it is known. */
export interface KnownRights {
  readonly rights?: Rights;
  readonly failure?: Failure;
}

/** Asks once for each namespace what the user may do there; an empty namespace asks nothing. */
export function useRights(namespace: string): KnownRights {
  const { data, failure } = useOnce(namespace || undefined, askRights);
  return useMemo(() => ({ ...(data ? { rights: data } : {}), ...(failure ? { failure } : {}) }), [data, failure]);
}
