import type { ClusterReads } from '../../cluster/port/clusterPort';
import { look } from '../../cluster/run/look';
import { diagnose } from '../../domain/diagnosis/diagnose';
import { offerFor } from '../../domain/diagnosis/offer';
import type { RuleCode } from '../../domain/diagnosis/finding';
import { podsSelectorOf, situationOf, type Situation } from '../../domain/diagnosis/situation';
import { nameOf } from '../../domain/k8s/objects';
import { vmNamed } from '../../domain/k8s/seen';
import type { Step } from '../../domain/steps/step';

/** Which Service of which VM, both by name. */
export interface FixedService {
  readonly namespace: string;
  readonly vmName: string;
  readonly serviceName: string;
}

/**
 * Looks at the cluster again and says how it is between a Service and a VM; undefined when one of them is gone.
 * @param known how it was when the fix was asked for: what had been read is read again where it is the namespace's own
 *   and may have changed, the rest is taken as it is
 */
export async function situationNow(
  { namespace, vmName, serviceName }: FixedService,
  known: Omit<Situation, 'service' | 'vm' | 'endpointSlices'>,
  port: ClusterReads,
): Promise<Situation | undefined> {
  const { services, endpointSlices, routes, vms } = await look(port, namespace, [vmName], {
    withRoutes: known.routes !== undefined,
  });
  const vm = vmNamed({ namespace, services, endpointSlices, vms }, vmName);
  const service = services.find((candidate) => nameOf(candidate) === serviceName);
  if (!vm || !service) return undefined;
  const selector = podsSelectorOf(service);
  const [networkPolicies, selectedPods] = await Promise.all([
    known.networkPolicies && port.list('NetworkPolicy', namespace),
    known.selectedPods && selector && port.list('Pod', namespace, selector),
  ]);
  return situationOf(
    { service, vm, services, endpointSlices, routes, hasRouteApi: true, networkPolicies, selectedPods },
    known,
  );
}

/**
 * The steps that put a finding right, from a new look at the cluster; [] when the finding is gone.
 * @param lookAgain undefined when Service or VM is gone
 */
export async function fixSteps(
  code: RuleCode,
  lookAgain: () => Promise<Situation | undefined>,
): Promise<readonly Step[]> {
  const situation = await lookAgain();
  if (!situation || !diagnose(situation).findings.some((finding) => finding.code === code)) return [];
  return offerFor(code, situation).steps;
}
