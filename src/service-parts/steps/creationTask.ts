import type { ClusterReads } from '../../cluster/port/clusterPort';
import { sdkPort } from '../../cluster/port/sdkPort';
import { targetOf, type Step } from '../../domain/steps/step';
import type { StepsTask } from './stepsTask';

/** Of steps that create objects those whose object is not there. */
async function notCreatedYet(steps: readonly Step[], port: ClusterReads): Promise<readonly Step[]> {
  const found = await Promise.all(steps.map((step) => port.get(targetOf(step))));
  return steps.filter((_, index) => found[index] === undefined);
}

/**
 * The task that creates objects which are known in whole.
 * @param title the words of the button that asks for it
 */
export const creationTask = (title: string, vmName: string, steps: readonly Step[]): StepsTask => ({
  title,
  vmName,
  plan: () => notCreatedYet(steps, sdkPort),
});
