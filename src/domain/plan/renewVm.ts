import { carries } from '../labels/labelLayers';
import { refOf, labelsOf, nameOf, uidOf, type LabelChange, type ObjectRef } from '../k8s/objects';
import { graceSeconds, isRestartUnderWay, livePods, liveVmi, type SeenVm } from '../k8s/seen';
import type { Condition, Step } from '../steps/step';
import { hasSpec, isNoChange } from '../draft/templateSpec';
import type { SpecChange } from '../k8s/specChange';

/** How long a boot can take, beyond the guest's time to shut down. */
const BOOT_TIMEOUT_SECONDS = 300;

/** Names a VM. */
export const vmRef = ({ vm }: SeenVm): ObjectRef => refOf('VirtualMachine', vm);

/**
 * Restarts the VM when what runs lacks the labels or the spec, and starts it when nothing runs; when either is under
 * way already it is only awaited.
 */
export function renewVm(seen: SeenVm, labels: LabelChange, spec: SpecChange = {}): Step[] {
  const vmi = liveVmi(seen);
  const isThere =
    vmi && hasSpec(vmi.spec, spec) && [vmi, ...livePods(seen)].every((object) => carries(labelsOf(object), labels));
  return isThere ? [] : replaceVmi(seen, labels, spec);
}

/** Brings another VMI than the one that there is, whatever that one has; its labels and its spec are then as given. */
export function replaceVmi(seen: SeenVm, labels: LabelChange, spec: SpecChange): Step[] {
  const vmi = liveVmi(seen);
  const isUnderWay = isRestartUnderWay(seen);
  const vmName = nameOf(seen.vm);
  const replacedUid = uidOf(seen.vmi);
  const condition: Condition = {
    until: 'vmi-renewed',
    vmName,
    labels,
    ...(isNoChange(spec) ? {} : { spec }),
    ...(replacedUid ? { replacedUid } : {}),
  };
  const timeoutSeconds = (seen.vmi ? graceSeconds(seen.vmi) : 0) + BOOT_TIMEOUT_SECONDS;
  const request: Step[] = isUnderWay
    ? []
    : [
        vmi
          ? { id: `restart/${vmName}`, kind: 'restart', target: vmRef(seen), vmiUid: uidOf(vmi) ?? '' }
          : { id: `start/${vmName}`, kind: 'start', target: vmRef(seen) },
      ];
  return [...request, { id: `renewed/${vmName}`, kind: 'await', target: vmRef(seen), condition, timeoutSeconds }];
}
