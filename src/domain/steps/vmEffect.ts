import type { Step } from './step';

/**
 * What steps do to a VM that may run. `live-labels`: its labels change while it runs; `template`: only its template
 * changes, which counts from the next start on; `none`: nothing of it changes.
 */
export type VmEffect = 'restart' | 'start' | 'unpause' | 'live-labels' | 'template' | 'none';

/** True for a patch of the labels of what runs. */
const isOfRunning = (step: Step): boolean =>
  step.kind === 'patch' && step.change.of === 'labels' && step.change.layer !== 'template';
const isOfTemplate = (step: Step): boolean =>
  step.kind === 'patch' &&
  (step.change.of === 'template' || (step.change.of === 'labels' && step.change.layer === 'template'));

/** The most that steps do to the VM. */
export function vmEffect(steps: readonly Step[]): VmEffect {
  const has = (kind: Step['kind']): boolean => steps.some((step) => step.kind === kind);
  if (has('restart')) return 'restart';
  if (has('start')) return 'start';
  if (has('unpause')) return 'unpause';
  if (steps.some(isOfRunning)) return 'live-labels';
  return steps.some(isOfTemplate) ? 'template' : 'none';
}
