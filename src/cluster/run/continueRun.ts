import { TYPES } from '../../domain/k8s/exposedTypes';
import type { DraftProblem } from '../../domain/draft/draftProblems';
import { resolve } from '../../domain/draft/resolve';
import { planExpose } from '../../domain/plan/plan';
import type { Failure } from '../../domain/k8s/failure';
import { recordOf, type RunRecord } from '../../domain/plan/run';
import type { Step } from '../../domain/steps/step';
import { applyPlan, type ApplyOptions, type Outcome } from './applyPlan';
import { toFailure } from '../port/failure';
import { look } from './look';
import { undoSteps } from './undoSteps';

/** How a run ended; `not-planned` when the cluster could not be looked at or the draft does not fit it any more. */
export type RunEnd =
  | { readonly outcome: Outcome }
  | { readonly outcome: 'not-planned'; readonly failure: Failure }
  | { readonly outcome: 'not-planned'; readonly problems: readonly DraftProblem[] };

type RunOptions = Omit<ApplyOptions, 'steps'> & {
  readonly record: RunRecord;
  /** called before anything is written, with the record as it has to be from then on */
  readonly keep: (record: RunRecord) => void;
};

type Planned = { readonly steps: readonly Step[] } | Extract<RunEnd, { outcome: 'not-planned' }>;

async function planAndApply(options: Omit<RunOptions, 'keep'>, plan: () => Promise<Planned>): Promise<RunEnd> {
  let planned: Planned;
  try {
    planned = await plan();
  } catch (error) {
    return { outcome: 'not-planned', failure: toFailure(error) };
  }
  if ('outcome' in planned) return planned;
  const { steps } = planned;
  options.emit({ type: 'planned', steps });
  return { outcome: await applyPlan({ ...options, steps }) };
}

/** Looks at the cluster again, plans what is left of the run and does it. */
export const continueRun = ({ keep, ...options }: RunOptions): Promise<RunEnd> =>
  planAndApply(options, async () => {
    const { draft, runId } = options.record;
    const seen = await look(options.port, draft.namespace, draft.vmNames, {
      withRoutes: options.record.hasRoute === true || TYPES[draft.type].makesRoute,
    });
    const { goal, problems } = resolve(draft, seen, runId);
    if (!goal) return { outcome: 'not-planned', problems };
    keep(recordOf(goal, options.record));
    return { steps: planExpose(goal, seen) };
  });

/** Looks at the cluster, and takes back what the run did. */
export const undoRun = ({ keep, ...options }: RunOptions): Promise<RunEnd> =>
  planAndApply(options, async () => ({ steps: await undoSteps(options.record, options.port, keep) }));
