import { VM_NAME, aPod, aRunningVm, aStoppedVm, aVm, aVmi, launcherLabels } from '../../../../../test/objects/builders';
import { aService, aSlice, anEndpoint, type ServiceOptions } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, detectedBy, findingOf } from '../../../../../test/objects/diagnosis';
import type { Labels } from '../../../k8s/objects';
import type { SeenVm } from '../../../k8s/seen';
import { diagnose } from '../../diagnose';
import { selectorCaveatRules } from './selectorCaveatRules';
import { selectorMissRules } from './selectorMissRules';

const BACKEND = { tier: 'backend' };
const POD = { kind: 'Pod', names: ['virt-launcher-backendvm-abcde'] };
const blocks = (vm: SeenVm, service: ServiceOptions = {}) =>
  selectorMissRules.find(({ detect }) => detect(aSituation(vm, service)))?.code;
const caveats = (vm: SeenVm, service: ServiceOptions = {}) => detectedBy(selectorCaveatRules, aSituation(vm, service));

/** A pod made before KubeVirt 1.7, in a VM whose template sets a hostname. */
const oldLabels = Object.fromEntries(
  Object.entries(launcherLabels('guest-hostname', 'vmi-1')).filter(([key]) => key !== 'vmi.kubevirt.io/id'),
);
const oldVm: SeenVm = { vm: aVm(), vmi: aVmi(), pods: [aPod({ labels: oldLabels })] };

describe('a selector that selects the pod', () => {
  it('has no blocking reason and no caveat when all layers carry it', () => {
    expect(blocks(aReachedVm())).toBeUndefined();
    expect(caveats(aReachedVm())).toEqual([]);
  });

  it('may be by the labels that KubeVirt sets, which no template has', () => {
    expect(caveats(aRunningVm(), { selector: { 'vmi.kubevirt.io/id': VM_NAME } })).toEqual([]);
  });
});

describe('S1: no selector', () => {
  const situation = (...slices: ReturnType<typeof aSlice>[]) => ({
    service: aService(),
    vm: aReachedVm(),
    endpointSlices: slices,
  });

  it('is said when nobody has made a slice by hand either', () => {
    expect(detectedBy(selectorMissRules, situation(aSlice({ service: 'other' })))).toEqual(['S1']);
    expect(findingOf(situation(), 'S1')).toMatchObject({
      grade: 'blocking',
      hop: 'Service',
      object: { kind: 'Service', names: ['backend'] },
      field: 'spec.selector',
    });
  });

  it('is not said when there is a slice, when slices could not be read, or of an alias', () => {
    expect(detectedBy(selectorMissRules, situation(aSlice()))).toEqual([]);
    expect(detectedBy(selectorMissRules, { ...situation(), endpointSlices: undefined })).toEqual([]);
    expect(detectedBy(selectorMissRules, { ...situation(), service: aService({ type: 'ExternalName' }) })).toEqual([]);
  });
});

describe('the reason why a selector misses the pod', () => {
  it.each<[string, string, SeenVm, ServiceOptions]>([
    ['S3', 'the label is nowhere', aRunningVm(), {}],
    [
      'S3',
      'all layers carry another value',
      aReachedVm({
        vm: { templateLabels: { tier: 'x' } },
        vmi: { labels: { tier: 'x' } },
        pod: { labels: { tier: 'x' } },
      }),
      {},
    ],
    [
      'S3',
      'the keys missed are on different layers',
      aRunningVm({ vm: { labels: { a: '1' }, templateLabels: { b: '2' } } }),
      { selector: { a: '1', b: '2' } },
    ],
    [
      'S4',
      'only the template carries it, so it waits for a restart',
      aRunningVm({ vm: { templateLabels: BACKEND } }),
      {},
    ],
    [
      'S4',
      'the running layers carry an older value',
      aReachedVm({ vmi: { labels: { tier: 'old' } }, pod: { labels: { tier: 'old' } } }),
      {},
    ],
    [
      'S4',
      'the VMI carries one of two',
      aRunningVm({ vm: { templateLabels: { a: '1', b: '2' } }, vmi: { labels: { a: '1' } } }),
      { selector: { a: '1', b: '2' } },
    ],
    ['S5', 'only the VM object carries it', aRunningVm({ vm: { labels: BACKEND } }), {}],
    [
      'S5',
      'the VM object carries what the pod lacks',
      aRunningVm({ vm: { labels: BACKEND }, pod: { labels: { app: 'x' } } }),
      { selector: { app: 'x', tier: 'backend' } },
    ],
    ['S6', 'the VMI carries it, the pod does not', aReachedVm({ pod: { labels: {} } }), {}],
    [
      'S9',
      'it asks for the name of the VM where the pod has its hostname',
      oldVm,
      { selector: { 'vm.kubevirt.io/name': VM_NAME } },
    ],
    ['S10', 'it asks for the id that an older pod lacks', oldVm, { selector: { 'vmi.kubevirt.io/id': VM_NAME } }],
    ['S3', 'it asks for the id of another VM', aRunningVm(), { selector: { 'vmi.kubevirt.io/id': 'other' } }],
    ['S3', 'it asks for the name of another VM', oldVm, { selector: { 'vm.kubevirt.io/name': 'other' } }],
  ])('is %s when %s', (code, _reason, vm, service) => {
    expect(blocks(vm, service)).toBe(code);
  });

  it('names the object, the field, what is there and what is needed', () => {
    const vm = aRunningVm({ pod: { labels: { tier: 'x', app: 'shop' } } });
    expect(findingOf(aSituation(vm, { selector: { tier: 'backend', app: 'shop', zone: 'a' } }), 'S3')).toEqual({
      code: 'S3',
      grade: 'blocking',
      hop: 'Service',
      object: POD,
      field: 'metadata.labels',
      actual: 'tier=x, zone absent',
      needed: 'tier=backend,zone=a',
      facts: { held: { tier: 'x', zone: null }, wanted: { tier: 'backend', zone: 'a' } },
      admissions: [],
    });
  });
});

describe('a VM that does not run', () => {
  it('is not missed by a selector that its template carries, KubeVirt setting its own labels later', () => {
    expect(
      blocks(aStoppedVm({ templateLabels: BACKEND }), { selector: { ...BACKEND, 'vmi.kubevirt.io/id': VM_NAME } }),
    ).toBeUndefined();
  });

  it.each<[string, SeenVm]>([
    ['S5', aStoppedVm({ labels: BACKEND })],
    ['S3', aStoppedVm()],
  ])('is missed for %s', (code, vm) => {
    expect(blocks(vm)).toBe(code);
  });

  it('is shown with its template, there being no pod', () => {
    expect(findingOf(aSituation(aStoppedVm()), 'S3')).toMatchObject({
      object: { kind: 'VirtualMachine', names: [VM_NAME] },
      field: 'spec.template.metadata.labels',
      actual: 'tier absent',
    });
  });

  it('has no caveats of a running one', () => {
    expect(caveats(aStoppedVm())).toEqual([]);
  });
});

describe('a selector that no label of the VM can satisfy', () => {
  it('S13: is of a Service in another project', () => {
    const situation = aSituation(aReachedVm());
    const elsewhere = {
      ...situation,
      service: { ...situation.service, metadata: { ...situation.service.metadata, namespace: 'other' } },
    };
    expect(findingOf(elsewhere, 'S13')).toMatchObject({ actual: 'other', needed: 'prod2' });
    expect(findingOf(situation, 'S13')).toBeUndefined();
  });

  it('S14: asks for a key that KubeVirt reserves', () => {
    expect(blocks(aReachedVm(), { selector: { 'kubevirt.io/nodeName': 'node1' } })).toBe('S14');
  });

  it('S3: names a stopped VM by the id of another one', () => {
    const template = { templateLabels: { tier: 'backend' } };
    const of = (selector: Labels) => codesOf(diagnose(aSituation(aStoppedVm(template), { selector })));
    expect(of({ 'vmi.kubevirt.io/id': 'another' })).toContain('S3');
    expect(of({ 'vmi.kubevirt.io/id': VM_NAME })).not.toContain('S3');
    expect(of({ tier: 'backend', 'vm.kubevirt.io/name': 'another' })).toContain('S3');
  });

  it('S3: not S6, for a label that KubeVirt overwrites on the pod', () => {
    const labels = { 'vm.kubevirt.io/name': 'mine' };
    const seen = aReachedVm({ vm: { templateLabels: labels }, vmi: { labels } });
    expect(codesOf(diagnose(aSituation(seen, { selector: labels })))).toEqual(expect.arrayContaining(['S3', 'S15']));
  });

  it('S15: asks for another value of a key that KubeVirt writes itself', () => {
    const { findings } = diagnose(aSituation(aReachedVm(), { selector: { 'vm.kubevirt.io/name': 'someone' } }));
    expect(findings.map(({ code }) => code)).toEqual(['S3', 'S15']);
    expect(findings[1]).toMatchObject({ grade: 'note', facts: { held: { 'vm.kubevirt.io/name': 'backendvm' } } });
  });
});

describe('a selector beside a slice that is kept by hand', () => {
  const misses = { selector: { tier: 'other' } };

  it('has no say in where the slice sends connections', () => {
    const { verdict, findings } = diagnose(aSituation(aReachedVm(), misses, [aSlice({ managedBy: '' })]));
    expect(verdict).toBe('reachable');
    expect(findings.map(({ code }) => code)).toEqual(['E7', 'G1']);
  });

  it.each([
    ['a controller keeps it', aSlice()],
    ['its endpoint is not ready', aSlice({ managedBy: '', endpoints: [anEndpoint({ ready: false })] })],
    ['it has no endpoint of the VM', aSlice({ managedBy: '', endpoints: [] })],
  ])('is the reason where %s', (_, slice) => {
    const { verdict, findings } = diagnose(aSituation(aReachedVm(), misses, [slice]));
    expect([verdict, findings[0]?.code]).toEqual(['not-reachable', 'S3']);
  });
});
