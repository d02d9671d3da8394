import { draftLabels, type ExposeDraft } from './draft';
import { labelLayers } from './labelLayers';
import { labelValue, type Labels } from './objects';
import type { SeenVm } from './seen';

/** One label that a run sets: its value before (null when it was absent) and the run's own. */
interface ReplacedLabel {
  readonly before: string | null;
  readonly after: string;
}
type ReplacedLabels = Readonly<Record<string, ReplacedLabel>>;

/** The labels that a run sets on one VM, layer by layer; an empty layer is one that the run leaves alone. */
export interface ReplacedOnVm {
  readonly template: ReplacedLabels;
  readonly vmi: ReplacedLabels;
  readonly pod: ReplacedLabels;
}

/** What has to outlive the page for a run to be recognised, retried and undone. `replaced` is by VM name. */
export interface RunRecord {
  readonly runId: string;
  readonly draft: ExposeDraft;
  readonly replaced: Readonly<Record<string, ReplacedOnVm>>;
}

/**
 * What a run is about to replace on one VM, to be remembered before the first write. Undoing a restart gives what runs the
 * labels that another restart would give it: the template's.
 */
export function replacedBy({ selection }: ExposeDraft, seen: SeenVm): ReplacedOnVm {
  const { template, vmi, pods } = labelLayers(seen);
  const changes = (before: Labels | undefined): ReplacedLabels =>
    Object.fromEntries(
      Object.entries(draftLabels(selection))
        .map(([key, after]): [string, ReplacedLabel] => [key, { before: labelValue(before, key) ?? null, after }])
        .filter(([, { before: value, after }]) => value !== after),
    );
  if (selection.by !== 'label' || selection.timing === 'next-restart') return { template: changes(template), vmi: {}, pod: {} };
  return selection.timing === 'restart'
    ? { template: changes(template), vmi: changes(template), pod: changes(template) }
    : { template: changes(template), vmi: changes(vmi), pod: changes(pods[0]) };
}

/** The record of a run whose draft was changed before a retry: what was first there counts, and nothing is forgotten. */
export const mergeReplaced = (earlier: ReplacedOnVm | undefined, later: ReplacedOnVm): ReplacedOnVm => {
  const merge = (layer: keyof ReplacedOnVm): ReplacedLabels => {
    const first = earlier?.[layer] ?? {};
    const again = Object.entries(later[layer]).map(([key, label]): [string, ReplacedLabel] => [key, { ...label, before: (first[key] ?? label).before }]);
    return { ...first, ...Object.fromEntries(again) };
  };
  return { template: merge('template'), vmi: merge('vmi'), pod: merge('pod') };
};
