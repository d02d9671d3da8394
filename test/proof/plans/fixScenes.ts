import type { RuleCode } from '../../../src/domain/diagnosis/finding';
import { SERVICE, WANTED, type Afterwards, type Scene, type SceneVm, type ServiceSpec } from '../scene';

/** A situation with one thing wrong, for which the product offers a fix. */
export interface FixScene {
  readonly code: RuleCode;
  readonly scene: Scene;
  /** it is about this DNS name of the VM, as it is in its own project, which is asked for instead of a dial */
  readonly dnsName?: string;
}

/** One in which all is reached, but not after what a limitation warns of; its fix prevents that. */
export interface LossScene extends FixScene {
  readonly loss: Afterwards;
}

const VM: SceneVm = { name: 'vm1', templateLabels: WANTED, node: 'node1' };
const SPEC = { selector: WANTED, ports: [{ port: 80, targetPort: 8080 }] };
const aScene = (vm: Partial<SceneVm>, spec: ServiceSpec = SPEC, more: Partial<Scene> = {}): Scene => ({
  number: 0,
  vms: [{ ...VM, ...vm }],
  services: [{ name: SERVICE, spec }],
  clientNode: 'node2',
  ...more,
});
const HEADLESS = { ...SPEC, clusterIP: 'None' };
const OWN_NAME = `${VM.name}.${SERVICE}`;
/** The template has the label, and the pod, but not the instance; the VM may run on any node. */
const ON_THE_POD_ALONE: Scene = {
  number: 0,
  vms: [
    {
      name: VM.name,
      afterwards: [
        { what: 'relabel', layer: 'template', labels: WANTED },
        { what: 'relabel', layer: 'pod', labels: WANTED },
      ],
    },
  ],
  services: [{ name: SERVICE, spec: SPEC }],
};
const DENY = [{ podSelector: {}, policyTypes: ['Ingress'] }];
const OTHERS_ONLY = [
  {
    podSelector: {},
    ingress: [{ from: [{ podSelector: { matchLabels: { role: 'nobody' } } }], ports: [{ port: 22 }] }],
  },
];

/**
 * Every fix that ends something which blocks, and that of a VM whose subdomain no headless Service has (H4). Routes
 * (R1, R6) are not among them: the local cluster has no router that carries traffic.
 */
export const FIX_SCENES: readonly FixScene[] = [
  { code: 'S1', scene: aScene({}, { ports: SPEC.ports }) },
  { code: 'S3', scene: aScene({ templateLabels: { app: 'other' } }) },
  {
    code: 'S4',
    scene: aScene({ templateLabels: {}, afterwards: [{ what: 'relabel', layer: 'template', labels: WANTED }] }),
  },
  { code: 'S5', scene: aScene({ templateLabels: {}, objectLabels: WANTED }) },
  {
    code: 'S6',
    scene: aScene({ templateLabels: {}, afterwards: [{ what: 'relabel', layer: 'vmi', labels: WANTED }] }),
  },
  { code: 'S9', scene: aScene({ hostname: 'guest' }, { ...SPEC, selector: { 'vm.kubevirt.io/name': 'vm1' } }) },
  {
    code: 'S10',
    scene: aScene(
      { afterwards: [{ what: 'relabel', layer: 'pod', labels: { 'vmi.kubevirt.io/id': null } }] },
      { ...SPEC, selector: { 'vmi.kubevirt.io/id': 'vm1' } },
    ),
  },
  { code: 'S14', scene: aScene({}, { ...SPEC, selector: { 'kubevirt.io/created-by': 'nobody' } }) },
  { code: 'V1', scene: aScene({ isHalted: true }) },
  { code: 'V4', scene: aScene({ afterwards: [{ what: 'pause' }] }) },
  { code: 'N2', scene: aScene({ ports: [{ port: 22 }] }) },
  { code: 'E3', scene: aScene({}, { ...SPEC, ports: [{ port: 8080, targetPort: 'http' }] }) },
  { code: 'K1', scene: aScene({}, SPEC, { policies: DENY }) },
  { code: 'K1', scene: aScene({}, { ...SPEC, type: 'NodePort' }, { policies: DENY }) },
  {
    code: 'K1',
    scene: aScene(
      {},
      { ...SPEC, type: 'LoadBalancer', loadBalancerClass: 'expose-vm.test/lb' },
      { policies: OTHERS_ONLY },
    ),
  },
  { code: 'P1', scene: aScene({ probe: 'unanswered' }) },
  { code: 'N4', scene: aScene({ isLinkDown: true }) },
  { code: 'V5', scene: aScene({ isManual: true, afterwards: [{ what: 'power-off' }] }) },
  { code: 'H1', scene: aScene({}, HEADLESS), dnsName: OWN_NAME },
  {
    code: 'H2',
    scene: aScene({ afterwards: [{ what: 'change-spec', spec: { subdomain: SERVICE } }] }, HEADLESS),
    dnsName: OWN_NAME,
  },
  { code: 'H4', scene: aScene({ subdomain: 'other' }), dnsName: `${VM.name}.other` },
  { code: 'H5', scene: aScene({ subdomain: SERVICE, probe: 'unanswered' }, HEADLESS), dnsName: OWN_NAME },
];

/** What is lost without the fix: labels that only the pod has, and what hangs on the instance of today. */
export const LOSS_SCENES: readonly LossScene[] = [
  {
    code: 'S7',
    scene: aScene({
      templateLabels: {},
      afterwards: [
        { what: 'relabel', layer: 'vmi', labels: WANTED },
        { what: 'relabel', layer: 'pod', labels: WANTED },
      ],
    }),
    loss: { what: 'restart' },
  },
  { code: 'S8', scene: ON_THE_POD_ALONE, loss: { what: 'migrate' } },
  { code: 'V7', scene: ON_THE_POD_ALONE, loss: { what: 'migrate' } },
  {
    code: 'S11',
    scene: aScene({ afterwards: [{ what: 'select-by', key: 'kubevirt.io/created-by' }] }),
    loss: { what: 'restart' },
  },
  { code: 'A1', scene: aScene({ afterwards: [{ what: 'own' }] }), loss: { what: 'restart' } },
];
