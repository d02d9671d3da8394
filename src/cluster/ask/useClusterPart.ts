import { useState } from 'react';
import { useK8sModel, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { Failure } from '../../domain/k8s/failure';
import { useOnce, type Asked } from './useOnce';

/**
 * What asking for a part of the cluster's configuration came to. `absent`: this cluster has no such API, or no such
 * object. `forbidden`: this user may not read it, which is the rule for ordinary users.
 */
export type Part<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'forbidden'; readonly failure: Failure }
  | { readonly state: 'failed'; readonly failure: Failure };

const LOADING = { state: 'loading' } as const;
const ABSENT = { state: 'absent' } as const;

/** The answer to a single question as a part; undefined data and no failure mean that it is still owed. */
export function toPart<T>({ data, failure }: Asked<T>): Part<T> {
  if (data !== undefined) return { state: 'known', value: data };
  if (!failure) return LOADING;
  if (failure.code === 404) return ABSENT;
  return { state: failure.code === 403 ? 'forbidden' : 'failed', failure };
}

/** What is known of a part, if it is. */
export const valueOf = <T>(part: Part<T>): T | undefined => (part.state === 'known' ? part.value : undefined);

/**
 * Asks once for something that a cluster may lack, and never for a kind that it does not have.
 * @param ask one and the same function from render to render
 * @param isAllowed false for a user of whom it is known that the answer would be a refusal: then nothing is asked, and nothing ever known
 */
export function useClusterPart<T>(
  { apiGroup, apiVersion, kind }: K8sModel,
  ask: () => Promise<T>,
  isAllowed = true,
): Part<T> {
  const [found, inFlight] = useK8sModel({ ...(apiGroup ? { group: apiGroup } : {}), version: apiVersion, kind });
  // discovery is repeated every minute: what was found to be missing stays so meanwhile
  const [isDiscovered, setDiscovered] = useState(!inFlight);
  if (!inFlight && !isDiscovered) setDiscovered(true);
  // the SDK falls back to any model of that kind, whatever its group
  const isThere = found !== undefined && found.apiGroup === apiGroup;
  const asked = useOnce(isThere && isAllowed ? kind : undefined, ask);
  if (isThere) return toPart(asked);
  return isDiscovered ? ABSENT : LOADING;
}
