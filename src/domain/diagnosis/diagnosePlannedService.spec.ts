import { aStoppedVm, type Networking } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aReachedVm, uncheckedOf } from '../../../test/objects/diagnosis';
import { aPolicy } from '../../../test/objects/networkBuilders';
import type { SeenVm } from '../k8s/seen';
import { diagnosePlannedService, type PlannedSituation } from './diagnose';

const MASQUERADE_22: Networking = { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] };
const NO_NETWORK: Networking = { interfaces: [], networks: [] };
const ALL_READ = { networkPolicies: [], namespaceLabels: {}, primaryNetwork: { kind: 'default' } } as const;
const planned = (vm: SeenVm, more: Partial<PlannedSituation> = {}) =>
  diagnosePlannedService({
    service: aService({ selector: { app: 'new' } }),
    vm,
    restarts: false,
    ...ALL_READ,
    ...more,
  });
const codes = (...args: Parameters<typeof planned>) => planned(...args).findings.map(({ code }) => code);

describe('diagnosePlannedService', () => {
  it('finds nothing where all is well and read, though no label and no endpoint is there yet', () => {
    expect(planned(aReachedVm())).toEqual({ findings: [], notChecked: [] });
  });

  it('tells all that would be in the way, the way in order', () => {
    const findings = codes(aReachedVm({ vmi: { ...MASQUERADE_22, paused: true } }), {
      networkPolicies: [aPolicy()],
      primaryNetwork: { kind: 'user-defined', name: 'udn', topology: 'layer3' },
    });
    expect(findings).toEqual(['V4', 'U6', 'K1', 'N2', 'U3', 'U1']);
  });

  it('says nothing of the state of a VM that the plan starts or restarts', () => {
    expect(codes(aStoppedVm())).toContain('V1');
    expect(codes(aStoppedVm(), { restarts: true })).toEqual([]);
    expect(codes(aReachedVm({ vmi: { paused: true } }), { restarts: true })).toEqual([]);
    expect(codes(aStoppedVm({ printableStatus: 'ErrorUnschedulable' }), { restarts: true })).toEqual(['V2']);
  });

  it('warns of a VM that stays stopped, for which a Service may be made ahead', () => {
    expect(planned(aStoppedVm()).findings).toMatchObject([{ code: 'V1', grade: 'limitation' }]);
  });

  it.each<[string, Partial<PlannedSituation>, string[]]>([
    ['policies', { networkPolicies: undefined }, ['K1']],
    ['the primary network', { primaryNetwork: undefined }, ['U6', 'U3', 'U1']],
    [
      'the networks that the label asks for',
      { primaryNetwork: { kind: 'labelled-only', wereNetworksRead: false } },
      ['U6', 'U3'],
    ],
    ['pods', { vm: { ...aReachedVm(), pods: [], arePodsUnknown: true }, networkPolicies: [aPolicy()] }, ['K1']],
  ])('names what was not checked when it could not read %s', (_, more, notChecked) => {
    const diagnosis = planned(aReachedVm(), more);
    expect(uncheckedOf(diagnosis)).toEqual(notChecked);
    expect(diagnosis.findings.filter(({ code }) => notChecked.includes(code))).toEqual([]);
  });

  it.each<[string, SeenVm, boolean, string[]]>([
    ['what runs, though the template differs', aReachedVm({ vm: MASQUERADE_22 }), false, []],
    ['what runs, though the template is mended', aReachedVm({ vmi: MASQUERADE_22 }), false, ['N2']],
    ['the template when the plan restarts', aReachedVm({ vm: MASQUERADE_22 }), true, ['N2']],
    ['the template when it mends what runs', aReachedVm({ vmi: MASQUERADE_22 }), true, []],
    ['the template of a stopped VM', aStoppedVm(MASQUERADE_22), false, ['N2', 'V1']],
    ['a template whose VM gets a pod network by itself', aStoppedVm(NO_NETWORK), false, ['V1']],
    [
      'a template without a pod network',
      aStoppedVm({
        interfaces: [{ name: 'lan', bridge: {} }],
        networks: [{ name: 'lan', multus: { networkName: 'lan' } }],
      }),
      false,
      ['N1', 'V1'],
    ],
  ])('judges the network by %s', (_, vm, restarts, expected) => {
    expect(codes(vm, { restarts })).toEqual(expected);
  });

  it('says of a template that attaches no pod network that there is none', () => {
    const { vm } = aStoppedVm(NO_NETWORK);
    const { devices } = vm.spec.template.spec?.domain ?? {};
    if (devices) devices.autoattachPodInterface = false;
    expect(codes({ vm, pods: [] })).toEqual(['N1', 'V1']);
  });

  it('names the field in the template', () => {
    expect(planned(aStoppedVm(MASQUERADE_22)).findings[0]).toMatchObject({
      object: { kind: 'VirtualMachine', names: ['backendvm'] },
      field: 'spec.template.spec.domain.devices.interfaces[default].ports',
    });
  });
});
