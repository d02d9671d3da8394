import type { Clock, ClusterPort } from '../../src/cluster/port/clusterPort';
import { MODELS, type ObjectOfKind } from '../../src/cluster/port/models';
import type { Kind } from '../../src/domain/k8s/objects';
import { createdKind } from '../../src/domain/steps/step';
import { api, send } from './localCluster';

/** Where the API server keeps a kind's objects. */
function pathOf({ kind, namespace, name }: { kind: Kind; namespace: string; name?: string }): string {
  const { apiGroup, apiVersion, plural } = MODELS[kind];
  return `${apiGroup ? `/apis/${apiGroup}` : '/api'}/${apiVersion}/namespaces/${namespace}/${plural}${name ? `/${name}` : ''}`;
}

const notAsked = () => Promise.reject(new Error('A run does not ask for rights.'));

/** The product's port without the console: a run goes straight to the API server. */
export const apiPort: ClusterPort = {
  get: async <K extends Kind>(ref: { kind: K; namespace: string; name: string }) => {
    const found = await api<ObjectOfKind[K] & { kind?: string }>('GET', pathOf(ref), undefined, [200, 404]);
    return found.kind === 'Status' ? undefined : found;
  },
  list: async <K extends Kind>(kind: K, namespace: string, labels: Readonly<Record<string, string>> = {}) => {
    const selector = Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(',');
    return (
      await api<{ items: ObjectOfKind[K][] }>(
        'GET',
        `${pathOf({ kind, namespace })}?labelSelector=${encodeURIComponent(selector)}`,
      )
    ).items;
  },
  readLog: ({ namespace, name }, container) =>
    send('GET', `/api/v1/namespaces/${namespace}/pods/${name}/log?container=${container}`).then(({ text }) => text),
  rules: notAsked,
  mayI: notAsked,
  create: async (object) => {
    await api('POST', pathOf({ kind: createdKind(object), namespace: object.metadata?.namespace ?? '' }), object);
  },
  patch: async (target, patch) => {
    await api('PATCH', pathOf(target), patch);
  },
  delete: async (target, uid, { graceSeconds, resourceVersion } = {}) => {
    const grace = graceSeconds === undefined ? {} : { gracePeriodSeconds: graceSeconds };
    await api('DELETE', pathOf(target), {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      preconditions: { uid, ...(resourceVersion ? { resourceVersion } : {}) },
      ...grace,
    });
  },
  restart: (vm) => putSubresource(vm, 'restart'),
  start: (vm) => putSubresource(vm, 'start'),
  unpause: ({ namespace, name }) =>
    api('PUT', `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances/${name}/unpause`, {}),
};

async function putSubresource({ namespace, name }: { namespace: string; name: string }, verb: string): Promise<void> {
  await api('PUT', `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/${name}/${verb}`, {});
}

export const realClock: Clock = {
  now: () => performance.now(),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};
