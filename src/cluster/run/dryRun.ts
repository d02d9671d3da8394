import type { Failure } from '../../domain/k8s/failure';
import type { Step } from '../../domain/steps/step';
import type { ClusterWrites } from '../port/clusterPort';
import { toFailure } from '../port/failure';
import { sendStep } from './sendStep';

/** What the API server says of a step before it is sent: accepted, refused with its reason, or not asked (an await). */
export type DryRunAnswer =
  { readonly accepted: true } | { readonly accepted: false; readonly failure: Failure } | undefined;

/**
 * Asks the API server about one step without keeping anything. Only acceptance is told: the addresses and uids in a dry
 * run's answer are invented.
 */
export async function dryRun(step: Step, port: ClusterWrites): Promise<DryRunAnswer> {
  if (step.kind === 'await') return undefined;
  try {
    await sendStep(step, port, { dryRun: true });
    return { accepted: true };
  } catch (error) {
    return { accepted: false, failure: toFailure(error) };
  }
}
