/**
 * Objects as the API server returns them, for tests: the fields that are always there are there, the rest is asked for.
 * The values are those of the walk-through: namespace `prod2`, VM `backendvm`, Service `backend`.
 */
import type {
  EndpointSlice,
  Labels,
  Pod,
  Service,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../src/domain/k8s/objects';
import type { Seen, SeenVm } from '../../src/domain/k8s/seen';

export const NAMESPACE = 'prod2';
export const VM_NAME = 'backendvm';
export const VM_UID = `vm-${VM_NAME}`;
export const SERVICE_NAME = 'backend';
export const RUN_ID = '6f7d9c3e-8a51-4a0a-9c58-7f3d1b0f2f10';
export const OTHER_RUN_ID = '00000000-1111-4222-8333-444444444444';

export const CREATED = '2026-08-01T10:00:00Z';
export const DELETED_AT = '2026-08-01T11:00:00Z';

type Interface = NonNullable<VirtualMachineInstance['spec']['domain']['devices']['interfaces']>[number];
type Network = NonNullable<VirtualMachineInstance['spec']['networks']>[number];

/**
 * The networking part of a VM spec and of a VMI spec: one masquerade interface on the pod network unless said
 * otherwise.
 */
export interface Networking {
  readonly interfaces?: readonly Interface[];
  readonly networks?: readonly Network[];
}

const vmiSpec = ({
  interfaces = [{ name: 'default', masquerade: {}, model: 'virtio' }],
  networks = [{ name: 'default', pod: {} }],
}: Networking) => ({
  architecture: 'amd64',
  domain: {
    cpu: { cores: 1, sockets: 1, threads: 1 },
    devices: {
      disks: [{ name: 'containerdisk', disk: { bus: 'virtio' } }],
      interfaces: interfaces.map((nic) => ({ ...nic })),
    },
    memory: { guest: '128Mi' },
  },
  networks: networks.map((network) => ({ ...network })),
  terminationGracePeriodSeconds: 30,
});

export interface VmOptions extends Networking {
  readonly name?: string;
  readonly uid?: string;
  /** labels of the VM object itself */
  readonly labels?: Labels;
  /** null: the map is missing from the template's metadata */
  readonly templateLabels?: Labels | null;
  /** false: the template has no metadata at all */
  readonly hasTemplateMetadata?: boolean;
  readonly runStrategy?: string;
  readonly printableStatus?: string;
  readonly stateChangeRequests?: readonly { action: string; uid?: string }[];
  readonly subdomain?: string;
}

export function aVm(options: VmOptions = {}): VirtualMachine {
  const {
    name = VM_NAME,
    uid = `vm-${name}`,
    templateLabels = {},
    hasTemplateMetadata = true,
    runStrategy = 'Always',
  } = options;
  const {
    printableStatus = runStrategy === 'Halted' ? 'Stopped' : 'Running',
    stateChangeRequests = [],
    subdomain,
    labels,
  } = options;
  const metadata = {
    creationTimestamp: null as unknown as string,
    ...(templateLabels ? { labels: { ...templateLabels } } : {}),
  };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name,
      namespace: NAMESPACE,
      uid,
      creationTimestamp: CREATED,
      generation: 1,
      resourceVersion: '100',
      ...(labels ? { labels: { ...labels } } : {}),
    },
    spec: {
      runStrategy,
      template: {
        ...(hasTemplateMetadata ? { metadata } : {}),
        spec: { ...vmiSpec(options), ...(subdomain ? { subdomain } : {}) },
      },
    },
    status: {
      created: printableStatus === 'Running',
      ready: printableStatus === 'Running',
      printableStatus,
      runStrategy,
      ...(stateChangeRequests.length > 0
        ? { stateChangeRequests: stateChangeRequests.map((request) => ({ ...request })) }
        : {}),
    },
  };
}

export interface VmiOptions extends Networking {
  readonly name?: string;
  readonly uid?: string;
  /** null: the VMI has no label map */
  readonly labels?: Labels | null;
  readonly phase?: string;
  readonly ready?: boolean;
  readonly paused?: boolean;
  readonly nodeName?: string;
  readonly ip?: string;
  readonly deleting?: boolean;
}

export function aVmi(options: VmiOptions = {}): VirtualMachineInstance {
  const {
    name = VM_NAME,
    uid = 'vmi-1',
    labels = {},
    phase = 'Running',
    ready = phase === 'Running',
    nodeName = 'node1',
    ip = '10.8.0.12',
  } = options;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      name,
      namespace: NAMESPACE,
      uid,
      creationTimestamp: CREATED,
      ...(labels ? { labels: { ...labels } } : {}),
      ...(options.deleting ? { deletionTimestamp: DELETED_AT } : {}),
      ownerReferences: [
        {
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachine',
          name,
          uid: `vm-${name}`,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: vmiSpec(options),
    status: {
      phase,
      nodeName,
      interfaces: [{ name: 'default', ipAddress: ip, ipAddresses: [ip], mac: '02:00:00:00:00:01', linkState: 'up' }],
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False', ...(ready ? {} : { reason: 'GuestNotRunning' }) },
        ...(options.paused ? [{ type: 'Paused', status: 'True', reason: 'PausedByUser' }] : []),
      ],
    },
  };
}

/** The labels that KubeVirt >= 1.7 puts on a virt-launcher pod beside those of the VMI. */
export const launcherLabels = (name: string, vmiUid: string): Labels => ({
  'kubevirt.io': 'virt-launcher',
  'kubevirt.io/created-by': vmiUid,
  'vm.kubevirt.io/name': name,
  'vmi.kubevirt.io/id': name,
});

export interface PodOptions {
  readonly name?: string;
  readonly uid?: string;
  /** all labels of the pod; those that KubeVirt sets are not added */
  readonly labels?: Labels;
  /** '' for a pod that has no address yet */
  readonly ip?: string;
  readonly ready?: boolean;
  readonly phase?: string;
  readonly nodeName?: string;
  readonly deleting?: boolean;
}

export function aPod(options: PodOptions = {}): Pod {
  const {
    name = 'virt-launcher-backendvm-abcde',
    uid = 'pod-1',
    labels = launcherLabels(VM_NAME, 'vmi-1'),
    ip = '10.8.0.12',
  } = options;
  const { phase = 'Running', ready = phase === 'Running', nodeName = 'node1' } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: NAMESPACE,
      uid,
      creationTimestamp: CREATED,
      labels: { ...labels },
      ...(options.deleting ? { deletionTimestamp: DELETED_AT } : {}),
    },
    spec: { containers: [{ name: 'compute', image: 'virt-launcher' }], nodeName },
    status: {
      phase,
      ...(ip ? { podIP: ip, podIPs: [{ ip }] } : {}),
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False', ...(ready ? {} : { reason: 'ContainersNotReady' }) },
      ],
    },
  };
}

/**
 * A VM that runs, with its VMI and its pod; the labels of the layers as given, those KubeVirt sets on the pod added.
 */
export function aRunningVm({
  vm = {},
  vmi = {},
  pod = {},
}: { vm?: VmOptions; vmi?: VmiOptions; pod?: PodOptions } = {}): SeenVm {
  const name = vm.name ?? VM_NAME;
  const instance = aVmi({ name, ...vmi });
  const launcher = launcherLabels(name, instance.metadata?.uid ?? '');
  return {
    vm: aVm(vm),
    vmi: instance,
    pods: [aPod({ name: `virt-launcher-${name}-abcde`, ...pod, labels: { ...launcher, ...pod.labels } })],
  };
}

export const aStoppedVm = (vm: VmOptions = {}): SeenVm => ({ vm: aVm({ runStrategy: 'Halted', ...vm }), pods: [] });

export const seenOf = (
  vms: readonly SeenVm[],
  services: readonly Service[] = [],
  endpointSlices: readonly EndpointSlice[] = [],
): Seen => ({ namespace: NAMESPACE, vms, services, endpointSlices });
