import { labelLayers, patchRunning } from '../../../labels/labelLayers';
import { labelValue, uidOf } from '../../../k8s/objects';
import { renewVm } from '../../../plan/renewVm';
import { servingPods } from '../../../k8s/seen';
import type { Step } from '../../../steps/step';
import { labelAllLayers, selectThisVm } from '../remedies';
import type { Situation } from '../../situation';
import { isUsers, missed, wanted } from './selectorMatch';

/** Turns the selector to the label that KubeVirt keeps on this VM's pod. */
export const thisVm = ({ service, vm }: Situation): Step[] => selectThisVm(service, vm);

/** True when the Service is known to select no other pods: only then can its selector be changed to this VM. */
const servesNobodyElse = ({ vm, selectedPods }: Situation): boolean => {
  const own = new Set(vm.pods.map(uidOf));
  return selectedPods !== undefined && servingPods(selectedPods).every((pod) => own.has(uidOf(pod)));
};
/** Turns the Service to this VM, unless it serves others or that is not known. */
export const thisVmAlone = (situation: Situation): Step[] => (servesNobodyElse(situation) ? thisVm(situation) : []);

/**
 * Changes the selector to this VM, or, when the Service serves others, adds the selector's labels to the VM without
 * overwriting.
 */
export function selectOrLabelVm(situation: Situation): Step[] {
  if (situation.selectedPods === undefined || servesNobodyElse(situation)) return thisVmAlone(situation);
  const labels = wanted(situation);
  const { template, vmi, pods } = labelLayers(situation.vm);
  const isFree = Object.keys(labels).every(
    (key) => isUsers(key) && [template, vmi ?? {}, ...pods].every((layer) => labelValue(layer, key) === undefined),
  );
  return isFree ? labelAllLayers(situation.vm, labels) : [];
}
/**
 * Puts the labels that the Service selects by where they count; where KubeVirt keeps one of them itself, no label of
 * the VM helps, and the Service is turned to this VM.
 */
export function labelVm(situation: Situation): Step[] {
  const labels = wanted(situation);
  return Object.keys(labels).every(isUsers) ? labelAllLayers(situation.vm, labels) : thisVmAlone(situation);
}

/**
 * Makes pending labels effective: on what runs, where the user may patch that (or it is not known), else by a restart.
 */
export function applyPending(situation: Situation): Step[] {
  const { vm, rights } = situation;
  const labels = missed(situation);
  return rights && !(rights.patchVmi && rights.patchPod) ? renewVm(vm, labels, {}) : patchRunning(vm, () => labels);
}
