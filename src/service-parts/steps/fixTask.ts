import { sdkPort } from '../../cluster/port/sdkPort';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Situation } from '../../domain/diagnosis/situation';
import { namespaceOf, nameOf } from '../../domain/k8s/objects';
import { loadPart } from '../../host/loadPart';
import type { StepsTask } from './stepsTask';

/**
 * The task that fixes a finding about a Service and a VM.
 * @param title the words of the button that asks for it
 * @param found the situation in which it was found
 */
export function fixTask(title: string, { code }: Finding, found: Situation): StepsTask {
  const serviceName = nameOf(found.service);
  const vmName = nameOf(found.vm.vm);
  const namespace = namespaceOf(found.service);
  return {
    title,
    vmName,
    plan: async () => {
      // loaded only when a fix is requested
      const { fixSteps, situationNow } = await loadPart(() => import('./fixSteps'));
      return fixSteps(code, () => situationNow({ namespace, vmName, serviceName }, found, sdkPort));
    },
  };
}
