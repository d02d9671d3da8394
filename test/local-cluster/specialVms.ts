import { expect } from '@playwright/test';
import { api, paths } from './localCluster';
import { readVm, readVmi } from './vms';

export type RunStrategy = 'Always' | 'Halted' | 'Manual' | 'Once' | 'RerunOnFailure';

/** What about a VM may be out of the ordinary. */
export interface SpecialVm {
  readonly runStrategy?: RunStrategy;
  /** of the VirtualMachine object itself */
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly templateLabels?: Record<string, string>;
  /** durations such as `2s` by which the stand-ins for kubelet and virt-handler are slowed down */
  readonly delays?: { readonly boot?: string; readonly stop?: string; readonly migration?: string };
  /** a guest that is still shutting down after this many seconds is ended */
  readonly graceSeconds?: number;
  /** the ports list of the masquerade interface */
  readonly ports?: readonly { readonly port: number; readonly protocol?: string }[];
  readonly subdomain?: string;
  readonly hostname?: string;
  /** true: the VM has no network at all */
  readonly hasNoPodNetwork?: boolean;
}

const KNOBS = {
  boot: 'expose-vm.test/boot-delay',
  stop: 'expose-vm.test/stop-delay',
  migration: 'expose-vm.test/migration-delay',
} as const;

/** The `spec.template` of a VM. */
export function templateOf({
  templateLabels = {},
  delays = {},
  graceSeconds = 0,
  ports,
  subdomain,
  hostname,
  hasNoPodNetwork = false,
}: SpecialVm) {
  const annotations = Object.fromEntries(
    Object.entries(delays).map(([knob, duration]) => [KNOBS[knob as keyof typeof KNOBS], duration]),
  );
  const nic = { name: 'default', masquerade: {}, ...(ports ? { ports } : {}) };
  const networks = { networks: [{ name: 'default', pod: {} }] };
  return {
    metadata: { labels: templateLabels, annotations },
    spec: {
      terminationGracePeriodSeconds: graceSeconds,
      ...(subdomain ? { subdomain } : {}),
      ...(hostname ? { hostname } : {}),
      domain: {
        devices: {
          disks: [{ name: 'disk', disk: { bus: 'virtio' } }],
          ...(hasNoPodNetwork ? { autoattachPodInterface: false } : { interfaces: [nic] }),
        },
        memory: { guest: '128Mi' },
      },
      ...(hasNoPodNetwork ? {} : networks),
      volumes: [{ name: 'disk', containerDisk: { image: 'quay.io/kubevirt/cirros-container-disk-demo:v1.8.4' } }],
    },
  };
}

/** Waits until a VM runs and is Ready. */
export async function expectRunning(namespace: string, name: string): Promise<void> {
  await expect
    .poll(
      async () =>
        (
          await api<{ status?: { conditions?: { type: string; status: string }[] } }>(
            'GET',
            paths.vm(namespace, name),
            undefined,
            [200, 404],
          )
        ).status?.conditions?.find(({ type }) => type === 'Ready')?.status,
      { timeout: 60_000 },
    )
    .toBe('True');
}

/** Makes a VM of a namespace that is the test's own, and waits until it is as its run strategy says. */
export async function makeSpecialVm(namespace: string, name: string, options: SpecialVm): Promise<void> {
  const { runStrategy = 'Always', labels = {}, annotations = {} } = options;
  await api('POST', paths.vms(namespace), {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace, labels, annotations },
    spec: { runStrategy, template: templateOf(options) },
  });
  const isStopped = runStrategy === 'Halted' || runStrategy === 'Manual';
  if (isStopped)
    await expect
      .poll(async () => (await readVm(namespace, name)).status?.printableStatus, { timeout: 60_000 })
      .toBe('Stopped');
  else await expectRunning(namespace, name);
}

/** Asks KubeVirt as the administrator, beside the page, to start, stop or restart a VM. */
export const putVm = (namespace: string, name: string, verb: 'start' | 'stop' | 'restart') =>
  api('PUT', `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/${name}/${verb}`, {});

export const uidOfVmi = async (namespace: string, name: string): Promise<string> =>
  (await readVmi(namespace, name)).metadata.uid;
