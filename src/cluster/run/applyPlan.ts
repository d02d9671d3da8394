import { isMet, refusalOf } from '../../domain/plan/condition';
import { isPaused } from '../../domain/kubevirt/lifecycle';
import { isBeingDeleted, uidOf } from '../../domain/k8s/objects';
import { changedValues } from '../../domain/steps/patchGuard';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { Failure } from '../../domain/k8s/failure';
import { liveVmi } from '../../domain/k8s/seen';
import type { PatchStep, Step } from '../../domain/steps/step';
import type { Clock, ClusterPort, ClusterReads } from '../port/clusterPort';
import { isPassing, toFailure } from '../port/failure';
import { refusedSuccessor } from './dryRun';
import { look } from './look';
import { sendStep, type WriteStep } from './sendStep';

/** How often an await step looks at the cluster. */
const LOOK_EVERY_SECONDS = 1;

export type Outcome = 'done' | 'failed' | 'cancelled';

export interface ApplyOptions {
  readonly steps: readonly Step[];
  readonly port: ClusterPort;
  readonly clock: Clock;
  readonly emit: (event: ProgressEvent) => void;
  /** aborting stops before the next step, or ends an await; a call that was sent is never cut off */
  readonly signal: AbortSignal;
}

type Awaited = { readonly met: true } | { readonly met: false; readonly failure?: Failure };

/**
 * Runs the steps in order, each exactly as planned, and stops at the first that fails. Nothing is deleted before the
 * API server has accepted, in a dry run, what is to take its place. Nothing is rolled back: what to
 * do next (plan again, undo) is the person's decision.
 */
export async function applyPlan({ steps, port, clock, emit, signal }: ApplyOptions): Promise<Outcome> {
  for (const step of steps) {
    const { id } = step;
    if (signal.aborted) {
      emit({ type: 'cancelled', id });
      return 'cancelled';
    }
    emit({ type: 'started', id });
    const failure = await run(step, { steps, port, clock, signal });
    if (failure === 'cancelled') {
      emit({ type: 'cancelled', id });
      return 'cancelled';
    }
    if (failure) {
      emit({ type: 'failed', id, failure });
      return 'failed';
    }
    emit({ type: 'done', id });
  }
  return 'done';
}

async function run(
  step: Step,
  { steps, port, clock, signal }: Omit<ApplyOptions, 'emit'>,
): Promise<Failure | 'cancelled' | undefined> {
  if (step.kind === 'await') {
    const awaited = await awaitCondition(step, port, clock, signal);
    if (awaited.met) return undefined;
    return awaited.failure ?? 'cancelled';
  }
  const refusal = step.kind === 'delete' ? await refusedSuccessor(step, steps, port) : undefined;
  if (refusal) return refusal;
  try {
    if (await isStillNeeded(step, port)) await sendStep(step, port);
    return undefined;
  } catch (error) {
    const failure = toFailure(error);
    if (step.kind === 'delete' && failure.code === 404) return undefined;
    // the API server asked to wait, so it has done nothing, and the person did not want to wait
    if (failure.code === 429 && signal.aborted) return 'cancelled';
    return step.kind === 'patch' && failure.code === 422 ? { ...failure, ...(await whatChanged(step, port)) } : failure;
  }
}

/**
 * Which values someone else has changed since the plan was made; nothing when none has, or when that cannot be read.
 */
async function whatChanged(step: PatchStep, port: ClusterReads): Promise<Pick<Failure, 'changed'>> {
  try {
    const object = await port.get(step.target);
    const changed = object ? changedValues(object, step) : [];
    return changed.length > 0 ? { changed } : {};
  } catch {
    return {};
  }
}

/** False where someone else has done since what a step is to do: then that serves, and the step is not sent. */
async function isStillNeeded(step: WriteStep, port: ClusterReads): Promise<boolean> {
  if (step.kind === 'create' || step.kind === 'patch' || step.kind === 'delete') return true;
  const vmi = await port.get({ ...step.target, kind: 'VirtualMachineInstance' });
  switch (step.kind) {
    case 'unpause':
      // virt-api answers 409 for one that is not paused
      return vmi !== undefined && isPaused({ vmi });
    case 'start':
      return !vmi || !liveVmi({ vmi });
    case 'restart':
      return vmi !== undefined && uidOf(vmi) === step.vmiUid && !isBeingDeleted(vmi);
  }
}

/**
 * Looks until the condition is met, the time is up or the signal aborts. A read that fails in passing is tried again.
 */
async function awaitCondition(
  step: Extract<Step, { kind: 'await' }>,
  port: ClusterPort,
  clock: Clock,
  signal: AbortSignal,
): Promise<Awaited> {
  const { condition, timeoutSeconds, target } = step;
  const begin = clock.now();
  const secondsPassed = () => (clock.now() - begin) / 1000;
  let lastFailure: Failure | undefined;
  while (!signal.aborted) {
    try {
      const isForRoute = condition.until === 'route-admitted';
      const seen = await look(port, target.namespace, isForRoute ? [] : [condition.vmName], { withRoutes: isForRoute });
      lastFailure = undefined;
      const failure = refusalOf(condition, seen);
      if (failure) return { met: false, failure };
      const hasHeld = condition.until !== 'labels-hold' || secondsPassed() >= condition.forSeconds;
      if (hasHeld && isMet(condition, seen)) return { met: true };
    } catch (error) {
      lastFailure = toFailure(error);
      if (!isPassing(lastFailure)) return { met: false, failure: lastFailure };
    }
    if (secondsPassed() >= timeoutSeconds) {
      return { met: false, failure: { ...(lastFailure ?? { message: '' }), timedOut: true } };
    }
    await clock.wait(LOOK_EVERY_SECONDS, signal);
  }
  return { met: false };
}
