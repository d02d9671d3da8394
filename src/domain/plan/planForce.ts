import { isBeingDeleted } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { deleteStep } from '../steps/deleteStep';
import type { Step } from '../steps/step';

/**
 * The steps that end a guest which takes long to shut down: its virt-launcher pods are deleted with one second of
 * grace, which is what virt-api itself does for a forced restart. A forced restart cannot be asked for any more once
 * one is under way (500, "stop/start already underway"). The guest loses what it has not written, as in a power cut.
 * @returns [] when the VM is not shutting down
 */
export function planForce({ vmi, pods }: SeenVm): Step[] {
  if (!vmi || !isBeingDeleted(vmi)) return [];
  return pods.filter(({ status }) => status?.phase === 'Running').map((pod) => deleteStep('forced', 'Pod', pod));
}
