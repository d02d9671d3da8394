import type { Clock, ClusterPort, WriteOptions } from '../../src/cluster/port/clusterPort';
import { MODELS, type ObjectOfKind } from '../../src/cluster/port/models';
import type { Kind, ObjectRef } from '../../src/domain/k8s/objects';
import { createdKind } from '../../src/domain/steps/step';

/** Sends a request to the API server; patches are JSON patches. Rejects unless it is a success or a listed code. */
export type Send = <T>(method: string, path: string, body?: unknown, accept?: readonly number[]) => Promise<T>;

/** Where the API server keeps a kind's objects. */
function pathOf({ kind, namespace, name }: { kind: Kind; namespace: string; name?: string }): string {
  const { apiGroup, apiVersion, plural } = MODELS[kind];
  return `${apiGroup ? `/apis/${apiGroup}` : '/api'}/${apiVersion}/namespaces/${namespace}/${plural}${name ? `/${name}` : ''}`;
}

const inQuery = ({ dryRun }: WriteOptions = {}): string => (dryRun ? '?dryRun=All' : '');

const notAsked = () => Promise.reject(new Error('A run does not ask for rights.'));

/**
 * The product's port without the console: a run goes straight to the API server.
 * @param readLog answers for the logs of pods; nothing but a test from the cluster asks for them
 */
export const portOver = (send: Send, readLog: ClusterPort['readLog'] = notAsked): ClusterPort => ({
  get: async <K extends Kind>(ref: { kind: K; namespace: string; name: string }) => {
    const found = await send<ObjectOfKind[K] & { kind?: string }>('GET', pathOf(ref), undefined, [200, 404]);
    return found.kind === 'Status' ? undefined : found;
  },
  list: async <K extends Kind>(kind: K, namespace: string, labels: Readonly<Record<string, string>> = {}) => {
    const selector = Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(',');
    return (
      await send<{ items: ObjectOfKind[K][] }>(
        'GET',
        `${pathOf({ kind, namespace })}?labelSelector=${encodeURIComponent(selector)}`,
      )
    ).items;
  },
  readLog,
  rules: notAsked,
  mayI: notAsked,
  create: async (object, options) => {
    const path = pathOf({ kind: createdKind(object), namespace: object.metadata?.namespace ?? '' });
    await send('POST', `${path}${inQuery(options)}`, object);
  },
  patch: async (target, patch, options) => {
    await send('PATCH', `${pathOf(target)}${inQuery(options)}`, patch);
  },
  delete: async (target, uid, { dryRun, graceSeconds, resourceVersion } = {}) => {
    const grace = graceSeconds === undefined ? {} : { gracePeriodSeconds: graceSeconds };
    await send('DELETE', pathOf(target), {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      preconditions: { uid, ...(resourceVersion ? { resourceVersion } : {}) },
      ...grace,
      ...(dryRun ? { dryRun: ['All'] } : {}),
    });
  },
  restart: (vm, options) => putSubresource(send, vm, 'restart', options),
  start: (vm, options) => putSubresource(send, vm, 'start', options),
  unpause: (vmi, options) => putSubresource(send, vmi, 'unpause', options),
});

async function putSubresource(
  send: Send,
  { kind, namespace, name }: ObjectRef,
  verb: string,
  { dryRun }: WriteOptions = {},
): Promise<void> {
  const path = `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/${MODELS[kind].plural}/${name}/${verb}`;
  await send('PUT', path, dryRun ? { dryRun: ['All'] } : {});
}

export const realClock: Clock = {
  now: () => performance.now(),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};
