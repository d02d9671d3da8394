import type { Failure } from '../../domain/k8s/failure';
import type { Step } from '../../domain/steps/step';
import { deleteOptions } from './applyPlan';
import type { ClusterWrites } from '../port/clusterPort';
import { toFailure } from '../port/failure';

/** What the API server says of a step before it is sent: accepted, refused with its reason, or not asked (an await). */
export type DryRunAnswer =
  { readonly accepted: true } | { readonly accepted: false; readonly failure: Failure } | undefined;

/**
 * Asks the API server about one step without keeping anything. Only acceptance is told: the addresses and uids in a dry
 * run's answer are invented.
 */
export async function dryRun(step: Step, port: ClusterWrites): Promise<DryRunAnswer> {
  const options = { dryRun: true };
  try {
    switch (step.kind) {
      case 'await':
        return undefined;
      case 'create':
        await port.create(step.object, options);
        break;
      case 'patch':
        await port.patch(step.target, step.patch, options);
        break;
      case 'delete':
        await port.delete(step.target, step.uid, { ...options, ...deleteOptions(step) });
        break;
      case 'restart':
        await port.restart(step.target, options);
        break;
      case 'unpause':
        await port.unpause(step.target, options);
        break;
      case 'start':
        await port.start(step.target, options);
    }
    return { accepted: true };
  } catch (error) {
    return { accepted: false, failure: toFailure(error) };
  }
}
