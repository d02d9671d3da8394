import { labelsOf, nameOf, uidOf, type K8sObject } from '../../../src/domain/k8s/objects';
import { SERVICE, type Afterwards, type SceneVm } from '../scene';
import type { ClusterApi } from './clusterApi';
import { core, kubevirt } from './manifests';
import type { ProofCluster } from './proofCluster';
import { until } from './until';

/** The VM as far as its acts are concerned. */
type ActingVm = Pick<SceneVm, 'name' | 'probe'>;
type Deed<W extends Afterwards['what']> = Extract<Afterwards, { what: W }>;

const subresource = (namespace: string, plural: string, name: string, verb: string): string =>
  `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/${plural}/${name}/${verb}`;

export const isTrue = (
  conditions: readonly { readonly type: string; readonly status: string }[] | undefined,
  wanted: string,
): boolean => (conditions ?? []).some(({ type, status }) => type === wanted && status === 'True');

/** Waits until another instance than that one runs, or the first, and its pod is ready if it ever is. */
export async function untilRuns(
  cluster: ProofCluster,
  namespace: string,
  { name, probe }: ActingVm,
  uidBefore = '',
): Promise<void> {
  const wanted = String(probe !== 'unanswered');
  await until(`${namespace}/${name} runs`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, name);
    if (!vmi || uidOf(vmi) === uidBefore || vmi.status?.phase !== 'Running') return false;
    if (String(isTrue(vmi.status.conditions, 'Ready')) !== wanted) return false;
    return pods.length === 1 && pods.every(({ status }) => String(isTrue(status?.conditions, 'Ready')) === wanted);
  });
}

/** Starts a VM that is started by hand. */
export const start = (cluster: ProofCluster, namespace: string, name: string): Promise<unknown> =>
  cluster.api.send('PUT', subresource(namespace, 'virtualmachines', name, 'start'), {});

/** Sends one request, and waits until what came of it is seen. */
async function sendAndSee({ api, seen }: ProofCluster, ...request: Parameters<ClusterApi['send']>): Promise<void> {
  await seen.untilSeen(await api.send<K8sObject>(...request));
}

async function relabel(
  cluster: ProofCluster,
  namespace: string,
  name: string,
  { layer, labels }: Deed<'relabel'>,
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

async function migrate(cluster: ProofCluster, namespace: string, vm: ActingVm): Promise<void> {
  const before = cluster.seen.running(namespace, vm.name).vmi?.status?.nodeName;
  await cluster.api.send('POST', kubevirt(namespace, 'virtualmachineinstancemigrations'), {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { generateName: 'move-', namespace },
    spec: { vmiName: vm.name },
  });
  await until(`${namespace}/${vm.name} leaves ${before}`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, vm.name);
    return vmi?.status?.nodeName !== before && pods.length === 1;
  });
  await untilRuns(cluster, namespace, vm);
}

async function powerOff(cluster: ProofCluster, namespace: string, name: string): Promise<void> {
  // no guest shuts down within a second of its start; virt-controller would take that start for not done yet
  await until(`${namespace}/${name}: its start is over`, () =>
    cluster.seen
      .look(namespace)
      .vms.some(({ vm }) => nameOf(vm) === name && (vm.status?.stateChangeRequests ?? []).length === 0),
  );
  await cluster.api.send('PATCH', `${kubevirt(namespace, 'virtualmachineinstances')}/${name}`, {
    metadata: { annotations: { 'expose-vm.test/powered-off': 'yes' } },
  });
  await until(`${namespace}/${name} is off`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, name);
    return vmi?.status?.phase === 'Succeeded' && pods.length === 0;
  });
}

async function pauseOrStop(
  cluster: ProofCluster,
  namespace: string,
  name: string,
  what: 'pause' | 'stop',
): Promise<void> {
  const plural = what === 'pause' ? 'virtualmachineinstances' : 'virtualmachines';
  await cluster.api.send('PUT', subresource(namespace, plural, name, what), {});
  await until(`${namespace}/${name}: ${what}`, () => {
    const { vmi, pods } = cluster.seen.running(namespace, name);
    if (what === 'stop') return vmi === undefined;
    return pods.length > 0 && pods.every(({ status }) => !isTrue(status?.conditions, 'Ready'));
  });
}

/** Does one thing to a VM that runs, and waits until it is done. */
export async function act(cluster: ProofCluster, namespace: string, vm: ActingVm, deed: Afterwards): Promise<void> {
  const { name } = vm;
  const { vmi, pods } = cluster.seen.running(namespace, name);
  const service = `${core(namespace, 'services')}/${SERVICE}`;
  switch (deed.what) {
    case 'relabel':
      return relabel(cluster, namespace, name, deed);
    case 'migrate':
      return migrate(cluster, namespace, vm);
    case 'power-off':
      return powerOff(cluster, namespace, name);
    case 'pause':
    case 'stop':
      return pauseOrStop(cluster, namespace, name, deed.what);
    case 'restart':
      await cluster.api.send('PUT', subresource(namespace, 'virtualmachines', name, 'restart'), {});
      return untilRuns(cluster, namespace, vm, uidOf(vmi));
    case 'change-spec':
      return sendAndSee(cluster, 'PATCH', `${kubevirt(namespace, 'virtualmachines')}/${name}`, {
        spec: { template: { spec: deed.spec } },
      });
    case 'select-by':
      return sendAndSee(cluster, 'PATCH', service, {
        spec: { selector: { [deed.key]: labelsOf(pods[0])[deed.key] } },
      });
    case 'own': {
      const { apiVersion, kind } = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance' };
      return sendAndSee(cluster, 'PATCH', service, {
        metadata: { ownerReferences: [{ apiVersion, kind, name, uid: uidOf(vmi) }] },
      });
    }
  }
}
