import { VMI_ID_KEY } from '../k8s/labelKeys';
import {
  labelsAfterRestart,
  podLabelsAfterNextRestart,
  podLabelsAfterRun,
  type PlannedChange,
  type PlannedVm,
} from './podLabelForecast';
import { isBeingDeleted, labelsOf, nameOf, type Labels, type Pod, type VirtualMachine } from '../k8s/objects';
import { vmNameOf } from '../kubevirt/podOwner';
import { servingPods } from '../k8s/seen';
import { selectorDifferences, selects } from './selector';

/** What a selector selects at one moment; names in alphabetical order, a VM with two pods once. */
export interface SelectionHits {
  readonly chosen: readonly string[];
  readonly chosenMissed: readonly string[];
  /** chosen VMs of which it is not known, because their pods could not be read */
  readonly chosenUnknown: readonly string[];
  readonly otherVms: readonly string[];
  /** false: there may be more than are named */
  readonly areOtherVmsKnown: boolean;
  readonly otherPods: readonly string[];
  /** false: there may be more than are named */
  readonly areOtherPodsKnown: boolean;
}

/** What a selector selects after the run, and after every VM was restarted. */
export interface PreviewedSelection {
  readonly afterApply: SelectionHits;
  readonly afterRestart: SelectionHits;
}

export interface SelectionPreviewInput extends PlannedChange {
  /** what the planned Service selects */
  readonly selector: Labels;
  readonly chosen: readonly PlannedVm[];
  /** the namespace's pods that match the selector now, of whatever kind; undefined when they were not read */
  readonly pods: readonly Pod[] | undefined;
  /** all VirtualMachines of the namespace; undefined when they were not read */
  readonly vms: readonly VirtualMachine[] | undefined;
}

/** Each name once, in order. */
const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort((a, b) => a.localeCompare(b));

type Hit = 'hit' | 'missed' | 'unknown';
type Planned = Pick<SelectionPreviewInput, 'selector' | 'change' | 'timing'>;

/** @param isListRead true when every pod of the VM that the selector matches now is among its pods */
function hitAfterApply(vm: PlannedVm, { selector, ...planned }: Planned, isListRead: boolean): Hit {
  if (podLabelsAfterRun(vm, planned).some((labels) => selects(selector, labels))) return 'hit';
  // pods that the run leaves as they are were all found by the selector
  const isFound = isListRead && !vm.isRenewed && (planned.timing === undefined || planned.timing === 'next-restart');
  return vm.seen.arePodsUnknown && !isFound && Object.keys(selector).length > 0 ? 'unknown' : 'missed';
}

function hitAfterRestart(vm: PlannedVm, { selector, ...planned }: Planned): Hit {
  const labels = podLabelsAfterNextRestart(vm, planned);
  if (selects(selector, labels)) return 'hit';
  const { [VMI_ID_KEY]: id, ...others } = selector;
  const isIdUnknown = id !== undefined && vm.seen.arePodsUnknown === true && !Object.hasOwn(labels, VMI_ID_KEY);
  return isIdUnknown && selectorDifferences(others, labels).length === 0 ? 'unknown' : 'missed';
}

const chosenHits = (chosen: readonly PlannedVm[], hitOf: (vm: PlannedVm) => Hit) => {
  const hits = chosen.map((vm) => ({ name: nameOf(vm.seen.vm), hit: hitOf(vm) }));
  const named = (wanted: Hit): string[] => sorted(hits.filter(({ hit }) => hit === wanted).map(({ name }) => name));
  return { chosen: named('hit'), chosenMissed: named('missed'), chosenUnknown: named('unknown') };
};

/** Pods by the VM that they run; pods that do not run a VM under undefined. */
function byVm(pods: readonly Pod[]): ReadonlyMap<string | undefined, readonly Pod[]> {
  const podsOf = new Map<string | undefined, Pod[]>();
  pods.forEach((pod) => {
    const name = vmNameOf(pod);
    const group = podsOf.get(name);
    if (group) group.push(pod);
    else podsOf.set(name, [pod]);
  });
  return podsOf;
}

/**
 * Names what the planned Service selects: the chosen VMs, other VMs, and other pods. After a restart a pod has the
 * labels of its VM's template and those that KubeVirt sets; other pods stay as they are. A list that was not read is
 * never taken for an empty one.
 */
export function selectionPreview({ chosen, pods, vms, ...planned }: SelectionPreviewInput): PreviewedSelection {
  const { selector } = planned;
  // an empty selector selects nothing: then nothing has to be read to know that
  const isEmpty = Object.keys(selector).length === 0;
  const arePodsKnown = isEmpty || pods !== undefined;
  // the list may still hold what an older selector matched
  const podsOf = byVm(servingPods(pods ?? []).filter((pod) => selects(selector, labelsOf(pod))));
  const known = chosen.map(({ seen, ...planned }): PlannedVm => ({
    ...planned,
    seen: { ...seen, pods: [...seen.pods, ...(podsOf.get(nameOf(seen.vm)) ?? [])] },
  }));
  const chosenNames = new Set(chosen.map(({ seen }) => nameOf(seen.vm)));
  const otherNow = [...podsOf.keys()].filter((name): name is string => name !== undefined && !chosenNames.has(name));
  const otherPods = { otherPods: sorted((podsOf.get(undefined) ?? []).map(nameOf)), areOtherPodsKnown: arePodsKnown };
  const newlySelected = (vms ?? []).filter(
    (vm) =>
      !chosenNames.has(nameOf(vm)) &&
      !isBeingDeleted(vm) &&
      selects(selector, labelsAfterRestart(vm, podsOf.get(nameOf(vm)) ?? [])),
  );
  const vmNames = new Set((vms ?? []).map(nameOf));
  // a VMI without a VM is never restarted, so it stays unchanged
  const keptByNoVm = vms ? otherNow.filter((name) => !vmNames.has(name)) : [];
  return {
    afterApply: {
      ...chosenHits(known, (vm) => hitAfterApply(vm, planned, arePodsKnown)),
      otherVms: sorted(otherNow),
      areOtherVmsKnown: arePodsKnown,
      ...otherPods,
    },
    afterRestart: {
      ...chosenHits(known, (vm) => hitAfterRestart(vm, planned)),
      otherVms: sorted([...newlySelected.map(nameOf), ...keptByNoVm]),
      areOtherVmsKnown: arePodsKnown && (isEmpty || vms !== undefined),
      ...otherPods,
    },
  };
}
