import { recordFor } from '../../../test/objects/planFor';
import {
  RUN_ID,
  VM_NAME,
  VM_UID,
  aPod,
  aRunningVm,
  aStoppedVm,
  aVm,
  aVmi,
  seenOf,
} from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import type { ExposeDraft } from '../draft/draft';
import type { LabelTiming } from '../labels/timing';
import type { ReplacedOnVm, RunRecord } from './run';
import type { SeenVm } from '../k8s/seen';

const NOTHING: ReplacedOnVm = { vmUid: VM_UID, template: {}, vmi: {}, pod: {} };
const replacedBy = (draft: ExposeDraft, seen: SeenVm, earlier?: ReplacedOnVm): ReplacedOnVm | undefined =>
  recordFor(draft, seenOf([seen]), RUN_ID, earlier && { runId: RUN_ID, draft, replaced: { [VM_NAME]: earlier } })
    .replaced[VM_NAME];
const layered = (template: string, vmi: string, pod: string): SeenVm =>
  aRunningVm({
    vm: { templateLabels: { tier: template, app: 'shop' } },
    vmi: { labels: { tier: vmi } },
    pod: { labels: { tier: pod } },
  });
const replaced = (timing: LabelTiming, seen: SeenVm, labels?: Record<string, string>) =>
  replacedBy(aDraft({ selection: byLabel(timing, labels) }), seen);
const tier = (before: string | null, ...after: string[]) => ({
  tier: { before, after: after.length > 0 ? after : ['backend'] },
});

describe('what a record remembers of a VM', () => {
  const seen = layered('frontend', 'old', 'older');

  it.each<[LabelTiming, ReplacedOnVm]>([
    ['live', { vmUid: VM_UID, template: tier('frontend'), vmi: tier('old'), pod: tier('older') }],
    // another restart would give what runs the labels of the template
    ['restart', { vmUid: VM_UID, template: tier('frontend'), vmi: tier('frontend'), pod: tier('frontend') }],
    ['next-restart', { vmUid: VM_UID, template: tier('frontend'), vmi: {}, pod: {} }],
    ['pod-only', { vmUid: VM_UID, template: {}, vmi: {}, pod: tier('older') }],
  ])('remembers for %s what is there before: %j', (timing, expected) => {
    expect(replaced(timing, seen)).toEqual(expected);
  });

  it.each<[LabelTiming, ReplacedOnVm]>([
    ['live', { vmUid: VM_UID, template: tier(null), vmi: tier(null), pod: tier(null) }],
    ['restart', { vmUid: VM_UID, template: tier(null), vmi: tier(null), pod: tier(null) }],
    ['next-restart', { vmUid: VM_UID, template: tier(null), vmi: {}, pod: {} }],
    ['pod-only', { vmUid: VM_UID, template: {}, vmi: {}, pod: tier(null) }],
  ])('remembers for %s that nothing was there', (timing, expected) => {
    expect(replaced(timing, aRunningVm())).toEqual(expected);
    expect(replaced(timing, aRunningVm({ vm: { hasTemplateMetadata: false }, vmi: { labels: null } }))).toEqual(
      expected,
    );
  });

  it('tells an empty value from none', () => {
    expect(replaced('live', layered('', '', ''))).toEqual({
      vmUid: VM_UID,
      template: tier(''),
      vmi: tier(''),
      pod: tier(''),
    });
    expect(replaced('next-restart', aRunningVm(), { tier: '' })?.template).toEqual(tier(null, ''));
  });

  it.each<[LabelTiming, SeenVm, ReplacedOnVm]>([
    ['live', layered('backend', 'old', 'backend'), { vmUid: VM_UID, template: {}, vmi: tier('old'), pod: {} }],
    ['live', layered('backend', 'backend', 'backend'), NOTHING],
    ['restart', layered('backend', 'old', 'older'), NOTHING],
    ['next-restart', layered('backend', 'old', 'older'), NOTHING],
  ])('leaves out for %s what is as wanted already', (timing, vm, expected) => {
    expect(replaced(timing, vm)).toEqual(expected);
  });

  it('is about each key by itself, and about no key that the run does not set', () => {
    expect(replaced('next-restart', seen, { tier: 'backend', app: 'shop', zone: 'a' })?.template).toEqual({
      ...tier('frontend'),
      zone: { before: null, after: ['a'] },
    });
  });

  it('takes keys that every JavaScript object inherits for absent', () => {
    expect(replaced('live', aRunningVm(), { constructor: 'x' })).toEqual({
      vmUid: VM_UID,
      template: { constructor: { before: null, after: ['x'] } },
      vmi: { constructor: { before: null, after: ['x'] } },
      pod: { constructor: { before: null, after: ['x'] } },
    });
  });

  it('looks at the live VMI and at the first live pod', () => {
    const ended = aPod({ name: 'ended', phase: 'Failed', labels: { tier: 'ended' } });
    const live = aPod({ labels: { tier: 'older' } });
    expect(replaced('live', { vm: aVm(), vmi: aVmi({ labels: { tier: 'old' } }), pods: [ended, live] })).toEqual({
      vmUid: VM_UID,
      template: tier(null),
      vmi: tier('old'),
      pod: tier('older'),
    });
    expect(replaced('live', aStoppedVm())).toEqual({
      vmUid: VM_UID,
      template: tier(null),
      vmi: tier(null),
      pod: tier(null),
    });
  });

  it('is nothing for a run that selects just the VM', () => {
    expect(replacedBy(aDraft(), seen)).toEqual(NOTHING);
  });
});

describe('what a record remembers after a change of the draft in the same run', () => {
  const live: ReplacedOnVm = { vmUid: VM_UID, template: tier('frontend'), vmi: tier('old'), pod: tier(null) };
  const later = (timing: LabelTiming, seen: SeenVm, labels?: Record<string, string>, earlier = live) =>
    replacedBy(aDraft({ selection: byLabel(timing, labels) }), seen, earlier);

  it('forgets nothing when the later draft touches less', () => {
    expect(replacedBy(aDraft(), layered('backend', 'backend', 'backend'), live)).toEqual(live);
    expect(later('live', layered('backend', 'backend', 'backend'))).toEqual(live);
    expect(later('next-restart', layered('backend', 'backend', 'backend'), { zone: 'a' })).toEqual({
      ...live,
      template: { ...tier('frontend'), zone: { before: null, after: ['a'] } },
    });
  });

  it('keeps what was there first, layer by layer, an absent value too, and remembers every value of the run', () => {
    expect(later('live', layered('backend', 'backend', 'backend'), { tier: 'web' })).toEqual({
      vmUid: VM_UID,
      template: tier('frontend', 'backend', 'web'),
      vmi: tier('old', 'backend', 'web'),
      pod: tier(null, 'backend', 'web'),
    });
  });

  it('takes a value that someone else has set since for what was there before, so that an undo brings that back', () => {
    expect(later('live', layered('web', 'web', 'web'))).toEqual({
      vmUid: VM_UID,
      template: tier('web'),
      vmi: tier('web'),
      pod: tier('web'),
    });
  });

  it('knows that a restart brings to what runs the label that had waited in the template', () => {
    const waiting: ReplacedOnVm = { vmUid: VM_UID, template: tier('frontend'), vmi: {}, pod: {} };
    const brought = { vmUid: VM_UID, template: tier('frontend'), vmi: tier('frontend'), pod: tier('frontend') };
    expect(later('restart', layered('backend', 'frontend', 'frontend'), undefined, waiting)).toEqual(brought);
    expect(later('restart', layered('backend', 'frontend', 'frontend'), { zone: 'a' }, waiting)?.vmi).toEqual({
      ...tier('frontend'),
      zone: { before: null, after: ['a'] },
    });
  });

  it('takes keys that every JavaScript object inherits for absent', () => {
    const layer = { constructor: { before: null, after: ['x'] } };
    expect(later('next-restart', aRunningVm(), { constructor: 'x' }, NOTHING)?.template).toEqual(layer);
    expect(later('next-restart', aRunningVm(), { constructor: 'x' })?.template).toEqual({
      ...tier('frontend'),
      ...layer,
    });
  });

  it('expects on a VM that does not run what the next start brings from the template', () => {
    expect(later('live', aStoppedVm({ templateLabels: { tier: 'frontend' } }), undefined, NOTHING)).toEqual({
      vmUid: VM_UID,
      template: tier('frontend'),
      vmi: tier('frontend'),
      pod: tier('frontend'),
    });
  });
});

describe('what a record remembers besides', () => {
  it('a label that is taken away, with the value that it had', () => {
    const draft = aDraft({ selection: byLabel('next-restart', { zone: 'a' }, ['tier', 'absent']) });
    expect(replacedBy(draft, layered('frontend', 'old', 'older'))?.template).toEqual({
      tier: { before: 'frontend', after: [null] },
      zone: { before: null, after: ['a'] },
    });
  });

  it('nothing of a VM that was deleted and made again under the name since', () => {
    const earlier = { vmUid: 'vm-before', template: tier('frontend'), vmi: tier('frontend'), pod: tier('frontend') };
    const draft = aDraft({ selection: byLabel('next-restart') });
    expect(replacedBy(draft, aRunningVm(), earlier)).toEqual({
      vmUid: VM_UID,
      template: tier(null),
      vmi: {},
      pod: {},
    });
  });

  it('several VMs, each by its name', () => {
    const draft = aDraft({ vmNames: [VM_NAME, 'other'], selection: byLabel('next-restart') });
    const seen = seenOf([aRunningVm(), aRunningVm({ vm: { name: 'other', templateLabels: { tier: 'frontend' } } })]);
    expect(recordFor(draft, seen, RUN_ID).replaced).toEqual({
      [VM_NAME]: { vmUid: VM_UID, template: tier(null), vmi: {}, pod: {} },
      other: { vmUid: 'vm-other', template: tier('frontend'), vmi: {}, pod: {} },
    });
  });

  describe('the fields of a Service that was there', () => {
    const usingExisting = (port: string) =>
      aDraft({
        ports: [{ name: '', port, targetPort: '8080', protocol: 'TCP', nodePort: '' }],
        selection: { by: 'service', timing: 'live' },
      });
    const seen = (port: number, uid = 'svc-backend') =>
      seenOf([aRunningVm()], [aService({ uid, selector: { tier: 'backend' }, ports: [{ port, targetPort: 8080 }] })]);
    const before = seen(80).services[0]?.spec?.ports;
    const made = (port: number) => [{ protocol: 'TCP', port, targetPort: 8080 }];

    it('nothing while they stay', () => {
      expect(recordFor(usingExisting('80'), seen(80), RUN_ID).replacedOnService).toBeUndefined();
      expect(recordFor(aDraft({ serviceName: 'other' }), seen(80), RUN_ID).replacedOnService).toBeUndefined();
    });

    it('those before the run and all that it has planned', () => {
      const first = recordFor(usingExisting('81'), seen(80), RUN_ID);
      expect(first.replacedOnService).toEqual({
        serviceUid: 'svc-backend',
        fields: { ports: { before, after: [made(81)] } },
        was: seen(80).services[0],
      });
      const second: RunRecord = recordFor(usingExisting('82'), seen(81), RUN_ID, first);
      expect(second.replacedOnService).toEqual({
        serviceUid: 'svc-backend',
        fields: { ports: { before, after: [made(81), made(82)] } },
        was: seen(80).services[0],
      });
      expect(recordFor(usingExisting('82'), seen(82), RUN_ID, second).replacedOnService).toEqual(
        second.replacedOnService,
      );
    });

    it('not those of another Service of the name', () => {
      const first = recordFor(usingExisting('81'), seen(80), RUN_ID);
      expect(recordFor(usingExisting('82'), seen(90, 'recreated'), RUN_ID, first).replacedOnService).toEqual(
        first.replacedOnService,
      );
    });
  });
});
