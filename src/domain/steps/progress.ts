import type { Failure } from '../k8s/failure';
import type { Step } from './step';
export type StepState = 'not-started' | 'running' | 'done' | 'failed' | 'cancelled';

export interface StepProgress {
  readonly step: Step;
  readonly state: StepState;
  readonly failure?: Failure;
}

/** What `applyPlan` tells while it runs. */
export type ProgressEvent =
  | { readonly type: 'planned'; readonly steps: readonly Step[] }
  | { readonly type: 'started'; readonly id: string }
  | { readonly type: 'done'; readonly id: string }
  | { readonly type: 'failed'; readonly id: string; readonly failure: Failure }
  | { readonly type: 'cancelled'; readonly id: string };

const STATES = { started: 'running', done: 'done', failed: 'failed', cancelled: 'cancelled' } as const;

/**
 * Folds one event into the progress shown. A fresh plan after a retry keeps the steps that are done already, so that
 * the whole way stays visible, and lists only what is left after them.
 */
export function progressAfter(progress: readonly StepProgress[], event: ProgressEvent): readonly StepProgress[] {
  if (event.type === 'planned') {
    const kept = progress.filter(
      ({ state, step }) => state === 'done' && !event.steps.some(({ id }) => id === step.id),
    );
    return [...kept, ...event.steps.map((step) => ({ step, state: 'not-started' as const }))];
  }
  return progress.map((entry) =>
    entry.step.id === event.id
      ? { step: entry.step, state: STATES[event.type], ...(event.type === 'failed' ? { failure: event.failure } : {}) }
      : entry,
  );
}
