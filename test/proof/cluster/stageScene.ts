import type { Pod } from '../../../src/domain/k8s/objects';
import { nameOf, uidOf } from '../../../src/domain/k8s/objects';
import { servingPods } from '../../../src/domain/k8s/seen';
import type { Afterwards, Scene, SceneVm } from '../scene';
import type { ClusterApi } from './clusterApi';
import { core, kubevirt, manifestsOf, namespaceManifest, sliceManifest, type AddressBook } from './manifests';
import { recentVm } from './recentLists';
import { untilUsable } from './sharedClients';
import { until } from './until';

const subresource = (namespace: string, plural: string, name: string, verb: string): string =>
  `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/${plural}/${name}/${verb}`;
const isTrue = (
  conditions: readonly { readonly type: string; readonly status: string }[] | undefined,
  wanted: string,
): boolean => (conditions ?? []).some(({ type, status }) => type === wanted && status === 'True');

/** Waits until another instance than that one runs, or the first, and its pod is ready. */
async function untilRuns(api: ClusterApi, namespace: string, name: string, uidBefore = ''): Promise<void> {
  await until(`${namespace}/${name} runs`, async () => {
    const { vmi, pods } = await recentVm(api, namespace, name);
    if (!vmi || uidOf(vmi) === uidBefore || !isTrue(vmi.status?.conditions, 'Ready')) return false;
    return pods.length === 1 && pods.every(({ status }) => isTrue(status?.conditions, 'Ready'));
  });
}

async function relabel(
  api: ClusterApi,
  namespace: string,
  name: string,
  { layer, labels }: Extract<Afterwards, { what: 'relabel' }>,
): Promise<void> {
  if (layer === 'template')
    await api.send('PATCH', `${kubevirt(namespace, 'virtualmachines')}/${name}`, {
      spec: { template: { metadata: { labels } } },
    });
  if (layer === 'vmi') await api.send('PATCH', `${kubevirt(namespace, 'virtualmachineinstances')}/${name}`, { metadata: { labels } });
  if (layer === 'pod')
    for (const pod of (await recentVm(api, namespace, name)).pods)
      await api.send('PATCH', `${core(namespace, 'pods')}/${nameOf(pod)}`, { metadata: { labels } });
}

async function migrate(api: ClusterApi, namespace: string, name: string): Promise<void> {
  const before = (await recentVm(api, namespace, name)).vmi?.status?.nodeName;
  await api.send('POST', kubevirt(namespace, 'virtualmachineinstancemigrations'), {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { generateName: 'move-', namespace },
    spec: { vmiName: name },
  });
  await until(`${namespace}/${name} leaves ${before}`, async () => {
    const { vmi, pods } = await recentVm(api, namespace, name);
    return vmi?.status?.nodeName !== before && pods.length === 1;
  });
  await untilRuns(api, namespace, name);
}

/** Does one thing to a VM that runs, and waits until it is done. */
export async function act(api: ClusterApi, namespace: string, name: string, deed: Afterwards): Promise<void> {
  if (deed.what === 'relabel') return relabel(api, namespace, name, deed);
  if (deed.what === 'migrate') return migrate(api, namespace, name);
  const uid = uidOf((await recentVm(api, namespace, name)).vmi);
  const plural = deed.what === 'pause' ? 'virtualmachineinstances' : 'virtualmachines';
  await api.send('PUT', subresource(namespace, plural, name, deed.what), {});
  if (deed.what === 'restart') return untilRuns(api, namespace, name, uid);
  return until(`${namespace}/${name}: ${deed.what}`, async () => {
    const { vmi, pods } = await recentVm(api, namespace, name);
    if (deed.what === 'stop') return vmi === undefined;
    return pods.length > 0 && pods.every(({ status }) => !isTrue(status?.conditions, 'Ready'));
  });
}

async function bringUp(api: ClusterApi, namespace: string, { name, isHalted, afterwards = [] }: SceneVm): Promise<void> {
  if (isHalted) return;
  await untilRuns(api, namespace, name);
  for (const deed of afterwards) await act(api, namespace, name, deed);
}

/** The addresses of what runs in a namespace. */
async function addressesIn(api: ClusterApi, namespace: string): Promise<AddressBook> {
  const pods = servingPods(await api.list<Pod>(core(namespace, 'pods')));
  return new Map(
    pods.map((pod) => [
      pod.metadata?.annotations?.['kubevirt.io/domain'] ?? nameOf(pod),
      { address: pod.status?.podIP ?? '', pod: nameOf(pod), uid: uidOf(pod) ?? '' },
    ]),
  );
}

/** Makes a situation in a namespace of its own, and waits until the VMs are as it says. */
export async function stageScene(api: ClusterApi, scene: Scene, namespace: string): Promise<void> {
  const { where, object } = namespaceManifest(namespace, scene.namespaceLabels);
  await api.send('POST', where, object);
  await untilUsable(api, namespace);
  for (const manifest of manifestsOf(scene, namespace)) await api.send('POST', manifest.where, manifest.object);
  await Promise.all(scene.vms.map((vm) => bringUp(api, namespace, vm)));
  const { slices = [] } = scene;
  if (slices.length === 0) return;
  const book = await addressesIn(api, namespace);
  for (const slice of slices) {
    const manifest = sliceManifest(slice, namespace, book);
    await api.send('POST', manifest.where, manifest.object);
  }
}

/** Begins to take a situation away. */
export const removeScene = (api: ClusterApi, namespace: string): Promise<unknown> =>
  api.send('DELETE', `/api/v1/namespaces/${namespace}`, undefined, [404]);

