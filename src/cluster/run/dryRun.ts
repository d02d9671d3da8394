import type { Failure } from '../../domain/k8s/failure';
import type { Step } from '../../domain/steps/step';
import { successorsOf, trialOf, type Unshown } from '../../domain/steps/trial';
import type { ClusterWrites } from '../port/clusterPort';
import { toFailure } from '../port/failure';
import { createAsAllowed, sendStep, type SentOtherwise } from './sendStep';

/** What the API server says of a step before it is sent: accepted, refused with its reason, or not asked (an await). */
export type DryRunAnswer =
  | {
      readonly accepted: true;
      /** what of it the answer does not show */
      readonly unshown?: readonly Unshown[];
      /** how it was accepted, where not as planned */
      readonly otherwise?: NonNullable<SentOtherwise>;
    }
  | { readonly accepted: false; readonly failure: Failure }
  | undefined;

/**
 * Asks the API server about one step without keeping anything. Only acceptance is told: the addresses and uids in a dry
 * run's answer are invented. What is to be created under a name that an earlier step frees is asked about under another
 * one, which the API server generates.
 * @param steps the whole plan
 */
export async function dryRun(step: Step, port: ClusterWrites, steps: readonly Step[] = [step]): Promise<DryRunAnswer> {
  if (step.kind === 'await') return undefined;
  try {
    if (step.kind !== 'create') {
      await sendStep(step, port, { dryRun: true });
      return { accepted: true };
    }
    const { object, unshown } = trialOf(step, steps);
    const otherwise = await createAsAllowed(object, port, { dryRun: true });
    return { accepted: true, ...(unshown.length > 0 ? { unshown } : {}), ...(otherwise ? { otherwise } : {}) };
  } catch (error) {
    return { accepted: false, failure: toFailure(error) };
  }
}

/**
 * Why a deletion would be a loss: the API server's answer to the first create of the plan after it that it does not
 * accept.
 */
export async function refusedSuccessor(
  step: Extract<Step, { kind: 'delete' }>,
  steps: readonly Step[],
  port: ClusterWrites,
): Promise<Failure | undefined> {
  for (const successor of successorsOf(step, steps)) {
    const answer = await dryRun(successor, port, steps);
    if (answer?.accepted === false) return { ...answer.failure, isOfSuccessor: true };
  }
  return undefined;
}
