import { nameOf } from '../../domain/k8s/objects';
import type { StepState } from '../../domain/steps/progress';
import { createdKind, targetOf, type Step } from '../../domain/steps/step';
import type { Text } from '../../ui/useText';
import type { Seen } from '../../domain/k8s/seen';

/** What is seen of the cluster while the run goes on. */
export type SeenByRun = Pick<Seen, 'vms' | 'services' | 'routes'>;

/**
 * What is known of a step beside its state: the address that a new Service has got, the host of a new Route, the status
 * of the VM that is waited for.
 * @returns a text, or '' where there is no such fact
 */
export function stepFact(t: Text, step: Step, state: StepState, { vms, services, routes = [] }: SeenByRun): string {
  if (state === 'running' && step.kind === 'await' && 'vmName' in step.condition) {
    const { vmName } = step.condition;
    const status = vms.find(({ vm }) => nameOf(vm) === vmName)?.vm.status?.printableStatus;
    return status ? t('VM status: {{status}}', { status }) : '';
  }
  if (state !== 'done' || step.kind !== 'create') return '';
  const { name } = targetOf(step);
  switch (createdKind(step.object)) {
    case 'Service': {
      const address = services.find((service) => nameOf(service) === name)?.spec?.clusterIP;
      return address && address !== 'None' ? t('{{address}} assigned', { address }) : '';
    }
    case 'Route':
      return routes.find((route) => nameOf(route) === name)?.spec.host ?? '';
    case 'NetworkPolicy':
    case 'Job':
      return '';
  }
}
