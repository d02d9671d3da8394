import { nameOf, uidOf, type K8sObject } from '../../../src/domain/k8s/objects';
import { servingPods } from '../../../src/domain/k8s/seen';
import type { Afterwards, Scene, SceneVm } from '../scene';
import type { ClusterApi } from './clusterApi';
import { core, kubevirt, manifestsOf, sliceManifest, type AddressBook } from './manifests';
import { allDone } from './manyAtATime';
import type { ProofCluster } from './proofCluster';
import { until } from './until';

const subresource = (namespace: string, plural: string, name: string, verb: string): string =>
  `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/${plural}/${name}/${verb}`;
const isTrue = (
  conditions: readonly { readonly type: string; readonly status: string }[] | undefined,
  wanted: string,
): boolean => (conditions ?? []).some(({ type, status }) => type === wanted && status === 'True');

/** Waits until another instance than that one runs, or the first, and its pod is ready. */
async function untilRuns(cluster: ProofCluster, namespace: string, name: string, uidBefore = ''): Promise<void> {
  await until(`${namespace}/${name} runs`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, name);
    if (!vmi || uidOf(vmi) === uidBefore || !isTrue(vmi.status?.conditions, 'Ready')) return false;
    return pods.length === 1 && pods.every(({ status }) => isTrue(status?.conditions, 'Ready'));
  });
}

/** Sends one request, and waits until what came of it is seen. */
async function sendAndSee({ api, seen }: ProofCluster, ...request: Parameters<ClusterApi['send']>): Promise<void> {
  await seen.untilSeen(await api.send<K8sObject>(...request));
}

async function relabel(
  cluster: ProofCluster,
  namespace: string,
  name: string,
  { layer, labels }: Extract<Afterwards, { what: 'relabel' }>,
): Promise<void> {
  if (layer === 'template')
    await sendAndSee(cluster, 'PATCH', `${kubevirt(namespace, 'virtualmachines')}/${name}`, {
      spec: { template: { metadata: { labels } } },
    });
  if (layer === 'vmi')
    await sendAndSee(cluster, 'PATCH', `${kubevirt(namespace, 'virtualmachineinstances')}/${name}`, {
      metadata: { labels },
    });
  if (layer === 'pod')
    for (const pod of cluster.seen.running(namespace, name).pods)
      await sendAndSee(cluster, 'PATCH', `${core(namespace, 'pods')}/${nameOf(pod)}`, { metadata: { labels } });
}

async function migrate(cluster: ProofCluster, namespace: string, name: string): Promise<void> {
  const before = cluster.seen.running(namespace, name).vmi?.status?.nodeName;
  await cluster.api.send('POST', kubevirt(namespace, 'virtualmachineinstancemigrations'), {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { generateName: 'move-', namespace },
    spec: { vmiName: name },
  });
  await until(`${namespace}/${name} leaves ${before}`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, name);
    return vmi?.status?.nodeName !== before && pods.length === 1;
  });
  await untilRuns(cluster, namespace, name);
}

/** Does one thing to a VM that runs, and waits until it is done. */
export async function act(cluster: ProofCluster, namespace: string, name: string, deed: Afterwards): Promise<void> {
  if (deed.what === 'relabel') return relabel(cluster, namespace, name, deed);
  if (deed.what === 'migrate') return migrate(cluster, namespace, name);
  const uid = uidOf(cluster.seen.running(namespace, name).vmi);
  const plural = deed.what === 'pause' ? 'virtualmachineinstances' : 'virtualmachines';
  await cluster.api.send('PUT', subresource(namespace, plural, name, deed.what), {});
  if (deed.what === 'restart') return untilRuns(cluster, namespace, name, uid);
  return until(`${namespace}/${name}: ${deed.what}`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, name);
    if (deed.what === 'stop') return vmi === undefined;
    return pods.length > 0 && pods.every(({ status }) => !isTrue(status?.conditions, 'Ready'));
  });
}

async function bringUp(
  cluster: ProofCluster,
  namespace: string,
  { name, isHalted, afterwards = [] }: SceneVm,
): Promise<void> {
  if (isHalted) return;
  await untilRuns(cluster, namespace, name);
  for (const deed of afterwards) await act(cluster, namespace, name, deed);
}

/** The addresses of what runs in a namespace. */
function addressesIn({ seen }: ProofCluster, namespace: string): AddressBook {
  const pods = servingPods([...seen.look(namespace).pods]);
  return new Map(
    pods.map((pod) => [
      pod.metadata?.annotations?.['kubevirt.io/domain'] ?? nameOf(pod),
      {
        address: pod.status?.podIP ?? '',
        pod: nameOf(pod),
        uid: uidOf(pod) ?? '',
        node: pod.spec?.nodeName ?? '',
      },
    ]),
  );
}

/** Waits until the pods of no VM run that a situation has. */
const untilPodsRun = ({ seen }: ProofCluster, namespace: string, count: number): Promise<void> =>
  until(`${namespace}: its pods run`, () => {
    const pods = seen.look(namespace).pods.filter(({ metadata }) => !metadata?.annotations?.['kubevirt.io/domain']);
    return pods.length === count && pods.every(({ status }) => isTrue(status?.conditions, 'Ready'));
  });

/** Makes a situation in an empty namespace, and waits until the VMs are as it says and all that was made is seen. */
export async function stageScene(cluster: ProofCluster, scene: Scene, namespace: string): Promise<void> {
  const { api, seen } = cluster;
  // a merge patch takes away what the situation before had
  const labels = { team: null, ...scene.namespaceLabels };
  const made = [await api.send<K8sObject>('PATCH', `/api/v1/namespaces/${namespace}`, { metadata: { labels } })];
  for (const { where, object } of manifestsOf(scene, namespace)) made.push(await api.send('POST', where, object));
  await allDone(scene.vms.map((vm) => bringUp(cluster, namespace, vm)));
  await untilPodsRun(cluster, namespace, 1 + (scene.pods?.length ?? 0));
  const book = addressesIn(cluster, namespace);
  for (const { name, slices = [] } of scene.services)
    for (const slice of slices) {
      const { where, object } = sliceManifest(name, slice, namespace, book);
      made.push(await api.send('POST', where, object));
    }
  await Promise.all(made.map((object) => seen.untilSeen(object)));
}
