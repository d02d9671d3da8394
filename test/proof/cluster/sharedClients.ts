import { NODES } from '../scene';
import type { ClusterApi } from './clusterApi';
import { namespaceManifest, podManifest } from './manifests';
import { until } from './until';

/** Namespaces of clients that all situations share, with the labels that OpenShift gives them. */
const NAMESPACES = {
  'proof-other': { team: 'other' },
  'openshift-ingress': {
    'policy-group.network.openshift.io/ingress': '',
    'network.openshift.io/policy-group': 'ingress',
  },
  'openshift-monitoring': { 'network.openshift.io/policy-group': 'monitoring' },
} as const;

/** One of them. */
export type SharedNamespace = keyof typeof NAMESPACES;

/** The client of such a namespace on a node, as the data path calls the place. */
export const sharedClient = (namespace: SharedNamespace, node: string): string => `pod/${namespace}/client-${node}`;

/** Waits until pods may be made in a namespace: they are refused while it has no service account. */
export async function untilUsable(api: ClusterApi, namespace: string): Promise<void> {
  const account = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
  await until(`service account of ${namespace}`, async () => {
    const { kind } = await api.send<{ kind?: string }>('GET', account, undefined, [404]);
    return kind !== 'Status';
  });
}

/** Makes the clients that are not there yet. */
export async function makeSharedClients(api: ClusterApi): Promise<void> {
  const work = Object.entries(NAMESPACES).map(async ([namespace, labels]) => {
    const { where, object } = namespaceManifest(namespace, labels);
    await api.send('POST', where, object, [409]);
    await untilUsable(api, namespace);
    const pods = NODES.map((node) =>
      podManifest(namespace, { name: `client-${node}`, labels: { role: 'client' }, node }),
    );
    await Promise.all(pods.map((pod) => api.send('POST', pod.where, pod.object, [409])));
  });
  await Promise.all(work);
}

/** Takes away the namespace that is the proof's own, to its end; the others are left as OpenShift has them. */
export async function removeSharedClients(api: ClusterApi): Promise<void> {
  const own = '/api/v1/namespaces/proof-other';
  const pods = (['openshift-ingress', 'openshift-monitoring'] as const).flatMap((namespace) =>
    NODES.map((node) => `/api/v1/namespaces/${namespace}/pods/client-${node}`),
  );
  await Promise.all([own, ...pods].map((path) => api.send('DELETE', path, undefined, [404])));
  await until('proof-other is gone', async () => {
    const { kind } = await api.send<{ kind?: string }>('GET', own, undefined, [404]);
    return kind === 'Status';
  });
}
