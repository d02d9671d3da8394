import { draftLabels, type ExposeDraft } from './draft';
import { labelLayers } from './labelLayers';
import { labelValue, type Labels } from './objects';
import type { SeenVm } from './seen';

/** One label that a run sets: its value before (null when it was absent) and every value that the run has planned to give it. */
interface ReplacedLabel {
  readonly before: string | null;
  readonly after: readonly string[];
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

/** Adds what a later draft of the same run replaces: what was there first counts, and no value of the run is forgotten. */
function merged(earlier: ReplacedLabels, later: ReplacedLabels): ReplacedLabels {
  const again = Object.entries(later).map(([key, label]): [string, ReplacedLabel] => {
    const first = Object.hasOwn(earlier, key) ? earlier[key] : undefined;
    return [key, first ? { before: first.before, after: [...new Set([...first.after, ...label.after])] } : label];
  });
  return { ...earlier, ...Object.fromEntries(again) };
}

const NOTHING: ReplacedOnVm = { template: {}, vmi: {}, pod: {} };

/**
 * What a run is about to replace on one VM, to be remembered before the first write. Undoing a restart gives what runs the
 * labels that another restart would give it: the template's from before the run.
 * @param earlier what the same run had recorded before its draft was changed
 */
export function replacedBy({ selection }: ExposeDraft, seen: SeenVm, earlier: ReplacedOnVm = NOTHING): ReplacedOnVm {
  if (selection.by !== 'label') return earlier;
  const layers = labelLayers(seen);
  const wanted = Object.entries(draftLabels(selection));
  const changes = (labels: Labels | undefined): ReplacedLabels =>
    Object.fromEntries(
      wanted
        .filter(([key, value]) => labelValue(labels, key) !== value)
        .map(([key, value]) => [key, { before: labelValue(labels, key) ?? null, after: [value] }]),
    );
  const template = merged(earlier.template, changes(layers.template));
  if (selection.timing === 'next-restart') return { ...earlier, template };
  // without a live VMI the next one comes from the template, whatever the timing
  const isFromTemplate = selection.timing === 'restart' || !layers.vmi;
  return {
    template,
    vmi: merged(earlier.vmi, isFromTemplate ? template : changes(layers.vmi)),
    pod: merged(earlier.pod, isFromTemplate ? template : changes(layers.pods[0])),
  };
}
