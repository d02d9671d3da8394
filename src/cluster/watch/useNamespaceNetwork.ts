import { useMemo } from 'react';
import { k8sGet, k8sListItems, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { labelsOf, type Labels, type NetworkAttachmentDefinition, type NetworkPolicy } from '../../domain/k8s/objects';
import { toPrimaryNetwork, type PrimaryNetwork } from '../../domain/network/primaryNetwork';
import type { Failure } from '../../domain/k8s/failure';
import { toFailure } from '../port/failure';
import { useServedKind } from '../ask/useServedKind';
import { MODELS } from '../port/models';
import { useOnce } from '../ask/useOnce';
import { listOf, useWatched } from './useWatched';

/**
 * What of a namespace's network decides who reaches its pods. What is undefined is not known, once `loaded` because of
 * the failure beside it.
 */
export interface NamespaceNetwork {
  /** true once every read has answered, be it with a failure */
  readonly loaded: boolean;
  readonly networkPolicies: readonly NetworkPolicy[] | undefined;
  readonly namespaceLabels: Labels | undefined;
  readonly primaryNetwork: PrimaryNetwork | undefined;
  readonly policiesFailure?: Failure;
  readonly namespaceFailure?: Failure;
  /** of the NetworkAttachmentDefinitions */
  readonly networksFailure?: Failure;
}

const readLabels = async (namespace: string): Promise<Labels> =>
  labelsOf(await k8sGet<K8sResourceCommon>({ model: MODELS.Namespace, name: namespace }));

/** A cluster without this API, which may go while the page is open, has no such network. */
async function readNetworks(namespace: string): Promise<readonly NetworkAttachmentDefinition[]> {
  try {
    return await k8sListItems<K8sResourceCommon>({
      model: MODELS.NetworkAttachmentDefinition,
      queryParams: { ns: namespace },
    });
  } catch (error) {
    if (toFailure(error).code === 404) return [];
    throw error;
  }
}

const NO_NETWORKS: readonly NetworkAttachmentDefinition[] = [];

/**
 * Watches the NetworkPolicies of a namespace, and reads once what does not change under a VM: the namespace's labels
 * and its NetworkAttachmentDefinitions. An empty namespace asks nothing.
 */
export function useNamespaceNetwork(namespace: string): NamespaceNetwork {
  const served = useServedKind(MODELS.NetworkAttachmentDefinition);
  const policies = useWatched<NetworkPolicy[]>(namespace ? listOf('NetworkPolicy', namespace) : null);
  const labels = useOnce(namespace || undefined, readLabels);
  const listed = useOnce(namespace && served === 'served' ? namespace : undefined, readNetworks);
  const networks = served === 'absent' ? NO_NETWORKS : listed.data;
  return useMemo(
    () => ({
      loaded:
        namespace !== '' &&
        policies.isSettled &&
        Boolean(labels.data ?? labels.failure) &&
        Boolean(networks ?? listed.failure),
      networkPolicies: policies.data,
      namespaceLabels: labels.data,
      // the label alone would be taken for the whole answer while the networks are still being listed
      primaryNetwork: networks || listed.failure ? toPrimaryNetwork(labels.data, networks) : undefined,
      ...(policies.failure ? { policiesFailure: policies.failure } : {}),
      ...(labels.failure ? { namespaceFailure: labels.failure } : {}),
      ...(listed.failure ? { networksFailure: listed.failure } : {}),
    }),
    [namespace, policies, labels, networks, listed],
  );
}
