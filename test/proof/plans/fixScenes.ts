import type { RuleCode } from '../../../src/domain/diagnosis/finding';
import { SERVICE, WANTED, type Scene, type SceneVm, type ServiceSpec } from '../scene';

/** A situation with one thing wrong, for which the product offers a fix. */
export interface FixScene {
  readonly code: RuleCode;
  readonly scene: Scene;
  /** it is about the DNS name of the VM itself, which is asked for instead of a dial */
  readonly isOfName?: true;
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
const DENY = [{ podSelector: {}, policyTypes: ['Ingress'] }];
const OTHERS_ONLY = [
  {
    podSelector: {},
    ingress: [{ from: [{ podSelector: { matchLabels: { role: 'nobody' } } }], ports: [{ port: 22 }] }],
  },
];

/**
 * Every fix that ends something which blocks, but for those that this cluster cannot show: a failing probe (P1, H5), a
 * link that is down (N4), an instance that failed (V5), and Routes (R1, R6). Fixes of limitations change nothing that
 * can be dialled now (S7, S8, S11, V7, A1).
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
  { code: 'H1', scene: aScene({}, { ...SPEC, clusterIP: 'None' }), isOfName: true },
];
