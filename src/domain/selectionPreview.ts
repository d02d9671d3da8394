import { labelsAfterRestart, podLabelsAfterNextRestart, podLabelsAfterRun, VMI_ID_KEY, type PlannedChange } from './labelChange';
import { isBeingDeleted, labelsOf, nameOf, type Labels, type Pod, type VirtualMachine } from './objects';
import { vmNameOf } from './podOwner';
import { livePods, type SeenVm } from './seen';
import { selects } from './selector';

/** What a selector hits at one moment; names in alphabetical order, a VM with two pods once. */
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

/** What a selector hits when the run is over, and after every VM has been restarted since. */
export interface PreviewedSelection {
  readonly onceRun: SelectionHits;
  readonly afterRestart: SelectionHits;
}

export interface SelectionPreviewInput extends PlannedChange {
  /** what the planned Service selects */
  readonly selector: Labels;
  readonly chosen: readonly SeenVm[];
  /** the namespace's pods that match the selector now, of whatever kind; undefined when they were not read */
  readonly pods: readonly Pod[] | undefined;
  /** all VirtualMachines of the namespace; undefined when they were not read */
  readonly vms: readonly VirtualMachine[] | undefined;
}

/** Each name once, in order. */
const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort((a, b) => a.localeCompare(b));

type Hit = 'hit' | 'missed' | 'unknown';

const chosenHits = (chosen: readonly SeenVm[], hitOf: (seen: SeenVm) => Hit) => {
  const named = (wanted: Hit): string[] => sorted(chosen.filter((seen) => hitOf(seen) === wanted).map(({ vm }) => nameOf(vm)));
  return { chosen: named('hit'), chosenMissed: named('missed'), chosenUnknown: named('unknown') };
};

/**
 * Names what the planned Service selects: the chosen VMs, other VMs, and pods that are no VM. After a restart a pod has the
 * labels of its VM's template and those that KubeVirt sets; other pods stay as they are. A list that was not read is never
 * taken for an empty one.
 */
export function selectionPreview({ selector, change, timing, chosen, pods, vms }: SelectionPreviewInput): PreviewedSelection {
  const planned: PlannedChange = { change, timing };
  const chosenNames = new Set(chosen.map(({ vm }) => nameOf(vm)));
  // the list may still hold what an older selector matched
  const matching = livePods({ pods: (pods ?? []).filter((pod) => selects(selector, labelsOf(pod))) });
  const podsOf = new Map<string, Pod[]>();
  matching.forEach((pod) => {
    const name = vmNameOf(pod);
    if (name !== undefined) podsOf.set(name, [...(podsOf.get(name) ?? []), pod]);
  });
  const otherNow = [...podsOf.keys()].filter((name) => !chosenNames.has(name));
  const vmNames = new Set((vms ?? []).map(nameOf));
  const seenOf = (seen: SeenVm): SeenVm => ({ ...seen, pods: [...seen.pods, ...(podsOf.get(nameOf(seen.vm)) ?? [])] });
  const isEmpty = Object.keys(selector).length === 0;
  const arePodsKnown = pods !== undefined || isEmpty;
  const otherPods = { otherPods: sorted(matching.filter((pod) => vmNameOf(pod) === undefined).map(nameOf)), areOtherPodsKnown: arePodsKnown };

  const onceRun = (seen: SeenVm): Hit => {
    if (podLabelsAfterRun(seen, planned).some((labels) => selects(selector, labels))) return 'hit';
    // pods that the run leaves as they are were all found by the selector, if they were read at all
    const isListed = arePodsKnown && (timing === undefined || timing === 'next-restart');
    return seen.arePodsUnknown && !isEmpty && !isListed ? 'unknown' : 'missed';
  };
  const afterRestart = (seen: SeenVm): Hit => {
    const labels = podLabelsAfterNextRestart(seen, planned);
    if (selects(selector, labels)) return 'hit';
    const { [VMI_ID_KEY]: id, ...others } = selector;
    const isIdUnknown = id !== undefined && seen.arePodsUnknown === true && !Object.hasOwn(labels, VMI_ID_KEY);
    return isIdUnknown && (Object.keys(others).length === 0 || selects(others, labels)) ? 'unknown' : 'missed';
  };
  const later = (vms ?? []).filter(
    (vm) => !chosenNames.has(nameOf(vm)) && !isBeingDeleted(vm) && selects(selector, labelsAfterRestart(vm, podsOf.get(nameOf(vm)) ?? [])),
  );
  // a VMI that no VM keeps is not restarted by anybody: it stays as it is
  const keptByNoVm = vms ? otherNow.filter((name) => !vmNames.has(name)) : [];
  const withPods = chosen.map(seenOf);
  return {
    onceRun: { ...chosenHits(withPods, onceRun), otherVms: sorted(otherNow), areOtherVmsKnown: arePodsKnown, ...otherPods },
    afterRestart: {
      ...chosenHits(withPods, afterRestart),
      otherVms: sorted([...later.map(nameOf), ...keptByNoVm]),
      areOtherVmsKnown: isEmpty || (pods !== undefined && vms !== undefined),
      ...otherPods,
    },
  };
}
