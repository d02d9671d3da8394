import { NAMESPACE, RUN_ID, SERVICE_NAME, VM_NAME, aRunningVm, aVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { planFor } from '../../../test/objects/planFor';
import { patchIn } from '../../../test/objects/stepBuilders';
import type { ExposeDraft } from '../draft/draft';
import type { Seen } from '../k8s/seen';
import type { Step } from '../steps/step';

const BACKEND = { tier: 'backend' };
const RUNNING = aRunningVm();
const FINISHED = aRunningVm({
  vm: { templateLabels: BACKEND },
  vmi: { phase: 'Failed' },
  pod: { phase: 'Failed' },
});
const MISSING = { vm: aVm({ templateLabels: BACKEND }), pods: [] };

function stepsOf(draft: ExposeDraft, seen: Seen): readonly Step[] {
  const plan = planFor(draft, seen, RUN_ID);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.steps;
}

describe('the contents of the steps', () => {
  const step = (id: string, timing: 'live' | 'restart') =>
    stepsOf(aDraft({ selection: byLabel(timing) }), seenOf([RUNNING])).find((candidate) => candidate.id === id);

  it('every patch begins with a test', () => {
    const patches = stepsOf(aDraft({ selection: byLabel('live') }), seenOf([RUNNING])).flatMap((one) =>
      one.kind === 'patch' ? [patchIn(one)] : [],
    );
    expect(patches.map(([first]) => first?.op)).toEqual(['test', 'test', 'test']);
  });

  it('the Service selects by the label', () => {
    expect(step('service/backend', 'live')).toMatchObject({
      kind: 'create',
      object: { metadata: { name: SERVICE_NAME }, spec: { selector: BACKEND } },
    });
  });

  it('the restart names the VMI to restart', () => {
    expect(step('restart/backendvm', 'restart')).toEqual({
      id: 'restart/backendvm',
      kind: 'restart',
      target: { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME },
      vmiUid: 'vmi-1',
    });
  });

  it('the new VMI is awaited for the time of a shutdown and a boot', () => {
    expect(step('renewed/backendvm', 'restart')).toMatchObject({
      condition: { until: 'vmi-renewed', vmName: VM_NAME, labels: BACKEND, replacedUid: 'vmi-1' },
      timeoutSeconds: 330,
    });
  });

  it('live labels are watched for a while', () => {
    expect(step('labels-hold/backendvm', 'live')).toMatchObject({
      condition: { until: 'labels-hold', labels: BACKEND, forSeconds: 5 },
    });
  });

  it('a finished VMI is not treated as the new one', () => {
    const [, renewed] = stepsOf(aDraft({ selection: byLabel('restart') }), seenOf([FINISHED]));
    expect(renewed).toMatchObject({ id: 'renewed/backendvm', condition: { replacedUid: 'vmi-1' } });
  });

  it('a missing VMI has no uid to be replaced', () => {
    const [, renewed] = stepsOf(aDraft({ selection: byLabel('restart') }), seenOf([MISSING]));
    expect(renewed).toMatchObject({ condition: { until: 'vmi-renewed', vmName: VM_NAME, labels: BACKEND } });
    expect(renewed?.kind === 'await' && renewed.condition).not.toHaveProperty('replacedUid');
  });

  it('ids are unique within a plan', () => {
    const ids = stepsOf(
      aDraft({ selection: byLabel('live') }),
      seenOf([RUNNING], [aService({ name: 'old', run: RUN_ID, selector: BACKEND })]),
    ).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
