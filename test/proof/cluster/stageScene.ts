import { nameOf, uidOf, type K8sObject } from '../../../src/domain/k8s/objects';
import { servingPods } from '../../../src/domain/k8s/seen';
import type { Scene, SceneVm } from '../scene';
import { act, isTrue, start, untilRuns } from './actOnVm';
import { manifestsOf, sliceManifest, type AddressBook } from './manifests';
import { allDone } from './manyAtATime';
import type { ProofCluster } from './proofCluster';
import { until } from './until';

async function bringUp(cluster: ProofCluster, namespace: string, vm: SceneVm): Promise<void> {
  if (vm.isHalted) return;
  if (vm.isManual) await start(cluster, namespace, vm.name);
  await untilRuns(cluster, namespace, vm);
  for (const deed of vm.afterwards ?? []) await act(cluster, namespace, vm, deed);
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
