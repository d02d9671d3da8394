import {
  NAMESPACE,
  OTHER_RUN_ID,
  RUN_ID,
  VM_NAME,
  aRunningVm,
  aStoppedVm,
  aVm,
  seenOf,
} from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import type { ExposeDraft, SelectionDraft } from '../draft/draft';
import type { LabelTiming } from '../labels/timing';
import type { Service } from '../k8s/objects';
import { planFor } from '../../../test/objects/planFor';
import type { Seen, SeenVm } from '../k8s/seen';
import type { Step } from '../steps/step';

const BACKEND = { tier: 'backend' };
const LABELLED = { vm: { templateLabels: BACKEND }, vmi: { labels: BACKEND }, pod: { labels: BACKEND } };
const POD = 'pod/virt-launcher-backendvm-abcde';

function stepsOf(draft: ExposeDraft, seen: Seen): readonly Step[] {
  const plan = planFor(draft, seen, RUN_ID);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.steps;
}
const idsOf = (
  selection: SelectionDraft,
  vm: SeenVm,
  services: Service[] = [],
  slices: ReturnType<typeof aSlice>[] = [],
) => stepsOf(aDraft({ selection }), seenOf([vm], services, slices)).map(({ id }) => id);
const ours = (changes: Parameters<typeof aService>[0] = {}) => aService({ run: RUN_ID, selector: BACKEND, ...changes });

const restartAsked = { stateChangeRequests: [{ action: 'Stop' }, { action: 'Start' }] };
const STATES = {
  running: aRunningVm(),
  'running, label waiting': aRunningVm({ vm: { templateLabels: BACKEND } }),
  'running, labelled': aRunningVm(LABELLED),
  paused: aRunningVm({ vmi: { paused: true, ready: false }, pod: { ready: false } }),
  stopped: aStoppedVm(),
  'stopped, labelled': aStoppedVm({ templateLabels: BACKEND }),
  'restart asked for': aRunningVm({ vm: restartAsked }),
  'restart asked for, label waiting': aRunningVm({ vm: { ...restartAsked, templateLabels: BACKEND } }),
  'VMI going': aRunningVm({ vm: { templateLabels: BACKEND }, vmi: { deleting: true } }),
  'VMI finished, to be recreated': aRunningVm({
    vm: { templateLabels: BACKEND },
    vmi: { phase: 'Failed' },
    pod: { phase: 'Failed' },
  }),
  'VMI labelled, pod not': aRunningVm({ ...LABELLED, pod: {} }),
  'pod labelled, VMI not': aRunningVm({ ...LABELLED, vmi: {} }),
  'labelled, no pod yet': { ...aRunningVm(LABELLED), pods: [] },
  'VMI missing, to be recreated': { vm: aVm({ templateLabels: BACKEND }), pods: [] },
} satisfies Record<string, SeenVm>;
const TEMPLATE = 'template/backendvm';
const SERVICE = 'service/backend';
const LIVE = ['vmi/backendvm', POD, 'labels-hold/backendvm'];
const RENEWED = 'renewed/backendvm';
const ENDPOINT = 'endpoint/backendvm';

describe('the steps of planExpose, in order', () => {
  it.each<[LabelTiming, keyof typeof STATES, string[]]>([
    ['live', 'running', [TEMPLATE, SERVICE, ...LIVE, ENDPOINT]],
    ['live', 'running, label waiting', [SERVICE, ...LIVE, ENDPOINT]],
    ['live', 'running, labelled', [SERVICE, ENDPOINT]],
    ['live', 'stopped', [TEMPLATE, SERVICE]],
    ['live', 'stopped, labelled', [SERVICE]],
    ['live', 'VMI going', [SERVICE, ENDPOINT]],
    ['live', 'VMI finished, to be recreated', [SERVICE, ENDPOINT]],
    ['live', 'VMI labelled, pod not', [SERVICE, POD, 'labels-hold/backendvm', ENDPOINT]],
    ['restart', 'running', [TEMPLATE, SERVICE, 'restart/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'running, label waiting', [SERVICE, 'restart/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'running, labelled', [SERVICE, ENDPOINT]],
    ['restart', 'stopped', [TEMPLATE, SERVICE, 'start/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'stopped, labelled', [SERVICE, 'start/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'paused', [TEMPLATE, SERVICE, 'restart/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'restart asked for', [TEMPLATE, SERVICE, RENEWED, ENDPOINT]],
    ['restart', 'restart asked for, label waiting', [SERVICE, RENEWED, ENDPOINT]],
    ['restart', 'VMI going', [SERVICE, RENEWED, ENDPOINT]],
    ['restart', 'VMI missing, to be recreated', [SERVICE, RENEWED, ENDPOINT]],
    ['restart', 'VMI finished, to be recreated', [SERVICE, RENEWED, ENDPOINT]],
    ['restart', 'VMI labelled, pod not', [SERVICE, 'restart/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'pod labelled, VMI not', [SERVICE, 'restart/backendvm', RENEWED, ENDPOINT]],
    ['restart', 'labelled, no pod yet', [SERVICE, ENDPOINT]],
    ['next-restart', 'running', [TEMPLATE, SERVICE]],
    ['next-restart', 'running, label waiting', [SERVICE]],
    ['next-restart', 'running, labelled', [SERVICE, ENDPOINT]],
    ['next-restart', 'VMI labelled, pod not', [SERVICE]],
    ['next-restart', 'pod labelled, VMI not', [SERVICE, ENDPOINT]],
    ['next-restart', 'labelled, no pod yet', [SERVICE]],
    ['next-restart', 'stopped', [TEMPLATE, SERVICE]],
    ['next-restart', 'restart asked for', [TEMPLATE, SERVICE]],
    ['live', 'paused', [TEMPLATE, SERVICE, ...LIVE]],
    ['pod-only', 'running', [SERVICE, POD, 'labels-hold/backendvm', ENDPOINT]],
    ['pod-only', 'running, labelled', [SERVICE, ENDPOINT]],
    ['pod-only', 'paused', [SERVICE, POD, 'labels-hold/backendvm']],
    ['pod-only', 'stopped', [SERVICE]],
  ])('by a label, %s, %s: %j', (timing, state, ids) => {
    expect(idsOf(byLabel(timing), STATES[state])).toEqual(ids);
  });

  it('just this VM: the Service and nothing else is made', () => {
    expect(idsOf({ by: 'vm-identity' }, STATES.running)).toEqual([SERVICE, ENDPOINT]);
  });

  it('just this VM: cannot be planned while its pod is not known', () => {
    for (const state of [
      'stopped',
      'VMI going',
      'VMI missing, to be recreated',
      'VMI finished, to be recreated',
    ] as const) {
      expect(planFor(aDraft(), seenOf([STATES[state]]), RUN_ID)).toEqual({
        ok: false,
        problems: [{ code: 'vm.no-identity', field: { at: 'selection' } }],
      });
    }
  });

  it.each([
    'VMI going',
    'VMI missing, to be recreated',
    'VMI finished, to be recreated',
    'labelled, no pod yet',
  ] as const)('just this VM: %s, but the Service that this run has made is awaited', (state) => {
    expect(
      idsOf({ by: 'vm-identity' }, STATES[state], [ours({ selector: { 'vmi.kubevirt.io/id': VM_NAME } })]),
    ).toEqual([ENDPOINT]);
  });

  it('several VMs cannot be selected by the identity of one of them', () => {
    const other = aRunningVm({ vm: { name: 'other' } });
    const plan = planFor(aDraft({ vmNames: [VM_NAME, 'other'] }), seenOf([STATES.running, other]), RUN_ID);
    expect(plan).toEqual({ ok: false, problems: [{ code: 'vm.several-need-label', field: { at: 'selection' } }] });
  });

  it('no VM makes no plan', () => {
    expect(planFor(aDraft({ vmNames: [] }), seenOf([]), RUN_ID)).toEqual({
      ok: false,
      problems: [{ code: 'vm.none', field: { at: 'selection' } }],
    });
  });

  it('are for several VMs: all templates, one Service, all live labels, then each VM awaited', () => {
    const other = aRunningVm({ vm: { name: 'other' }, vmi: { uid: 'vmi-2' }, pod: { uid: 'pod-2' } });
    const draft = (timing: 'live' | 'restart') => aDraft({ vmNames: [VM_NAME, 'other'], selection: byLabel(timing) });
    const seen = seenOf([STATES.running, other]);
    const otherLive = ['vmi/other', 'pod/virt-launcher-other-abcde', 'labels-hold/other'];
    expect(stepsOf(draft('live'), seen).map(({ id }) => id)).toEqual([
      TEMPLATE,
      'template/other',
      SERVICE,
      ...LIVE,
      ...otherLive,
      ENDPOINT,
      'endpoint/other',
    ]);
    expect(stepsOf(draft('restart'), seen).map(({ id }) => id)).toEqual([
      TEMPLATE,
      'template/other',
      SERVICE,
      'restart/backendvm',
      RENEWED,
      ENDPOINT,
      'restart/other',
      'renewed/other',
      'endpoint/other',
    ]);
  });
});

describe('at the goal there is nothing to do', () => {
  it.each<[string, SelectionDraft, SeenVm, Service]>([
    ['just this VM', { by: 'vm-identity' }, STATES.running, ours({ selector: { 'vmi.kubevirt.io/id': VM_NAME } })],
    ['live', byLabel('live'), STATES['running, labelled'], ours()],
    ['restart', byLabel('restart'), STATES['running, labelled'], ours()],
    ['next restart', byLabel('next-restart'), STATES['running, labelled'], ours()],
  ])('%s', (_, selection, vm, service) => {
    expect(idsOf(selection, vm, [service], [aSlice()])).toEqual([]);
  });

  it('not even while a label waits for the next restart', () => {
    expect(idsOf(byLabel('next-restart'), STATES['running, label waiting'], [ours()])).toEqual([]);
  });

  it('but the endpoint is awaited until it is there', () => {
    expect(idsOf(byLabel('live'), STATES['running, labelled'], [ours()])).toEqual([ENDPOINT]);
  });
});

describe('an existing Service', () => {
  const ids = (service: Service) => idsOf(byLabel('next-restart'), STATES['running, label waiting'], [service]);

  it('from this run and as planned is kept', () => {
    expect(ids(ours())).toEqual([]);
  });

  it.each([
    ['port', ours({ ports: [{ port: 81, targetPort: 8080 }] })],
    ['selector', ours({ selector: { tier: 'frontend' } })],
  ])('from this run with another %s is deleted and recreated', (_, service) => {
    expect(ids(service)).toEqual(['outdated-service/backend', SERVICE]);
  });

  it('from this run under a name that the draft no longer has is deleted, by its uid', () => {
    const [first, second] = stepsOf(
      aDraft({ selection: byLabel('next-restart') }),
      seenOf([STATES['running, label waiting']], [ours({ name: 'old' })]),
    );
    expect(first).toEqual({
      id: 'outdated-service/old',
      kind: 'delete',
      target: { kind: 'Service', namespace: NAMESPACE, name: 'old' },
      why: 'outdated',
      guard: { uid: 'svc-old' },
    });
    expect(second?.id).toBe(SERVICE);
  });

  it.each([
    ['someone else', aService({ selector: BACKEND })],
    ['another run', aService({ selector: BACKEND, run: OTHER_RUN_ID })],
  ])('from %s is never treated as our own, even when it is equal', (_, service) => {
    const plan = planFor(aDraft({ selection: byLabel('live') }), seenOf([STATES.running], [service]), RUN_ID);
    expect(plan).toEqual({ ok: false, problems: [{ code: 'service-name.taken', field: { at: 'service-name' } }] });
  });

  it('from someone else under another name is not changed', () => {
    expect(ids(aService({ name: 'theirs', selector: BACKEND }))).toEqual([SERVICE]);
  });
});
