import { sdkPort } from '../../cluster/port/sdkPort';
import { look } from '../../cluster/run/look';
import { nameOf, namespaceOf } from '../../domain/k8s/objects';
import { liveVmi, vmNamed, type SeenVm } from '../../domain/k8s/seen';
import { planPendingLabels } from '../../domain/plan/pendingLabels';
import { renewVm } from '../../domain/plan/renewVm';
import type { Step } from '../../domain/steps/step';

/** The VM as it is now; undefined when it is gone. */
const seenNow = async ({ vm }: SeenVm): Promise<SeenVm | undefined> =>
  vmNamed(await look(sdkPort, namespaceOf(vm), [nameOf(vm)]), nameOf(vm));

/** The steps of the restart that pending labels wait for, from a new look at the cluster; [] when the VM is gone. */
export async function restartSteps(vm: SeenVm): Promise<readonly Step[]> {
  const found = await seenNow(vm);
  return found ? planPendingLabels(found) : [];
}

/** The steps that start a VM, from a new look at the cluster; [] when it runs or is gone. */
export async function startSteps(vm: SeenVm): Promise<readonly Step[]> {
  const found = await seenNow(vm);
  return found && !liveVmi(found) ? renewVm(found, {}) : [];
}
