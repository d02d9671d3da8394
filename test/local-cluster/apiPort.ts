import type { Clock, ClusterPort, WriteOptions } from '../../src/cluster/port/clusterPort';
import { MODELS, type ObjectOfKind } from '../../src/cluster/port/models';
import type { Kind, ObjectRef } from '../../src/domain/k8s/objects';
import { createdKind } from '../../src/domain/steps/step';
import { api, send } from './localCluster';

/** Where the API server keeps a kind's objects. */
function pathOf({ kind, namespace, name }: { kind: Kind; namespace: string; name?: string }): string {
  const { apiGroup, apiVersion, plural } = MODELS[kind];
  return `${apiGroup ? `/apis/${apiGroup}` : '/api'}/${apiVersion}/namespaces/${namespace}/${plural}${name ? `/${name}` : ''}`;
}

const inQuery = ({ dryRun }: WriteOptions = {}): string => (dryRun ? '?dryRun=All' : '');

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
  create: async (object, options) => {
    const path = pathOf({ kind: createdKind(object), namespace: object.metadata?.namespace ?? '' });
    await api('POST', `${path}${inQuery(options)}`, object);
  },
  patch: async (target, patch, options) => {
    await api('PATCH', `${pathOf(target)}${inQuery(options)}`, patch);
  },
  delete: async (target, uid, { dryRun, graceSeconds, resourceVersion } = {}) => {
    const grace = graceSeconds === undefined ? {} : { gracePeriodSeconds: graceSeconds };
    await api('DELETE', pathOf(target), {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      preconditions: { uid, ...(resourceVersion ? { resourceVersion } : {}) },
      ...grace,
      ...(dryRun ? { dryRun: ['All'] } : {}),
    });
  },
  restart: (vm, options) => putSubresource(vm, 'restart', options),
  start: (vm, options) => putSubresource(vm, 'start', options),
  unpause: (vmi, options) => putSubresource(vmi, 'unpause', options),
};

async function putSubresource(
  { kind, namespace, name }: ObjectRef,
  verb: string,
  { dryRun }: WriteOptions = {},
): Promise<void> {
  const path = `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/${MODELS[kind].plural}/${name}/${verb}`;
  await api('PUT', path, dryRun ? { dryRun: ['All'] } : {});
}

export const realClock: Clock = {
  now: () => performance.now(),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};
