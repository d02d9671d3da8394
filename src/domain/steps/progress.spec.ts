import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { setsTier } from '../../../test/objects/stepBuilders';
import { progressAfter, type ProgressEvent, type StepProgress } from './progress';
import type { Step } from './step';

const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
const template: Step = { id: 'template/backendvm', kind: 'patch', target: vm, uid: 'u', change: setsTier() };
const service: Step = { id: 'service/backend', kind: 'create', object: aService() };
const restart: Step = { id: 'restart/backendvm', kind: 'restart', target: vm, vmiUid: 'vmi-1' };

const after = (...events: ProgressEvent[]): readonly StepProgress[] =>
  events.reduce(progressAfter, [] as readonly StepProgress[]);
const states = (progress: readonly StepProgress[]) => progress.map(({ step, state }) => `${step.id} ${state}`);
const planned: ProgressEvent = { type: 'planned', steps: [template, service] };

describe('progressAfter', () => {
  it('lists the planned steps as not started', () => {
    expect(states(after(planned))).toEqual(['template/backendvm not-started', 'service/backend not-started']);
  });

  it.each<[ProgressEvent, string]>([
    [{ type: 'started', id: template.id }, 'running'],
    [{ type: 'done', id: template.id }, 'done'],
    [{ type: 'failed', id: template.id, failure: { message: 'no' } }, 'failed'],
    [{ type: 'cancelled', id: template.id }, 'cancelled'],
  ])('%j makes that step %s and leaves the others', (event, state) => {
    expect(states(after(planned, event))).toEqual([`template/backendvm ${state}`, 'service/backend not-started']);
  });

  it('keeps the failure with the step that failed, and drops it when the step runs again', () => {
    const failure = { code: 403, reason: 'Forbidden', message: 'no' };
    const failed = after(planned, { type: 'failed', id: service.id, failure });
    expect(failed[1]).toEqual({ step: service, state: 'failed', failure });
    expect(progressAfter(failed, { type: 'started', id: service.id })[1]).toEqual({ step: service, state: 'running' });
  });

  it('keeps what was done over a fresh plan and lists only what is left after it', () => {
    const before = after(
      planned,
      { type: 'done', id: template.id },
      { type: 'failed', id: service.id, failure: { message: 'no' } },
    );
    expect(states(progressAfter(before, { type: 'planned', steps: [service, restart] }))).toEqual([
      'template/backendvm done',
      'service/backend not-started',
      'restart/backendvm not-started',
    ]);
  });

  it('shows a step that has to be done again only once', () => {
    const before = after(planned, { type: 'done', id: template.id });
    expect(states(progressAfter(before, planned))).toEqual([
      'template/backendvm not-started',
      'service/backend not-started',
    ]);
  });

  it('drops steps of the old plan that were not done and are not needed any more', () => {
    expect(
      states(
        progressAfter(after(planned, { type: 'cancelled', id: template.id }), { type: 'planned', steps: [service] }),
      ),
    ).toEqual(['service/backend not-started']);
  });

  it('ignores events of steps that it does not know', () => {
    expect(states(after(planned, { type: 'done', id: 'other' }))).toEqual(states(after(planned)));
  });
});
