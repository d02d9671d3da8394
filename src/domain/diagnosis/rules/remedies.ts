import { identitySelector } from '../../labels/identity';
import { patchRunning, patchTemplate } from '../../labels/labelLayers';
import { restartObstacle } from '../../kubevirt/lifecycle';
import { nameOf, type Labels, type Service } from '../../k8s/objects';
import { sendableLabels } from '../../labels/labels';
import { renewVm } from '../../plan/renewVm';
import { liveVmi, type SeenVm } from '../../k8s/seen';
import type { Step } from '../../steps/step';
import { patchService, type ServiceFields } from '../../steps/serviceFields';
import { patchSpec, specFields } from '../../draft/templateSpec';
import type { SpecChange } from '../../k8s/specChange';

/** A patch of the Service's `.spec`, guarded by what the fields hold now; [] where nothing would change. */
export const fixService = (service: Service, fields: ServiceFields): Step[] =>
  patchService(service, fields, `service/${nameOf(service)}`);

/**
 * Makes the Service select just this VM, by the label that KubeVirt itself keeps on its pod; [] while no pod shows it.
 */
export function selectThisVm(service: Service, vm: SeenVm): Step[] {
  const selector = identitySelector(vm);
  return selector ? fixService(service, { selector }) : [];
}

/**
 * Puts labels on all three layers, so that they take effect immediately and persist; KubeVirt's own keys are left out.
 */
export function labelAllLayers(vm: SeenVm, labels: Labels): Step[] {
  const wanted = sendableLabels(labels);
  return [...patchTemplate(vm.vm, wanted), ...patchRunning(vm, () => wanted)];
}

/**
 * Brings the template to a spec, and what runs to its template; [] where virt-api takes no restart, without which
 * nothing would come of it.
 */
export function renewSpec(vm: SeenVm, change: SpecChange): Step[] {
  if (liveVmi(vm) && restartObstacle(vm)) return [];
  return [...patchSpec(vm.vm, specFields(vm.vm, change)), ...renewVm(vm, {}, change)];
}
