import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { unreadOf, type Unread } from '../../domain/k8s/unread';
import { useOnce, type Answer } from './useOnce';
import { useServedKind } from './useServedKind';

/** What asking for a part of the cluster's configuration came to. */
export type Part<T> = { readonly state: 'loading' } | { readonly state: 'known'; readonly value: T } | Unread;

const LOADING = { state: 'loading' } as const;
const ABSENT = { state: 'absent' } as const;

/** The answer to a single question as a part; undefined data and no failure mean that it is still pending. */
export function toPart<T>({ data, failure }: Answer<T>): Part<T> {
  if (data !== undefined) return { state: 'known', value: data };
  if (!failure) return LOADING;
  return unreadOf(failure);
}

/** What is known of a part, if it is. */
export const valueOf = <T>(part: Part<T>): T | undefined => (part.state === 'known' ? part.value : undefined);

/**
 * Asks once for something that a cluster may lack, and never for a kind that it does not have.
 * @param ask one and the same function from render to render
 * @param isAllowed false for a user of whom it is known that the answer would be a refusal: then nothing is asked, and
 *   nothing ever known
 */
export function useClusterPart<T>(model: K8sModel, ask: () => Promise<T>, isAllowed = true): Part<T> {
  const served = useServedKind(model);
  const answer = useOnce(served === 'served' && isAllowed ? model.kind : undefined, ask);
  return served === 'absent' ? ABSENT : toPart(answer);
}
