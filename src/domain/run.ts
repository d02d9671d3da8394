import { isJoining, joinedService, labelChange, timingOf, type ExposeDraft } from './draft';
import { changedPorts, portDraftsOf, portsText, type ServicePorts } from './joinedPorts';
import { labelLayers } from './labelLayers';
import { labelValue, nameOf, uidOf, type Labels } from './objects';
import { vmNamed, type Seen, type SeenVm } from './seen';

/** One label that a run changes: its value before and every value that the run has planned to give it; null where it is absent. */
interface ReplacedLabel {
  readonly before: string | null;
  readonly after: readonly (string | null)[];
}
type ReplacedLabels = Readonly<Record<string, ReplacedLabel>>;

/** The labels that a run sets on one VM, layer by layer; an empty layer is one that the run leaves alone. */
export interface ReplacedOnVm {
  readonly template: ReplacedLabels;
  readonly vmi: ReplacedLabels;
  readonly pod: ReplacedLabels;
}

/** The ports that a run changes on a Service that was there: those before, and all that the run has planned to give it. */
interface ReplacedPorts {
  readonly serviceUid: string;
  readonly before: ServicePorts;
  readonly after: readonly ServicePorts[];
}

/** What has to outlive the page for a run to be recognised, retried and undone. */
export interface RunRecord {
  readonly runId: string;
  readonly draft: ExposeDraft;
  /** by VM name */
  readonly replaced: Readonly<Record<string, ReplacedOnVm>>;
  readonly replacedPorts?: ReplacedPorts;
  /** names of Services that were there and to which the run has added VMs */
  readonly joined?: readonly string[];
}

/**
 * Adds what a later look at the same run replaces: what was there first counts, unless somebody else has set another value
 * since; no value of the run is forgotten.
 */
function merged(earlier: ReplacedLabels, later: ReplacedLabels): ReplacedLabels {
  const again = Object.entries(later).map(([key, label]): [string, ReplacedLabel] => {
    const first = Object.hasOwn(earlier, key) ? earlier[key] : undefined;
    if (!first) return [key, label];
    const before = first.after.includes(label.before) ? first.before : label.before;
    return [key, { before, after: [...new Set([...first.after, ...label.after])] }];
  });
  return { ...earlier, ...Object.fromEntries(again) };
}

const NOTHING: ReplacedOnVm = { template: {}, vmi: {}, pod: {} };

/**
 * What a run is about to replace on one VM. Undoing a restart gives what runs the labels that another restart would give
 * it: the template's from before the run.
 */
function replacedOn(draft: ExposeDraft, seen: Seen, vm: SeenVm, earlier: ReplacedOnVm = NOTHING): ReplacedOnVm {
  const timing = timingOf(draft);
  const layers = labelLayers(vm);
  const wanted = Object.entries(labelChange(draft, seen.services));
  if (wanted.length === 0) return earlier;
  const changes = (labels: Labels | undefined): ReplacedLabels =>
    Object.fromEntries(
      wanted
        .filter(([key, value]) => (labelValue(labels, key) ?? null) !== value)
        .map(([key, value]) => [key, { before: labelValue(labels, key) ?? null, after: [value] }]),
    );
  if (timing === 'pod-only') return { ...earlier, pod: merged(earlier.pod, changes(layers.pods[0])) };
  const template = merged(earlier.template, changes(layers.template));
  if (timing === 'next-restart') return { ...earlier, template };
  // without a live VMI the next one comes from the template, whatever the timing
  const isFromTemplate = timing === 'restart' || !layers.vmi;
  return {
    template,
    vmi: merged(earlier.vmi, isFromTemplate ? template : changes(layers.vmi)),
    pod: merged(earlier.pod, isFromTemplate ? template : changes(layers.pods[0])),
  };
}

function replacedPorts(draft: ExposeDraft, seen: Seen, earlier: ReplacedPorts | undefined): ReplacedPorts | undefined {
  const found = joinedService(draft, seen.services);
  const isSame = earlier === undefined || earlier.serviceUid === uidOf(found);
  if (!found || !isSame || portsText(portDraftsOf(found)) === portsText(draft.ports)) return earlier;
  return {
    serviceUid: uidOf(found) ?? '',
    before: earlier?.before ?? found.spec?.ports ?? [],
    after: [...(earlier?.after ?? []), changedPorts(found, draft.ports)],
  };
}

/**
 * What has to be remembered before a run writes, the first time and whenever it is taken up again.
 * @param earlier what the same run had recorded before
 */
export function recordOf(runId: string, draft: ExposeDraft, seen: Seen, earlier?: RunRecord): RunRecord {
  // VMs whose names objects inherit, such as `constructor`, are VMs like any other
  const earlierOn = (name: string) => (earlier && Object.hasOwn(earlier.replaced, name) ? earlier.replaced[name] : undefined);
  const replaced = draft.vmNames.flatMap((name) => {
    const vm = vmNamed(seen, name);
    return vm ? [[nameOf(vm.vm), replacedOn(draft, seen, vm, earlierOn(name))] as const] : [];
  });
  const ports = replacedPorts(draft, seen, earlier?.replacedPorts);
  const joined = [...new Set([...(earlier?.joined ?? []), ...(isJoining(draft) ? [draft.serviceName] : [])])];
  return { runId, draft, replaced: { ...earlier?.replaced, ...Object.fromEntries(replaced) }, ...(ports ? { replacedPorts: ports } : {}), ...(joined.length > 0 ? { joined } : {}) };
}
