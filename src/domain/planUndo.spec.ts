import { NAMESPACE, OTHER_RUN_ID, RUN_ID, VM_NAME, aRunningVm, aService, aStoppedVm, seenOf } from '../../test/builders';
import { aDraft, allRights, byLabel } from '../../test/draftBuilders';
import { applyJsonPatch } from '../../test/jsonPatch';
import type { Labels, Service } from './objects';
import { planUndo } from './planUndo';
import type { RunRecord } from './run';
import type { Right, SeenVm } from './seen';

const BACKEND = { tier: 'backend' };
const labelled = (labels: Labels = BACKEND) => aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
const record = (replaced: Record<string, string | null> = { tier: null }): RunRecord => ({
  runId: RUN_ID,
  draft: aDraft({ selection: byLabel('live') }),
  replaced: { [VM_NAME]: replaced },
});
const undo = (vm: SeenVm, services: Service[] = [], of = record(), rights = allRights()) => planUndo(of, seenOf([vm], services), rights);
const ids = (...args: Parameters<typeof undo>) => undo(...args).map(({ id }) => id);
const ALL_LABELS = ['vmi/backendvm', 'pod/virt-launcher-backendvm-abcde', 'template/backendvm'];

describe('planUndo', () => {
  it('deletes the Services of the run by their uid, and no others', () => {
    const services = [aService({ run: RUN_ID }), aService({ name: 'theirs' }), aService({ name: 'old', run: OTHER_RUN_ID })];
    expect(undo(aRunningVm(), services)).toEqual([
      { id: 'undo-service/backend', kind: 'delete', target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' }, uid: 'svc-backend' },
    ]);
  });

  it('takes its label off what runs, then off the template, after its Service is gone', () => {
    expect(ids(labelled(), [aService({ run: RUN_ID, selector: BACKEND })])).toEqual(['undo-service/backend', ...ALL_LABELS]);
  });

  it.each([
    [null, {}],
    ['frontend', { tier: 'frontend' }],
    ['', { tier: '' }],
  ])('puts back what was there before: %j', (before, labels) => {
    const vm = labelled();
    const step = undo(vm, [], record({ tier: before })).find(({ id }) => id === 'template/backendvm');
    expect(applyJsonPatch(vm.vm, step?.kind === 'patch' ? step.patch : []).spec.template.metadata?.labels).toEqual(labels);
  });

  it('leaves a label that was there before the run', () => {
    expect(ids(labelled(), [], record({ tier: 'backend' }))).toEqual([]);
  });

  it('leaves a value that somebody else has set since, layer by layer', () => {
    expect(ids(labelled({ tier: 'theirs' }))).toEqual([]);
    const onlyPod = aRunningVm({ vm: { templateLabels: { tier: 'theirs' } }, vmi: { labels: {} }, pod: { labels: BACKEND } });
    expect(ids(onlyPod)).toEqual(['pod/virt-launcher-backendvm-abcde']);
  });

  it('leaves other labels', () => {
    const vm = labelled({ tier: 'backend', app: 'shop' });
    const step = undo(vm).find(({ id }) => id === 'template/backendvm');
    expect(applyJsonPatch(vm.vm, step?.kind === 'patch' ? step.patch : []).spec.template.metadata?.labels).toEqual({ app: 'shop' });
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
    const identity: RunRecord = { runId: RUN_ID, draft: aDraft(), replaced: { [VM_NAME]: {} } };
    expect(ids(labelled(), [], identity)).toEqual([]);
  });
});
