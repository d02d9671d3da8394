import { sdkPort } from '../../cluster/port/sdkPort';
import { nameOf, namespaceOf, uidOf, type Service } from '../../domain/k8s/objects';
import { deleteStep } from '../../domain/steps/deleteStep';
import type { Step } from '../../domain/steps/step';

/** How many Services are looked at together. */
const AT_A_TIME = 5;

async function planDeletion(chosen: Service): Promise<readonly Step[]> {
  const found = await sdkPort.get({ kind: 'Service', namespace: namespaceOf(chosen), name: nameOf(chosen) });
  return found && uidOf(found) === uidOf(chosen) ? [deleteStep('asked', 'Service', found)] : [];
}

/** Deletes Services, each in its current version and if it is still the object that was selected. */
export async function planDeletions(chosen: readonly Service[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (let start = 0; start < chosen.length; start += AT_A_TIME)
    steps.push(...(await Promise.all(chosen.slice(start, start + AT_A_TIME).map(planDeletion))).flat());
  return steps;
}
