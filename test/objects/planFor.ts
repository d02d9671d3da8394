/** Resolving and planning a draft in one go, for tests that want the steps of a draft. */
import type { ExposeDraft } from '../../src/domain/draft/draft';
import type { DraftProblem } from '../../src/domain/draft/draftProblems';
import type { Goal } from '../../src/domain/draft/goal';
import { resolve } from '../../src/domain/draft/resolve';
import type { Seen } from '../../src/domain/k8s/seen';
import { planExpose } from '../../src/domain/plan/plan';
import { recordOf, type RunRecord } from '../../src/domain/plan/run';
import type { Step } from '../../src/domain/steps/step';

export type Plan =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** The steps of a draft, or what has to be mended first. */
export function planFor(draft: ExposeDraft, seen: Seen, runId: string): Plan {
  const { goal, problems } = resolve(draft, seen, runId);
  return goal ? { ok: true, steps: planExpose(goal, seen) } : { ok: false, problems };
}

/** The steps of a draft that has no problems. Fails with its problems when it has some. */
export const stepsFor = (draft: ExposeDraft, seen: Seen, runId: string): readonly Step[] =>
  planExpose(goalFor(draft, seen, runId), seen);

/** The goal of a draft that has no problems. Fails with its problems when it has some. */
export function goalFor(draft: ExposeDraft, seen: Seen, runId: string): Goal {
  const { goal, problems } = resolve(draft, seen, runId);
  if (!goal) throw new Error(JSON.stringify(problems));
  return goal;
}

/** The record of a run of such a draft. */
export const recordFor = (draft: ExposeDraft, seen: Seen, runId: string, earlier?: RunRecord): RunRecord =>
  recordOf(goalFor(draft, seen, runId), earlier);
