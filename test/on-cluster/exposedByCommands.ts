/** What the tests of the commands share: the VM and Service that they expose, and what has become of them. */
import type { SelectionDraft } from '../../src/domain/draft/draft';
import type { Labels } from '../../src/domain/k8s/objects';
import type { PortDraft } from '../../src/domain/service/servicePort';
import { scriptFor } from '../../src/domain/steps/manifest';
import type { Step } from '../../src/domain/steps/step';
import { toKubernetesYaml } from '../../src/ui/kubernetesYaml';
import { apiPort } from '../local-cluster/apiPort';
import { makeNamespaceAdmin } from '../local-cluster/clusterTest';
import { makeVm, readPods, readVm, readVmi, readyEndpoints, type VmOptions } from '../local-cluster/vms';
import { draftFor, stepsNow } from './runs';

export const USER = 'vm-admin';
export const VM = 'backend.vm';
export const SERVICE = 'backend';

/** The steps as Review shows them for a shell. */
export const scriptOf = (steps: readonly Step[]): string => scriptFor(steps, toKubernetesYaml);

/** Keys and values that are legal and that a careless YAML would read as numbers, dates or truth values. */
export const LABELS: Labels = {
  tier: 'backend',
  'example.com/zone': '1.0',
  on: 'true',
  y: 'null',
  '1e3': '0x1F',
  no: '2026-08-01',
  constructor: '1_000',
  empty: '',
  '0777': '0777',
  null: 'NaN',
  '0X1F': '0B1',
  '1_0': '1__0',
};

export const PORTS: readonly PortDraft[] = [
  { name: 'http', port: '80', targetPort: '8080', protocol: 'TCP', nodePort: '' },
  { name: '53', port: '53', targetPort: '53', protocol: 'UDP', nodePort: '' },
];

export const draftIn = (namespace: string, selection: SelectionDraft) =>
  draftFor(namespace, VM, { serviceName: SERVICE, ports: PORTS, selection });
/** The steps of a draft with that selection, from a look at the cluster. */
export const planIn = (namespace: string, selection: SelectionDraft) => stepsNow(draftIn(namespace, selection));

/** Of the labels of an object those that are no other for each VM: neither uids nor where it runs. */
const persistentLabels = (labels: Labels = {}): Labels =>
  Object.fromEntries(
    Object.entries(labels).filter(([key]) => !['kubevirt.io/created-by', 'kubevirt.io/nodeName'].includes(key)),
  );

/** What the API server adds to a Service. */
const GIVEN = new Set([
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'internalTrafficPolicy',
  'sessionAffinity',
]);

/** What has become of a namespace's VM and its Services, without what differs from VM to VM. */
export async function outcomeIn(namespace: string, vmiUidBefore: string) {
  const [vm, vmi, pods, services] = [
    await readVm(namespace, VM),
    await readVmi(namespace, VM),
    await readPods(namespace, VM),
    await apiPort.list('Service', namespace),
  ];
  const addresses = vmi.status.interfaces?.map(({ ipAddress }) => ipAddress) ?? [];
  return {
    services: services.map(({ metadata, spec }) => ({
      name: metadata?.name,
      annotations: metadata?.annotations,
      spec: Object.fromEntries(Object.entries(spec ?? {}).filter(([field]) => !GIVEN.has(field))),
    })),
    templateLabels: vm.spec.template.metadata?.labels,
    vmiLabels: persistentLabels(vmi.metadata.labels),
    podLabels: pods.map(({ metadata }) => persistentLabels(metadata.labels)),
    isVmiRenewed: vmi.metadata.uid !== vmiUidBefore,
    isReached: (await readyEndpoints(namespace, SERVICE)).some((address) => addresses.includes(address)),
  };
}

/** A VM in a namespace; returns the uid of what runs, '' when nothing does. */
export async function prepare(namespace: string, options: VmOptions = {}): Promise<string> {
  await makeNamespaceAdmin(USER, namespace);
  await makeVm(namespace, VM, options);
  return (await apiPort.get({ kind: 'VirtualMachineInstance', namespace, name: VM }))?.metadata?.uid ?? '';
}
