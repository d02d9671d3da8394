import { labelLayers } from '../labels/labelLayers';
import { isSetByKubeVirt, isWrittenByKubeVirt } from '../labels/labels';
import { labelValue, type Labels } from '../k8s/objects';
import { renewVm } from './renewVm';
import type { SeenVm } from '../k8s/seen';
import type { Step } from '../steps/step';

/**
 * The labels of the VM's template that what runs does not carry yet, or with another value; {} for a VM that does not
 * run, whose next instance has them anyway. KubeVirt copies them only when it makes a VMI. What it writes by itself, on
 * the pod or into the template of a pool's VM, waits for nothing.
 */
export function pendingLabels(vm: SeenVm): Labels {
  const { template, vmi, pods } = labelLayers(vm);
  if (!vmi) return {};
  return Object.fromEntries(
    Object.entries(template).filter(
      ([key, value]) =>
        !isSetByKubeVirt(key) &&
        !isWrittenByKubeVirt(key) &&
        [vmi, ...pods].some((labels) => labelValue(labels, key) !== value),
    ),
  );
}

/** The restart that applies the template's labels, and the wait for it; [] when no label is pending. */
export function planPendingLabels(vm: SeenVm): readonly Step[] {
  const labels = pendingLabels(vm);
  return Object.keys(labels).length === 0 ? [] : renewVm(vm, labels);
}
