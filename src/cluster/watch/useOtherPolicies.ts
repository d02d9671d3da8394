import { useMemo } from 'react';
import { k8sListItems, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { nameOf } from '../../domain/k8s/objects';
import type { OtherPolicies } from '../../domain/network/otherPolicies';
import { useOnce } from '../ask/useOnce';
import { useServedKind, type ServedKind } from '../ask/useServedKind';
import { toFailure } from '../port/failure';

const policyModel = (
  apiGroup: string,
  apiVersion: string,
  kind: string,
  plural: string,
  namespaced: boolean,
): K8sModel => ({ apiGroup, apiVersion, kind, plural, namespaced, abbr: 'NP', label: kind, labelPlural: plural });

const ADMIN_GROUP = 'policy.networking.k8s.io';
const ADMIN = policyModel(ADMIN_GROUP, 'v1alpha1', 'AdminNetworkPolicy', 'adminnetworkpolicies', false);
const BASELINE = policyModel(
  ADMIN_GROUP,
  'v1alpha1',
  'BaselineAdminNetworkPolicy',
  'baselineadminnetworkpolicies',
  false,
);
const CLUSTER = policyModel(ADMIN_GROUP, 'v1alpha2', 'ClusterNetworkPolicy', 'clusternetworkpolicies', false);
const MULTI = policyModel('k8s.cni.cncf.io', 'v1beta1', 'MultiNetworkPolicy', 'multi-networkpolicies', true);
const CILIUM = policyModel('cilium.io', 'v2', 'CiliumNetworkPolicy', 'ciliumnetworkpolicies', true);
const CILIUM_CLUSTERWIDE = policyModel(
  'cilium.io',
  'v2',
  'CiliumClusterwideNetworkPolicy',
  'ciliumclusterwidenetworkpolicies',
  false,
);
const CALICO_GROUP = 'crd.projectcalico.org';
const CALICO_GLOBAL = policyModel(CALICO_GROUP, 'v1', 'GlobalNetworkPolicy', 'globalnetworkpolicies', false);
/** Served with the global kind; Calico has called it like that of Kubernetes. */
const CALICO = policyModel(CALICO_GROUP, 'v1', 'Calico NetworkPolicy', 'networkpolicies', true);
const ISTIO_GROUP = 'security.istio.io';
const AUTHORIZATION = policyModel(ISTIO_GROUP, 'v1beta1', 'AuthorizationPolicy', 'authorizationpolicies', true);
const PEERS = policyModel(ISTIO_GROUP, 'v1beta1', 'PeerAuthentication', 'peerauthentications', true);

/** The names of the policies of a kind; undefined when the user has no permission to read them. */
async function namesOf(model: K8sModel, namespace: string): Promise<readonly string[] | undefined> {
  try {
    const found = await k8sListItems({ model, queryParams: model.namespaced ? { ns: namespace } : {} });
    return found.map(nameOf);
  } catch (error) {
    // a kind that went while the page is open is absent, not unread
    return toFailure(error).code === 404 ? [] : undefined;
  }
}

const MODELS = [
  ADMIN,
  BASELINE,
  CLUSTER,
  MULTI,
  CILIUM,
  CILIUM_CLUSTERWIDE,
  CALICO_GLOBAL,
  CALICO,
  AUTHORIZATION,
  PEERS,
];

/** Which kinds are asked for, as the key of the question: the namespace, then places in the list of models. */
const askNames = async (key: string): Promise<ReadonlyMap<K8sModel, readonly string[] | undefined>> => {
  const [namespace = '', ...places] = key.split(' ');
  const models = places.flatMap((place) => MODELS[Number(place)] ?? []);
  const names = await Promise.all(models.map((model) => namesOf(model, namespace)));
  return new Map(models.map((model, index) => [model, names[index]]));
};

/** What of other kinds of policies was read; `policies` is undefined while the kinds that are served are not known. */
export interface WatchedPolicies {
  readonly isSettled: boolean;
  readonly policies: readonly OtherPolicies[] | undefined;
}

/**
 * The policies of other kinds that may act in a namespace, read once. A kind that the API server does not serve is
 * absent.
 * @param mayReadCluster whether the user may read the configuration of the cluster: those of the cluster are left out
 * otherwise, which is what the API server would refuse
 */
export function useOtherPolicies(namespace: string, mayReadCluster: boolean): WatchedPolicies {
  const calico = useServedKind(CALICO_GLOBAL);
  // in the order of the models
  const served: readonly ServedKind[] = [
    useServedKind(ADMIN),
    useServedKind(BASELINE),
    useServedKind(CLUSTER),
    useServedKind(MULTI),
    useServedKind(CILIUM),
    useServedKind(CILIUM_CLUSTERWIDE),
    calico,
    calico,
    useServedKind(AUTHORIZATION),
    useServedKind(PEERS),
  ];
  const isKnown = !served.includes('unknown');
  const places = served.flatMap((state, place) => (state === 'served' ? place : []));
  const asked = places.filter((place) => mayReadCluster || MODELS[place]?.namespaced);
  const kinds = places.join(' ');
  const { data, failure } = useOnce(
    isKnown && namespace && asked.length > 0 ? [namespace, ...asked].join(' ') : undefined,
    askNames,
  );
  const isSettled = isKnown && (asked.length === 0 || Boolean(data ?? failure));
  return useMemo(
    () => ({
      isSettled,
      policies: isKnown
        ? kinds
            .split(' ')
            .flatMap((place) => (place === '' ? [] : (MODELS[Number(place)] ?? [])))
            .map((model) => ({
              kind: model.kind,
              resource: `${model.plural}.${model.apiGroup ?? ''}`,
              names: data?.get(model),
            }))
        : undefined,
    }),
    [isKnown, isSettled, kinds, data],
  );
}
