import { jsonPatchOf } from '../../domain/steps/jsonPatchOf';
import { withoutWaitingOwners } from '../../domain/steps/trial';
import type { CreatedObject, Step } from '../../domain/steps/step';
import type { ClusterWrites, WriteOptions } from '../port/clusterPort';
import { toFailure } from '../port/failure';

/** A step that changes the cluster. */
export type WriteStep = Exclude<Step, { kind: 'await' }>;

/** How a step was sent otherwise than planned: with owners that do not wait for what was created. */
export type SentOtherwise = 'owners-do-not-wait' | undefined;

/**
 * Creates an object. Without the permission to have its owners wait for it, it is created with owners that do not wait.
 * @throws what `toFailure` understands; the answer to what was planned when neither is accepted
 */
export async function createAsAllowed(
  object: CreatedObject,
  port: ClusterWrites,
  options: WriteOptions,
): Promise<SentOtherwise> {
  try {
    await port.create(object, options);
    return undefined;
  } catch (error) {
    const other = toFailure(error).code === 403 ? withoutWaitingOwners(object) : undefined;
    if (!other) throw error;
    try {
      await port.create(other, options);
    } catch {
      throw error;
    }
    return 'owners-do-not-wait';
  }
}

/**
 * Sends one step to the API server, just as it was planned. What Review asks about and what a run does go through here,
 * so that both send the same.
 * @param options `dryRun` to have it checked without keeping anything
 * @throws what `toFailure` understands, when the API server refuses it or no answer comes
 */
export async function sendStep(step: WriteStep, port: ClusterWrites, options: WriteOptions = {}): Promise<void> {
  switch (step.kind) {
    case 'create':
      await createAsAllowed(step.object, port, options);
      return;
    case 'patch':
      return port.patch(step.target, jsonPatchOf(step), options);
    case 'delete': {
      const { uid, resourceVersion } = step.guard;
      return port.delete(step.target, uid, {
        ...options,
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
        ...(step.graceSeconds === undefined ? {} : { graceSeconds: step.graceSeconds }),
      });
    }
    case 'restart':
      return port.restart(step.target, options);
    case 'unpause':
      return port.unpause(step.target, options);
    case 'start':
      return port.start(step.target, options);
  }
}
