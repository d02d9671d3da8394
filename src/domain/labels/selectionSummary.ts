import type { PreviewedSelection, SelectionHits } from './selectionPreview';

/** What is known of one object at one moment. */
export type HitState = 'selected' | 'not-selected' | 'not-checked';

/** One object that a Service treats otherwise than a person would expect, or not the same at both moments. */
export interface SelectionRow {
  readonly kind: 'chosen' | 'other-vm' | 'other-pod';
  readonly name: string;
  readonly now: HitState;
  readonly later: HitState;
}

/** What of a preview is worth telling. */
export interface SelectionSummary {
  /** chosen VMs that are selected at both moments */
  readonly selected: readonly string[];
  /** everything else: chosen VMs that are missed or not known, and what is selected beside them */
  readonly rows: readonly SelectionRow[];
  /** false: there may be other VMs or pods that were not read */
  readonly areOthersKnown: boolean;
}

const chosenState = (hits: SelectionHits, name: string): HitState => {
  if (hits.chosen.includes(name)) return 'selected';
  return hits.chosenUnknown.includes(name) ? 'not-checked' : 'not-selected';
};

const otherState = (names: readonly string[], isKnown: boolean, name: string): HitState => {
  if (names.includes(name)) return 'selected';
  return isKnown ? 'not-selected' : 'not-checked';
};

const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** Puts the two moments of a preview side by side; what is as it should be at both is only named. */
export function selectionSummary({ afterApply: now, afterRestart: later }: PreviewedSelection): SelectionSummary {
  const chosen = union(now.chosen, now.chosenMissed, now.chosenUnknown).map((name): SelectionRow => ({
    kind: 'chosen',
    name,
    now: chosenState(now, name),
    later: chosenState(later, name),
  }));
  const isWell = (row: SelectionRow) => row.now === 'selected' && row.later === 'selected';
  const others = [
    ...union(now.otherVms, later.otherVms).map((name): SelectionRow => ({
      kind: 'other-vm',
      name,
      now: otherState(now.otherVms, now.areOtherVmsKnown, name),
      later: otherState(later.otherVms, later.areOtherVmsKnown, name),
    })),
    ...union(now.otherPods, later.otherPods).map((name): SelectionRow => ({
      kind: 'other-pod',
      name,
      now: otherState(now.otherPods, now.areOtherPodsKnown, name),
      later: otherState(later.otherPods, later.areOtherPodsKnown, name),
    })),
  ];
  return {
    selected: chosen.filter(isWell).map(({ name }) => name),
    rows: [...chosen.filter((row) => !isWell(row)), ...others],
    areOthersKnown: [now, later].every((hits) => hits.areOtherVmsKnown && hits.areOtherPodsKnown),
  };
}
