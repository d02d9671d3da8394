import { expect } from '@playwright/test';
import { api, paths, type ApiObject } from './localCluster';

export interface VmOptions {
  /** labels of the VirtualMachine object itself, which KubeVirt copies nowhere */
  readonly ownLabels?: Record<string, string>;
  readonly templateLabels?: Record<string, string>;
  readonly runStrategy?: 'Always' | 'Halted';
  /** what the interface's list lets through; everything without one */
  readonly ports?: readonly { readonly port: number; readonly protocol: string }[];
  /** what the guest listens on, such as `80/tcp, 53/udp` (test/cluster/README.md); nothing without it */
  readonly listens?: string;
}

const vmOf = (
  namespace: string,
  name: string,
  { ownLabels = {}, templateLabels = {}, runStrategy = 'Always', ports = [], listens }: VmOptions,
) => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace, labels: ownLabels },
  spec: {
    runStrategy,
    template: {
      metadata: { labels: templateLabels, ...(listens && { annotations: { 'expose-vm.test/listens': listens } }) },
      spec: {
        terminationGracePeriodSeconds: 0,
        domain: {
          devices: {
            disks: [{ name: 'disk', disk: { bus: 'virtio' } }],
            interfaces: [{ name: 'default', masquerade: {}, ...(ports.length > 0 ? { ports } : {}) }],
          },
          memory: { guest: '128Mi' },
        },
        networks: [{ name: 'default', pod: {} }],
        volumes: [{ name: 'disk', containerDisk: { image: 'quay.io/kubevirt/cirros-container-disk-demo:v1.8.4' } }],
      },
    },
  },
});

export interface Condition {
  readonly type: string;
  readonly status: string;
}
export interface Vm extends ApiObject {
  readonly spec: { readonly template: { readonly metadata?: { readonly labels?: Record<string, string> } } };
  readonly status?: { readonly conditions?: Condition[]; readonly printableStatus?: string };
}
export interface Vmi extends ApiObject {
  readonly status: {
    readonly phase: string;
    readonly nodeName?: string;
    readonly conditions?: Condition[];
    readonly interfaces?: { readonly ipAddress?: string }[];
  };
}
export interface Pod extends ApiObject {
  readonly spec: { readonly nodeName?: string };
  readonly status: { readonly phase: string; readonly podIP?: string; readonly conditions?: Condition[] };
}
export interface Slice extends ApiObject {
  readonly endpoints?: { readonly addresses: string[]; readonly conditions: { readonly ready?: boolean } }[];
}

export const readVm = (namespace: string, name: string) => api<Vm>('GET', paths.vm(namespace, name));
export const readVmi = (namespace: string, name: string) => api<Vmi>('GET', paths.vmi(namespace, name));

/** The virt-launcher pods of a VM that are there to stay. */
export async function readPods(namespace: string, vmName: string): Promise<Pod[]> {
  const { items } = await api<{ items: Pod[] }>(
    'GET',
    paths.pods(namespace, '?labelSelector=kubevirt.io%3Dvirt-launcher'),
  );
  return items.filter(
    ({ metadata }) => !metadata.deletionTimestamp && metadata.annotations?.['kubevirt.io/domain'] === vmName,
  );
}

/** All endpoint addresses of a Service, with whether they take traffic. */
export async function readEndpoints(
  namespace: string,
  service: string,
): Promise<{ address: string; isReady: boolean }[]> {
  const { items } = await api<{ items: Slice[] }>('GET', paths.slices(namespace, service));
  return items
    .flatMap(({ endpoints }) => endpoints ?? [])
    .flatMap(({ addresses, conditions }) =>
      addresses.map((address) => ({ address, isReady: conditions.ready !== false })),
    );
}

/** All endpoint addresses of a Service that take traffic. */
export const readyEndpoints = async (namespace: string, service: string): Promise<string[]> =>
  (await readEndpoints(namespace, service)).filter(({ isReady }) => isReady).map(({ address }) => address);

/** Recreates a VM, whatever had that name before, and waits until it is as its run strategy says. */
export async function makeVm(namespace: string, name: string, options: VmOptions = {}): Promise<void> {
  await removeVm(namespace, name);
  await api('POST', paths.vms(namespace), vmOf(namespace, name, options));
  const wanted = options.runStrategy === 'Halted' ? 'Stopped' : 'Running';
  await expect
    .poll(async () => (await readVm(namespace, name)).status?.printableStatus, { timeout: 60_000 })
    .toBe(wanted);
  if (wanted === 'Running') {
    await expect
      .poll(
        async () => (await readVm(namespace, name)).status?.conditions?.find(({ type }) => type === 'Ready')?.status,
        { timeout: 60_000 },
      )
      .toBe('True');
  }
}

const isTrue = (wanted: string, conditions: readonly Condition[] = []): boolean =>
  conditions.some(({ type, status }) => type === wanted && status === 'True');

/**
 * Pauses the guest of a VM that runs, and waits until its pod is not ready any more: from then on no Service sends
 * anything to it.
 */
export async function pauseVm(namespace: string, name: string): Promise<void> {
  await api(
    'PUT',
    `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances/${name}/pause`,
    {},
  );
  await expect.poll(async () => isTrue('Paused', (await readVmi(namespace, name)).status.conditions)).toBe(true);
  await expect
    .poll(async () => (await readPods(namespace, name)).map(({ status }) => isTrue('Ready', status.conditions)))
    .toEqual([false]);
}

/** Restarts a VM as an administrator does, and waits until another instance of it runs. */
export async function restartVm(namespace: string, name: string): Promise<void> {
  const { uid } = (await readVmi(namespace, name)).metadata;
  await api('PUT', `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/${name}/restart`, {});
  const isRenewed = async () => {
    // between the two instances there is none
    const vmi = await api<Vmi & { kind?: string }>('GET', paths.vmi(namespace, name), undefined, [200, 404]);
    return vmi.kind !== 'Status' && vmi.metadata.uid !== uid && isTrue('Ready', vmi.status.conditions);
  };
  await expect.poll(isRenewed, { timeout: 60_000 }).toBe(true);
}

const isThere = async (path: string): Promise<boolean> =>
  (await api<{ kind?: string }>('GET', path, undefined, [200, 404])).kind !== 'Status';

async function removeVm(namespace: string, name: string): Promise<void> {
  await api('DELETE', paths.vm(namespace, name), undefined, [200, 202, 404]);
  await expect.poll(() => isThere(paths.vm(namespace, name)), { timeout: 60_000 }).toBe(false);
  await expect.poll(() => isThere(paths.vmi(namespace, name)), { timeout: 60_000 }).toBe(false);
}

export const removeService = (namespace: string, name: string) =>
  api('DELETE', paths.services(namespace, name), undefined, [200, 202, 404]);

/** A Service with the selector, of one port 80 unless others are given. */
export const makeService = (
  namespace: string,
  name: string,
  selector: Record<string, string>,
  ports: readonly object[] = [{ port: 80 }],
) =>
  api('POST', paths.services(namespace), {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { selector, ports },
  });
