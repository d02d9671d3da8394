import { useMemo } from 'react';
import { k8sListItems, type K8sModel, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { Situation } from '../domain/diagnosis/rule';
import type { Failure } from '../domain/progress';
import { ADMIN_NETWORK_POLICY, BASELINE_ADMIN_NETWORK_POLICY } from './models';
import { useClusterPart, type Part } from './useClusterPart';

export interface OtherPolicies {
  /** true once both reads have answered, be it with a failure */
  readonly loaded: boolean;
  /** undefined where not all of them could be read */
  readonly policies: Situation['otherPolicies'];
  readonly failure?: Failure;
}

/** Neither can be narrowed to those that concern a namespace, so that it is only known that there are some. */
const listOfAll = (model: K8sModel) => async () =>
  (await k8sListItems<K8sResourceCommon>({ model, queryParams: {} })).map(({ metadata }) => ({ kind: model.kind, name: metadata?.name ?? '' }));
const readAdmin = listOfAll(ADMIN_NETWORK_POLICY);
const readBaseline = listOfAll(BASELINE_ADMIN_NETWORK_POLICY);

/**
 * Reads once what a cluster administrator polices traffic with. A cluster without that API has none. MultiNetworkPolicies
 * are left out: they are about secondary networks, to which no Service leads.
 * @param isAsked false asks nothing: then nothing is known
 */
export function useOtherPolicies(isAsked: boolean): OtherPolicies {
  const admin = useClusterPart(ADMIN_NETWORK_POLICY, readAdmin, isAsked);
  const baseline = useClusterPart(BASELINE_ADMIN_NETWORK_POLICY, readBaseline, isAsked);
  return useMemo(() => {
    if (!isAsked) return { loaded: true, policies: undefined };
    const parts = [admin, baseline];
    const failure = parts.flatMap((part) => ('failure' in part ? [part.failure] : []))[0];
    const isKnown = parts.every(({ state }) => state === 'known' || state === 'absent');
    return {
      loaded: parts.every(({ state }) => state !== 'loading'),
      policies: isKnown ? parts.flatMap(namesOf) : undefined,
      ...(failure ? { failure } : {}),
    };
  }, [isAsked, admin, baseline]);
}

const namesOf = (part: Part<NonNullable<Situation['otherPolicies']>>) => (part.state === 'known' ? part.value : []);
