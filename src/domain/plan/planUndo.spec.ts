import { recordFor } from '../../../test/objects/planFor';
import {
  NAMESPACE,
  OTHER_RUN_ID,
  RUN_ID,
  VM_NAME,
  VM_UID,
  aRunningVm,
  aStoppedVm,
  seenOf,
} from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, allRights, byLabel } from '../../../test/objects/draftBuilders';
import { applyJsonPatch } from '../../../test/in-memory-cluster/jsonPatch';
import { patchIn } from '../../../test/objects/stepBuilders';
import type { LabelTiming } from '../labels/timing';
import type { Labels, Service } from '../k8s/objects';
import { planUndo } from './planUndo';
import type { ReplacedOnVm, RunRecord } from './run';
import type { SeenVm } from '../k8s/seen';
import type { Right } from '../k8s/rights';

const BACKEND = { tier: 'backend' };
const labelled = (labels: Labels = BACKEND) =>
  aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
const NOTHING: ReplacedOnVm = { vmUid: VM_UID, template: {}, vmi: {}, pod: {} };
const tier = (before: string | null, after = 'backend') => ({ tier: { before, after: [after] } });
const everywhere = (before: string | null): ReplacedOnVm => ({
  vmUid: VM_UID,
  template: tier(before),
  vmi: tier(before),
  pod: tier(before),
});
const record = (replaced = everywhere(null)): RunRecord => ({
  runId: RUN_ID,
  draft: aDraft({ selection: byLabel('live') }),
  replaced: { [VM_NAME]: replaced },
});
/** What a run with that timing keeps of the VM before its first write. */
const recordBefore = (timing: LabelTiming, before: SeenVm): RunRecord => {
  return recordFor(aDraft({ selection: byLabel(timing) }), seenOf([before]), RUN_ID);
};
const undo = (vm: SeenVm, services: Service[] = [], of = record(), rights = allRights()) =>
  planUndo(of, seenOf([vm], services), rights);
const ids = (...args: Parameters<typeof undo>) => undo(...args).map(({ id }) => id);
/** The tier of each layer after the undo. */
const tiersAfter = (vm: SeenVm, of: RunRecord): (string | undefined)[] => {
  const steps = undo(vm, [], of);
  const after = <T extends object>(object: T, id: string): T => {
    const step = steps.find((candidate) => candidate.id === id);
    return applyJsonPatch(object, patchIn(step));
  };
  const [pod] = vm.pods;
  return [
    after(vm.vm, 'template/backendvm').spec.template.metadata?.labels?.tier,
    vm.vmi && after(vm.vmi, 'vmi/backendvm').metadata?.labels?.tier,
    pod && after(pod, `pod/${pod.metadata?.name ?? ''}`).metadata?.labels?.tier,
  ];
};
const layered = (template: Labels, vmi: Labels, pod: Labels) =>
  aRunningVm({ vm: { templateLabels: template }, vmi: { labels: vmi }, pod: { labels: pod } });
const ALL_LABELS = ['vmi/backendvm', 'pod/virt-launcher-backendvm-abcde', 'template/backendvm'];

describe('planUndo', () => {
  it('leaves a VM alone that was deleted and made again under the name of the one that the run labelled', () => {
    const made = aRunningVm({ vm: { uid: 'vm-made-again', templateLabels: BACKEND }, vmi: { labels: BACKEND } });
    expect(ids(made)).toEqual([]);
    expect(ids(labelled())).toEqual(ALL_LABELS);
  });

  it('deletes the Services of the run by their uid, and no others', () => {
    const services = [
      aService({ run: RUN_ID }),
      aService({ name: 'theirs' }),
      aService({ name: 'old', run: OTHER_RUN_ID }),
    ];
    expect(undo(aRunningVm(), services)).toEqual([
      {
        id: 'undo-service/backend',
        kind: 'delete',
        target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' },
        why: 'undo',
        guard: { uid: 'svc-backend' },
      },
    ]);
  });

  it('takes its label off what runs, then off the template, after its Service is gone', () => {
    expect(ids(labelled(), [aService({ run: RUN_ID, selector: BACKEND })])).toEqual([
      'undo-service/backend',
      ...ALL_LABELS,
    ]);
  });

  it.each([
    [null, {}],
    ['frontend', { tier: 'frontend' }],
    ['', { tier: '' }],
  ])('puts back what was there before: %j', (before, labels) => {
    const vm = labelled();
    const step = undo(vm, [], record(everywhere(before))).find(({ id }) => id === 'template/backendvm');
    expect(applyJsonPatch(vm.vm, patchIn(step)).spec.template.metadata?.labels).toEqual(labels);
  });

  it.each<LabelTiming>(['live', 'restart', 'next-restart'])(
    'leaves labels that were there before the run: %s',
    (timing) => {
      expect(ids(labelled(), [], recordBefore(timing, labelled()))).toEqual([]);
    },
  );

  describe('gives each layer', () => {
    const FRONTEND = { tier: 'frontend' };
    const before = layered(FRONTEND, { tier: 'old' }, { tier: 'older' });

    it('its own labels back after a live run', () => {
      expect(tiersAfter(labelled(), recordBefore('live', before))).toEqual(['frontend', 'old', 'older']);
    });

    it("the template's after a restart, as another restart would", () => {
      expect(tiersAfter(labelled(), recordBefore('restart', before))).toEqual(['frontend', 'frontend', 'frontend']);
      expect(tiersAfter(labelled(), recordBefore('restart', layered({}, FRONTEND, FRONTEND)))).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    });

    it('nothing but the template when the run left what runs alone, whoever has labelled that since', () => {
      expect(tiersAfter(labelled(), recordBefore('next-restart', before))).toEqual(['frontend', 'backend', 'backend']);
    });

    it.each<[string, SeenVm, (string | undefined)[]]>([
      ['the template', layered(BACKEND, {}, {}), ['backend', undefined, undefined]],
      ['the VMI', layered({}, BACKEND, {}), [undefined, 'backend', undefined]],
      ['the pod', layered({}, {}, BACKEND), [undefined, undefined, 'backend']],
    ])('no more than the live run took: %s had the label before', (_, had, tiers) => {
      expect(tiersAfter(labelled(), recordBefore('live', had))).toEqual(tiers);
    });

    it('what it had before the first draft, when another was applied after it', () => {
      expect(
        tiersAfter(
          labelled({ tier: 'web' }),
          record({
            vmUid: VM_UID,
            template: tier('frontend', 'web'),
            vmi: tier(null, 'web'),
            pod: tier('older', 'web'),
          }),
        ),
      ).toEqual(['frontend', undefined, 'older']);
    });
  });

  it('takes back labels of an earlier draft, though the last one selects otherwise', () => {
    expect(ids(labelled(), [], { ...record(), draft: aDraft() })).toEqual(ALL_LABELS);
    expect(ids(labelled(), [], { ...record(), draft: aDraft({ selection: byLabel('live', { zone: 'a' }) }) })).toEqual(
      ALL_LABELS,
    );
  });

  it('takes back a label under a key that every JavaScript object inherits', () => {
    const labels = { constructor: 'x' };
    const of = record({ ...NOTHING, template: { constructor: { before: null, after: ['x'] } } });
    expect(ids(aStoppedVm({ templateLabels: labels }), [], of)).toEqual(['template/backendvm']);
    expect(ids(aStoppedVm(), [], of)).toEqual([]);
  });

  it('leaves a value that someone else has set since, layer by layer', () => {
    expect(ids(labelled({ tier: 'theirs' }))).toEqual([]);
    const onlyPod = aRunningVm({
      vm: { templateLabels: { tier: 'theirs' } },
      vmi: { labels: {} },
      pod: { labels: BACKEND },
    });
    expect(ids(onlyPod)).toEqual(['pod/virt-launcher-backendvm-abcde']);
  });

  it('leaves other labels', () => {
    const vm = labelled({ tier: 'backend', app: 'shop' });
    const step = undo(vm).find(({ id }) => id === 'template/backendvm');
    expect(applyJsonPatch(vm.vm, patchIn(step)).spec.template.metadata?.labels).toEqual({
      app: 'shop',
    });
  });

  it.each([
    ['by the label', { tier: 'backend' }, []],
    ['by it and another', { tier: 'backend', app: 'shop' }, []],
    ['by another value', { tier: 'frontend' }, ALL_LABELS],
    ['by another label', { app: 'shop' }, ALL_LABELS],
  ])('while a Service of somebody else selects %s: %j', (_, selector, expected) => {
    expect(ids(labelled(), [aService({ name: 'theirs', selector })])).toEqual(expected);
  });

  it('does not count its own Service as one that needs the label', () => {
    expect(ids(labelled(), [aService({ run: RUN_ID, selector: BACKEND })])).toContain('template/backendvm');
  });

  it.each<Right>(['patchVmi', 'patchPod'])('touches only the template without the right to %s', (right) => {
    expect(ids(labelled(), [], record(), { ...allRights(), [right]: false })).toEqual(['template/backendvm']);
  });

  it('needs nothing to run', () => {
    expect(ids(aStoppedVm({ templateLabels: BACKEND }))).toEqual(['template/backendvm']);
  });

  it('never restarts', () => {
    expect(undo(labelled()).filter(({ kind }) => kind === 'restart' || kind === 'await')).toEqual([]);
  });

  it('is empty when all is undone, when the VM is gone and when nothing was recorded of it', () => {
    expect(ids(aRunningVm())).toEqual([]);
    expect(planUndo(record(), seenOf([]), allRights())).toEqual([]);
    expect(planUndo({ ...record(), replaced: {} }, seenOf([labelled()]), allRights())).toEqual([]);
  });

  it('touches no label after a run that selected just the VM', () => {
    const identity: RunRecord = { runId: RUN_ID, draft: aDraft(), replaced: { [VM_NAME]: NOTHING } };
    expect(ids(labelled(), [], identity)).toEqual([]);
  });
});
