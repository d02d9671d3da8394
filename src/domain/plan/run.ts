import type { ExposeDraft } from '../draft/draft';
import type { Goal, GoalLabels, GoalVm, ServiceGoal } from '../draft/goal';
import { labelLayers } from '../labels/labelLayers';
import { labelValue, nameOf, uidOf, type Labels, type Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import type { SeenVm } from '../k8s/seen';
import { fieldOf, fieldsNow } from '../steps/serviceFields';
import { holdsPlanned } from '../draft/serviceChange';
import { isSameField, specFields } from '../draft/templateSpec';
import { toServicePorts } from '../service/servicePorts';
import type { TemplateField } from '../steps/objectChange';

/**
 * One label that a run changes: its value before and every value that the run has planned to give it; null where it is
 * absent.
 */
interface ReplacedLabel {
  readonly before: string | null;
  readonly after: readonly (string | null)[];
}
type ReplacedLabels = Readonly<Record<string, ReplacedLabel>>;

/** One field that a run changes, likewise. */
export interface ReplacedField {
  readonly before: unknown;
  readonly after: readonly unknown[];
}
type ReplacedFields = Readonly<Record<string, ReplacedField>>;

/** One field of a VM's template that a run changes. */
interface ReplacedInTemplate extends ReplacedField {
  readonly field: TemplateField;
}

/** The labels that a run sets on one VM, layer by layer; an empty layer is one that the run leaves alone. */
export interface ReplacedOnVm {
  /** of the VM that had these labels: another one of the same name is left alone */
  readonly vmUid: string;
  readonly template: ReplacedLabels;
  readonly vmi: ReplacedLabels;
  readonly pod: ReplacedLabels;
  /** fields of the template's spec */
  readonly spec?: readonly ReplacedInTemplate[];
}

/** The fields of `.spec` that a run changes on a Service that was there. */
interface ReplacedOnService {
  readonly serviceUid: string;
  readonly fields: ReplacedFields;
  /** all of it, as it was before the run: a change of type drops what no step names */
  readonly was?: Service;
}

/** What has to outlive the page for a run to be recognized, retried and undone. */
export interface RunRecord {
  readonly runId: string;
  readonly draft: ExposeDraft;
  /** by VM name */
  readonly replaced: Readonly<Record<string, ReplacedOnVm>>;
  readonly replacedOnService?: ReplacedOnService;
  /** true once a plan of the run had a Route in it */
  readonly hasRoute?: boolean;
  /** when the run was started first, as ISO 8601 */
  readonly startedAt?: string;
  /** names of Services that were there and to which the run has added VMs */
  readonly joined?: readonly string[];
  /** the Service that an undo was about to make in place of the run's, with what others had set on that one */
  readonly restores?: Service;
}

/**
 * Adds what a later look at the same run replaces: what was there first counts, unless someone else has set another
 * value since; no value of the run is forgotten.
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

/**
 * What a run is about to replace on one VM. Undoing a restart gives what runs the labels that another restart would
 * give it: the template's from before the run.
 */
function replacedOn(labels: GoalLabels, vm: GoalVm, known: ReplacedOnVm | undefined): ReplacedOnVm {
  const vmUid = uidOf(vm.seen.vm) ?? '';
  const earlier = known?.vmUid === vmUid ? known : { vmUid, template: {}, vmi: {}, pod: {} };
  const spec = replacedInSpec(vm, earlier.spec);
  return { ...replacedLabels(labels, vm.seen, earlier), ...(spec ? { spec } : {}) };
}

function replacedLabels({ change, timing }: GoalLabels, vm: SeenVm, earlier: ReplacedOnVm): ReplacedOnVm {
  const layers = labelLayers(vm);
  const wanted = Object.entries(change);
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
    ...earlier,
    template,
    vmi: merged(earlier.vmi, isFromTemplate ? template : changes(layers.vmi)),
    pod: merged(earlier.pod, isFromTemplate ? template : changes(layers.pods[0])),
  };
}

/**
 * Adds what a later look replaces to what an earlier one did: what was there first counts, no value of the run is
 * forgotten.
 */
function mergedField(first: ReplacedField | undefined, later: ReplacedField): ReplacedField {
  if (!first) return later;
  const added = later.after.filter((value) => !first.after.some((known) => isSameValue(known, value)));
  return { before: first.before, after: [...first.after, ...added] };
}

const mergedFields = (earlier: ReplacedFields = {}, later: ReplacedFields): ReplacedFields => ({
  ...earlier,
  ...Object.fromEntries(Object.entries(later).map(([name, field]) => [name, mergedField(earlier[name], field)])),
});

function replacedInSpec(
  { seen: { vm }, spec }: GoalVm,
  earlier: readonly ReplacedInTemplate[] | undefined,
): readonly ReplacedInTemplate[] | undefined {
  const changes = specFields(vm, spec);
  if (changes.length === 0) return earlier;
  const isAgain = ({ field }: ReplacedInTemplate) => changes.some((change) => isSameField(change.field, field));
  return [
    ...(earlier ?? []).filter((replaced) => !isAgain(replaced)),
    ...changes.map(({ field, before, after }) => ({
      field,
      ...mergedField(
        earlier?.find((replaced) => isSameField(replaced.field, field)),
        { before, after: [after] },
      ),
    })),
  ];
}

function replacedOnService(
  service: ServiceGoal,
  earlier: ReplacedOnService | undefined,
): ReplacedOnService | undefined {
  if (service.work !== 'change') return earlier;
  const { found } = service;
  if (earlier && earlier.serviceUid !== uidOf(found)) return earlier;
  const planned = Object.entries(service.fields);
  if (planned.length === 0) return earlier;
  const before = fieldsNow(
    found,
    planned.map(([name]) => name),
  );
  const fields = Object.fromEntries(
    planned.map(([name, after]): [string, ReplacedField] => [name, { before: before[name], after: [after] }]),
  );
  return { serviceUid: uidOf(found) ?? '', fields: mergedFields(earlier?.fields, fields), was: earlier?.was ?? found };
}

/** The draft with the Service that it replaces, which nothing but this can tell any more once that is deleted. */
function withReplaced({ draft, service }: Goal, earlier: ExposeDraft | undefined): ExposeDraft {
  const found = service.work === 'replace' ? service.found : undefined;
  const replaces = found ?? draft.replaces ?? earlier?.replaces;
  const before = draft.made ?? earlier?.made ?? [];
  const isNew = 'service' in service && !before.some((other) => isSameValue(other, service.service));
  const made = isNew ? [...before, service.service] : before;
  return { ...draft, ...(replaces ? { replaces } : {}), ...(made.length > 0 ? { made } : {}) };
}

/**
 * What a run itself has set so far of the fields of a Service that was there. Of the ports only those that its drafts
 * wanted: what was sent holds ports of others too.
 */
function givenBy({ fields }: ReplacedOnService, { draft, service }: Goal, earlier: ExposeDraft | undefined) {
  const given = Object.fromEntries(Object.entries(fields).map(([name, { after }]) => [name, after]));
  if (!fields.ports) return given;
  const before = earlier?.given?.ports ?? [];
  const sent = toServicePorts(draft.ports, 'NodePort');
  const isNew =
    service.work === 'change' &&
    Object.hasOwn(service.fields, 'ports') &&
    !before.some((known) => isSameValue(known, sent));
  return { ...given, ports: isNew ? [...before, sent] : before };
}

/** A draft that was changed while its run goes on, with what only the run's record knows. */
export function takenUp(draft: ExposeDraft, record: RunRecord | undefined): ExposeDraft {
  const { replaces, given, made } = record?.draft ?? {};
  return { ...draft, ...(replaces ? { replaces } : {}), ...(given ? { given } : {}), ...(made ? { made } : {}) };
}

/** True when a field of the Service still holds what the run gave it, and that is not what it was before. */
export const isStillOurs = (
  service: Parameters<typeof holdsPlanned>[0],
  name: string,
  { before, after }: ReplacedField,
): boolean =>
  after.some((planned) => holdsPlanned(service, name, planned)) &&
  // a node port that the run has chosen is one more than there was
  !(name === 'ports' ? isSameValue(fieldOf(service, name), before) : holdsPlanned(service, name, before));

/**
 * What has to be remembered before a run writes, the first time and whenever it is taken up again.
 * @param earlier what the same run had recorded before
 */
export function recordOf(goal: Goal, earlier?: RunRecord): RunRecord {
  const { runId, draft } = goal;
  // VMs whose names objects inherit, such as `constructor`, are VMs like any other
  const earlierOn = (name: string) =>
    earlier && Object.hasOwn(earlier.replaced, name) ? earlier.replaced[name] : undefined;
  const replaced = goal.vms.map((vm) => {
    const name = nameOf(vm.seen.vm);
    return [name, replacedOn(goal.labels, vm, earlierOn(name))] as const;
  });
  const onService = replacedOnService(goal.service, earlier?.replacedOnService);
  const hasRoute = goal.route !== undefined || earlier?.hasRoute === true;
  const joined = [...new Set([...(earlier?.joined ?? []), ...(goal.usesExistingService ? [draft.serviceName] : [])])];
  return {
    runId,
    draft: {
      ...withReplaced(goal, earlier?.draft),
      ...(onService ? { given: givenBy(onService, goal, earlier?.draft) } : {}),
    },
    replaced: { ...earlier?.replaced, ...Object.fromEntries(replaced) },
    ...(onService ? { replacedOnService: onService } : {}),
    ...(joined.length > 0 ? { joined } : {}),
    ...(hasRoute ? { hasRoute } : {}),
    ...(earlier?.startedAt === undefined ? {} : { startedAt: earlier.startedAt }),
  };
}
