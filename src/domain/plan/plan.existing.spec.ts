import { RUN_ID, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { asSent } from '../../../test/objects/stepBuilders';
import type { ExposeDraft, SelectionDraft } from '../draft/draft';
import type { LabelTiming } from '../labels/timing';
import type { Labels } from '../k8s/objects';
import { planFor } from '../../../test/objects/planFor';
import type { Seen, SeenVm } from '../k8s/seen';
import type { Step } from '../steps/step';

const BACKEND = { tier: 'backend' };
const STATES = {
  running: aRunningVm(),
  'running, labelled': aRunningVm({
    vm: { templateLabels: BACKEND },
    vmi: { labels: BACKEND },
    pod: { labels: BACKEND },
  }),
};
const TEMPLATE = 'template/backendvm';
const SERVICE = 'service/backend';
const LIVE = ['vmi/backendvm', 'pod/virt-launcher-backendvm-abcde', 'labels-hold/backendvm'];
const RENEWED = 'renewed/backendvm';
const ENDPOINT = 'endpoint/backendvm';

function stepsOf(draft: ExposeDraft, seen: Seen): readonly Step[] {
  const plan = planFor(draft, seen, RUN_ID);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.steps;
}
const idsOf = (selection: SelectionDraft, vm: SeenVm) =>
  stepsOf(aDraft({ selection }), seenOf([vm])).map(({ id }) => id);

describe('labels that are removed', () => {
  const withZone = (labels: Labels) => ({ ...BACKEND, ...labels });
  const all = aRunningVm({
    vm: { templateLabels: withZone({ zone: 'a' }) },
    vmi: { labels: withZone({ zone: 'a' }) },
    pod: { labels: withZone({ zone: 'a' }) },
  });

  it('go from the layers that the timing names, and are no reason to touch a VM that lacks them', () => {
    const without = (timing: LabelTiming) => byLabel(timing, BACKEND, ['zone']);
    expect(idsOf(without('live'), all)).toEqual([TEMPLATE, SERVICE, ...LIVE, ENDPOINT]);
    expect(idsOf(without('restart'), all)).toEqual([TEMPLATE, SERVICE, 'restart/backendvm', RENEWED, ENDPOINT]);
    expect(idsOf(without('next-restart'), all)).toEqual([TEMPLATE, SERVICE, ENDPOINT]);
    expect(idsOf(without('live'), STATES['running, labelled'])).toEqual([SERVICE, ENDPOINT]);
    expect(idsOf(without('restart'), STATES['running, labelled'])).toEqual([SERVICE, ENDPOINT]);
  });

  it('are tested and removed by the patch', () => {
    const [template] = stepsOf(aDraft({ selection: byLabel('live', BACKEND, ['zone']) }), seenOf([all]));
    expect(asSent(template)).toMatchObject({
      patch: [
        { op: 'test' },
        { op: 'test', path: '/spec/template/metadata/labels/zone', value: 'a' },
        { op: 'remove', path: '/spec/template/metadata/labels/zone' },
      ],
    });
  });
});

describe('adding VMs to an existing Service', () => {
  const shop = (ports?: { port: number; targetPort?: number }[]) =>
    aService({ selector: { tier: 'backend', 'vmi.kubevirt.io/id': VM_NAME }, ...(ports ? { ports } : {}) });
  const usingExisting = (timing: LabelTiming, port = '80'): ExposeDraft =>
    aDraft({
      ports: [{ name: '', port, targetPort: '8080', protocol: 'TCP', nodePort: '' }],
      selection: { by: 'service', timing },
    });
  const ids = (draft: ExposeDraft, vm: SeenVm, service = shop()) =>
    stepsOf(draft, seenOf([vm], [service])).map(({ id }) => id);

  it('gives them the labels that it selects, and makes no Service', () => {
    expect(ids(usingExisting('live'), STATES.running)).toEqual([TEMPLATE, ...LIVE, ENDPOINT]);
    expect(ids(usingExisting('restart'), STATES.running)).toEqual([TEMPLATE, 'restart/backendvm', RENEWED, ENDPOINT]);
    expect(ids(usingExisting('next-restart'), STATES['running, labelled'])).toEqual([ENDPOINT]);
  });

  it('never sets the label that KubeVirt keeps', () => {
    const [template] = stepsOf(usingExisting('next-restart'), seenOf([STATES.running], [shop()]));
    expect(asSent(template)).toMatchObject({
      patch: [
        { op: 'test' },
        { op: 'test', path: '/spec/template/metadata/labels/tier', value: null },
        { op: 'add', value: 'backend' },
      ],
    });
  });

  it('changes its ports where other ones are wanted, before any restart', () => {
    expect(ids(usingExisting('restart', '81'), STATES.running)).toEqual([
      TEMPLATE,
      'service-change/backend',
      'restart/backendvm',
      RENEWED,
      ENDPOINT,
    ]);
    expect(
      ids(usingExisting('live', '81'), STATES['running, labelled'], shop([{ port: 81, targetPort: 8080 }])),
    ).toEqual([ENDPOINT]);
  });

  it('deletes the Service that the same run had made before the person chose another way', () => {
    const plan = stepsOf(
      usingExisting('live'),
      seenOf([STATES['running, labelled']], [shop(), aService({ name: 'earlier', run: RUN_ID, selector: BACKEND })]),
    );
    expect(plan.map(({ id }) => id)).toEqual(['outdated-service/earlier', ENDPOINT]);
  });
});
