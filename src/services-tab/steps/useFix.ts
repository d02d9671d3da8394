import { sdkPort } from '../../cluster/port/sdkPort';
import type { RuleCode } from '../../domain/diagnosis/finding';
import type { Situation } from '../../domain/diagnosis/situation';
import { namespaceOf, nameOf, type Labels } from '../../domain/k8s/objects';
import { selectorText } from '../../domain/labels/selector';
import { loadPart } from '../../host/loadPart';
import { useText } from '../../ui/useText';
import type { StepsTask } from './stepsTask';

// loaded only when a fix is requested
const load = () => loadPart(() => import('./fixSteps'));

/** Returns a function that builds the task which fixes a finding about a Service and a VM. */
export function useFix(): (code: RuleCode, found: Situation) => StepsTask {
  const t = useText();
  return (code, found) => {
    const serviceName = nameOf(found.service);
    const vmName = nameOf(found.vm.vm);
    const namespace = namespaceOf(found.service);
    return {
      title: t('Put {{code}} of the Service {{name}} right', { code, name: serviceName }),
      plan: async () => {
        const { fixSteps, situationNow } = await load();
        return fixSteps(code, () => situationNow({ namespace, vmName, serviceName }, found, sdkPort));
      },
    };
  };
}

/**
 * Returns a function that builds the task which copies labels of the VirtualMachine object into the template and onto
 * the running instance.
 */
export function useCopyLabels(namespace: string): (vmName: string, labels: Labels) => StepsTask {
  const t = useText();
  return (vmName, labels) => ({
    title: t('Put {{labels}} where labels count', { labels: selectorText(labels) }),
    plan: async () => (await load()).copySteps(namespace, vmName, labels, sdkPort),
  });
}
