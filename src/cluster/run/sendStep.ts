import { jsonPatchOf } from '../../domain/steps/jsonPatchOf';
import type { Step } from '../../domain/steps/step';
import type { ClusterWrites, WriteOptions } from '../port/clusterPort';

/** A step that changes the cluster. */
export type WriteStep = Exclude<Step, { kind: 'await' }>;

/**
 * Sends one step to the API server, just as it was planned. What Review asks about and what a run does go through here,
 * so that both send the same.
 * @param options `dryRun` to have it checked without keeping anything
 * @throws what `toFailure` understands, when the API server refuses it or no answer comes
 */
export function sendStep(step: WriteStep, port: ClusterWrites, options: WriteOptions = {}): Promise<void> {
  switch (step.kind) {
    case 'create':
      return port.create(step.object, options);
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
