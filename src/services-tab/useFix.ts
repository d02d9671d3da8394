import type { ClusterReads } from '../cluster/clusterPort';
import { look } from '../cluster/look';
import { sdkPort } from '../cluster/sdkPort';
import { diagnose } from '../domain/diagnosis/diagnose';
import { offerFor } from '../domain/diagnosis/offer';
import type { RuleCode, Situation } from '../domain/diagnosis/rule';
import { nameOf, type Labels } from '../domain/objects';
import { labelAllLayers } from '../domain/diagnosis/remedies';
import { selectorText } from '../domain/selector';
import { vmNamed } from '../domain/seen';
import type { Step } from '../domain/step';
import { useText } from '../ui/useText';
import type { StepsTask } from './stepsTask';

/** What is known beside Service, VM and endpoints; what is undefined was not read and stays so. */
export type KnownBeside = Omit<Situation, 'service' | 'vm' | 'endpointSlices' | 'services' | 'planned'>;

/** Which Service of which VM, both by name. */
export interface FixedService {
  readonly namespace: string;
  readonly vmName: string;
  readonly serviceName: string;
}

/**
 * Looks at the cluster again and says how it is between a Service and a VM; undefined when one of them is gone.
 * @param known what is read anew where it had been read and is the namespace's own; the rest is taken as it is
 */
export async function situationNow({ namespace, vmName, serviceName }: FixedService, known: KnownBeside, port: ClusterReads): Promise<Situation | undefined> {
  const { services, endpointSlices, routes, vms } = await look(port, namespace, [vmName], { withRoutes: known.routes !== undefined });
  const vm = vmNamed({ namespace, services, endpointSlices, vms }, vmName);
  const service = services.find((candidate) => nameOf(candidate) === serviceName);
  if (!vm || !service) return undefined;
  const { selector = {} } = service.spec ?? {};
  const [networkPolicies, selectedPods] = await Promise.all([
    known.networkPolicies && port.list('NetworkPolicy', namespace),
    known.selectedPods && (Object.keys(selector).length > 0 ? port.list('Pod', namespace, selector) : []),
  ]);
  return { ...known, services, endpointSlices, routes, vm, service, networkPolicies, selectedPods };
}

/**
 * The steps that put a finding right, from a new look at the cluster; [] when the finding is gone.
 * @param lookAgain undefined when Service or VM is gone
 */
export async function fixSteps(code: RuleCode, lookAgain: () => Promise<Situation | undefined>): Promise<readonly Step[]> {
  const situation = await lookAgain();
  if (!situation || !diagnose(situation).findings.some((finding) => finding.code === code)) return [];
  return offerFor(code, situation).steps;
}

/** Makes the task that puts a finding about a Service and a VM right, found in that situation. */
export function useFix(): (code: RuleCode, found: Situation) => StepsTask {
  const t = useText();
  return (code, found) => {
    const serviceName = nameOf(found.service);
    const vmName = nameOf(found.vm.vm);
    const namespace = found.service.metadata?.namespace ?? '';
    return {
      title: t('Put {{code}} of the Service {{name}} right', { code, name: serviceName }),
      plan: () => fixSteps(code, () => situationNow({ namespace, vmName, serviceName }, found, sdkPort)),
    };
  };
}

/** Makes the task that puts labels of the VirtualMachine object where they count: into the template, and on what runs. */
export function useCopyLabels(namespace: string): (vmName: string, labels: Labels) => StepsTask {
  const t = useText();
  return (vmName, labels) => ({
    title: t('Put {{labels}} where labels count', { labels: selectorText(labels) }),
    plan: async () => {
      const vm = vmNamed(await look(sdkPort, namespace, [vmName]), vmName);
      return vm ? labelAllLayers(vm, labels) : [];
    },
  });
}
