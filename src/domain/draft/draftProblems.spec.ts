import { OTHER_RUN_ID, RUN_ID, VM_NAME, aRunningVm, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { stepOf, type DraftField } from './draftProblems';
import { resolve } from './resolve';
import type { ExposeDraft, LabelDraft } from './draft';

const running = seenOf([aRunningVm()]);
const problems = (changes: Partial<ExposeDraft>, seen = running) => resolve(aDraft(changes), seen, RUN_ID).problems;
const withLabels = (...labels: LabelDraft[]) =>
  problems({ selection: { by: 'label', labels, removed: [], timing: 'live' } });
const tier = { key: 'tier', value: 'backend' };

describe('draftProblems', () => {
  it('has nothing to say of a good draft', () => {
    expect(problems({})).toEqual([]);
    expect(withLabels(tier, { key: 'example.com/zone', value: '' })).toEqual([]);
  });

  it.each([
    ['', 'service-name.empty'],
    ['Back.end', 'service-name.grammar'],
    ['a'.repeat(64), 'service-name.length'],
  ])('refuses the Service name %j: %s', (serviceName, code) => {
    expect(problems({ serviceName })).toEqual([{ code, field: { at: 'service-name' } }]);
  });

  it.each([
    ['someone else', aService(), true],
    ['another run', aService({ run: OTHER_RUN_ID }), true],
    ['this run', aService({ run: RUN_ID }), false],
  ])('with a Service of the name from %s, the name is taken: %s', (_, service, isTaken) => {
    const found = problems({}, seenOf([aRunningVm()], [service]));
    expect(found).toEqual(isTaken ? [{ code: 'service-name.taken', field: { at: 'service-name' } }] : []);
  });

  it('says at which port and field something is wrong', () => {
    expect(problems({ ports: [{ name: '', port: '0', targetPort: '80', protocol: 'TCP', nodePort: '' }] })).toEqual([
      { code: 'port.range', field: { at: 'port', index: 0, field: 'port' } },
    ]);
    expect(problems({ ports: [] })).toEqual([{ code: 'ports.none', field: { at: 'port', index: -1, field: 'port' } }]);
  });

  it.each<[string, LabelDraft[], unknown[]]>([
    ['no label', [], [{ code: 'labels.none', field: { at: 'selection' } }]],
    [
      'a hostile key',
      [{ key: 'ti er', value: 'x' }],
      [{ code: 'label.key.name', field: { at: 'label', index: 0, field: 'key' } }],
    ],
    [
      'a hostile value',
      [{ key: 'tier', value: 'x y' }],
      [{ code: 'label.value.grammar', field: { at: 'label', index: 0, field: 'value' } }],
    ],
    [
      'a reserved key',
      [tier, { key: 'kubevirt.io/nodeName', value: 'x' }],
      [{ code: 'label.key.reserved', field: { at: 'label', index: 1, field: 'key' } }],
    ],
    [
      'a key twice',
      [tier, { key: 'tier', value: 'x' }],
      [{ code: 'label.duplicate', field: { at: 'label', index: 1, field: 'key' } }],
    ],
    [
      'both wrong',
      [{ key: '', value: '-' }],
      [
        { code: 'label.key.empty', field: { at: 'label', index: 0, field: 'key' } },
        { code: 'label.value.grammar', field: { at: 'label', index: 0, field: 'value' } },
      ],
    ],
  ])('refuses %s', (_, labels, expected) => {
    expect(withLabels(...labels)).toEqual(expected);
  });

  it('says which VM is missing', () => {
    expect(problems({ vmNames: [VM_NAME, 'gone'], selection: byLabel('live') })).toEqual([
      { code: 'vm.missing', field: { at: 'vm', name: 'gone' } },
    ]);
  });

  it.each([
    ['is stopped', aStoppedVm()],
    ['is being restarted', aRunningVm({ vmi: { deleting: true } })],
    ['has no pod yet', { ...aRunningVm(), pods: [] }],
  ])('cannot select just a VM that %s, but can by a label', (_, vm) => {
    expect(problems({}, seenOf([vm]))).toEqual([{ code: 'vm.no-identity', field: { at: 'selection' } }]);
    expect(problems({ selection: byLabel('next-restart') }, seenOf([vm]))).toEqual([]);
  });

  it.each([
    ['this run', RUN_ID, []],
    [
      'another run',
      OTHER_RUN_ID,
      [
        { code: 'service-name.taken', field: { at: 'service-name' } },
        { code: 'vm.no-identity', field: { at: 'selection' } },
      ],
    ],
  ])('with a Service that %s has made, a VM that is being restarted gives: %s', (_, run, expected) => {
    const restarting = seenOf(
      [aRunningVm({ vmi: { deleting: true } })],
      [aService({ run, selector: { 'vmi.kubevirt.io/id': VM_NAME } })],
    );
    expect(problems({}, restarting)).toEqual(expected);
  });

  it.each<[string, Partial<ExposeDraft>]>([
    ['by itself', { vmNames: [] }],
    ['by a label', { vmNames: [], selection: byLabel('live') }],
  ])('wants a VM, selected %s', (_, changes) => {
    expect(problems(changes)).toEqual([{ code: 'vm.none', field: { at: 'selection' } }]);
  });

  it('wants a label for several VMs: the identity is that of one', () => {
    const two = seenOf([aRunningVm(), aRunningVm({ vm: { name: 'other' } })]);
    const vmNames = [VM_NAME, 'other'];
    expect(problems({ vmNames }, two)).toEqual([{ code: 'vm.several-need-label', field: { at: 'selection' } }]);
    expect(problems({ vmNames, selection: byLabel('live') }, two)).toEqual([]);
  });

  it('says of a VM that is not there only that', () => {
    expect(problems({ vmNames: ['gone'] })).toEqual([{ code: 'vm.missing', field: { at: 'vm', name: 'gone' } }]);
  });

  it('lists all problems in the order of the wizard', () => {
    const found = problems({
      serviceName: '',
      ports: [],
      vmNames: ['gone'],
      selection: byLabel('live', { 'ti er': 'x' }),
    });
    expect(found.map(({ code }) => code)).toEqual(['service-name.empty', 'ports.none', 'vm.missing', 'label.key.name']);
    const none = problems({ vmNames: [], selection: byLabel('live', { 'ti er': 'x' }) });
    expect(none.map(({ code }) => code)).toEqual(['label.key.name', 'vm.none']);
  });
});

describe('stepOf', () => {
  it.each<[DraftField, string]>([
    [{ at: 'service-name' }, 'ports'],
    [{ at: 'port', index: 0, field: 'name' }, 'ports'],
    [{ at: 'label', index: 0, field: 'key' }, 'selection'],
    [{ at: 'selection' }, 'selection'],
    [{ at: 'vm', name: VM_NAME }, 'selection'],
  ])('%j is mended in the step %s', (field, step) => {
    expect(stepOf(field)).toBe(step);
  });
});

describe('what keeps VMs from being added to a Service', () => {
  const usingExisting = (
    service: Parameters<typeof aService>[0] | undefined,
    changes: Partial<ExposeDraft> = {},
    vms = [aRunningVm()],
  ) =>
    resolve(
      aDraft({
        selection: { by: 'service', timing: 'live' },
        ports: [{ name: '', port: '80', targetPort: '8080', protocol: 'TCP', nodePort: '' }],
        ...changes,
      }),
      seenOf(vms, service ? [aService(service)] : []),
      RUN_ID,
    ).problems.map(({ code }) => code);

  it('nothing, when its selector can be given by labels', () => {
    expect(usingExisting({ selector: { tier: 'backend' } })).toEqual([]);
  });

  it.each<[string, Parameters<typeof aService>[0] | undefined, string]>([
    ['it is not there', undefined, 'service.missing'],
    ['it has no selector', {}, 'service.no-selector'],
    ['it is an alias, selector or not', { type: 'ExternalName', selector: { tier: 'backend' } }, 'service.no-selector'],
    [
      'it selects another VM by what KubeVirt keeps',
      { selector: { 'vmi.kubevirt.io/id': 'other' } },
      'service.of-other-vm',
    ],
  ])('%s', (_, service, code) => {
    expect(usingExisting(service)).toEqual([code]);
  });

  it('it is being deleted', () => {
    const service = aService({ selector: { tier: 'backend' } });
    const going = { ...service, metadata: { ...service.metadata, deletionTimestamp: '2026-08-01T10:00:00Z' } };
    const draft = aDraft({ serviceName: 'backend', selection: { by: 'service', timing: 'live' } });
    const { problems } = resolve(draft, seenOf([aRunningVm()], [going]), RUN_ID);
    expect(problems.map(({ code }) => code)).toEqual(['service.deleting']);
  });

  it('none was chosen', () => {
    expect(usingExisting({ selector: { tier: 'backend' } }, { serviceName: '' })).toEqual(['service.none']);
  });

  it('one of several VMs lacks the label that only KubeVirt gives', () => {
    const others = [aRunningVm(), aRunningVm({ vm: { name: 'other' } })];
    expect(usingExisting({ selector: { 'vmi.kubevirt.io/id': VM_NAME } })).toEqual([]);
    expect(
      usingExisting({ selector: { 'vmi.kubevirt.io/id': VM_NAME } }, { vmNames: [VM_NAME, 'other'] }, others),
    ).toEqual(['service.of-other-vm']);
    // a stopped VM gets its own label when it starts
    expect(usingExisting({ selector: { 'vmi.kubevirt.io/id': VM_NAME } }, {}, [aStoppedVm()])).toEqual([]);
    expect(usingExisting({ selector: { 'vmi.kubevirt.io/id': 'other' } }, {}, [aStoppedVm()])).toEqual([
      'service.of-other-vm',
    ]);
  });

  it('having no ports, unless the Service has none either and needs none', () => {
    const portless = { selector: { tier: 'backend' }, ports: [] };
    expect(usingExisting(portless, { ports: [], type: 'Headless' })).toEqual([]);
    expect(usingExisting(portless, { ports: [], type: 'ClusterIP' })).toEqual(['ports.none']);
    expect(usingExisting({ selector: { tier: 'backend' } }, { ports: [] })).toEqual(['ports.none']);
    expect(problems({ ports: [] })).toEqual([{ code: 'ports.none', field: { at: 'port', index: -1, field: 'port' } }]);
  });

  it('a target port that is neither a number nor the name of one', () => {
    const named = { name: '', port: '80', targetPort: 'http', protocol: 'TCP', nodePort: '' } as const;
    expect(
      usingExisting({ selector: { tier: 'backend' }, ports: [{ port: 80, targetPort: 'http' }] }, { ports: [named] }),
    ).toEqual([]);
    expect(usingExisting({ selector: { tier: 'backend' } }, { ports: [{ ...named, targetPort: 'ht_tp' }] })).toEqual([
      'target-port.grammar',
    ]);
  });
});
