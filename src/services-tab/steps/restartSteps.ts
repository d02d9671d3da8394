import { sdkPort } from '../../cluster/port/sdkPort';
import { look } from '../../cluster/run/look';
import { nameOf, namespaceOf } from '../../domain/k8s/objects';
import { vmNamed, type SeenVm } from '../../domain/k8s/seen';
import { planPendingLabels } from '../../domain/plan/pendingLabels';
import type { Step } from '../../domain/steps/step';

/** The steps of the restart that pending labels wait for, from a new look at the cluster; [] when the VM is gone. */
export async function restartSteps({ vm }: SeenVm): Promise<readonly Step[]> {
  const seen = await look(sdkPort, namespaceOf(vm), [nameOf(vm)]);
  const found = vmNamed(seen, nameOf(vm));
  return found ? planPendingLabels(found) : [];
}
