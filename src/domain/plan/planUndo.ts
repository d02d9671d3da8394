import { patchRunning, patchTemplate } from '../labels/labelLayers';
import type { LabelChange, Labels, Service, VirtualMachine } from '../k8s/objects';
import { labelValue, nameOf, templateLabelsOf, uidOf } from '../k8s/objects';
import { isStillOurs, type ReplacedOnVm, type RunRecord } from './run';
import { isOfRun } from '../k8s/ownMarks';
import { isSameValue } from '../k8s/sameValue';
import type { Seen } from '../k8s/seen';
import type { Rights } from '../k8s/rights';
import { vmNamed } from '../k8s/seen';
import { patchService } from '../steps/serviceFields';
import { restored } from '../draft/restored';
import { deleteStep } from '../steps/deleteStep';
import type { Step } from '../steps/step';
import { droppedFields } from './droppedFields';
import { portsBack } from './portsBack';
import { fieldBack, patchSpec } from '../draft/templateSpec';

/** True when a Service other than the run's own selects by that label. */
const isNeeded = (key: string, value: string | null, others: readonly Service[]): boolean =>
  others.some((service) => labelValue(service.spec?.selector, key) === value);

/**
 * Lists the steps that take back just what a run did: its objects, what it changed on a Service that was there, then
 * its labels where they still have the run's value and no other Service selects by them. A VM that was deleted and made
 * again under its name never had them from the run. A VM that runs is neither
 * restarted nor stopped; where the user may, VMI and pod lose the label too.
 */
export function planUndo(record: RunRecord, seen: Seen, rights: Rights): Step[] {
  const own = seen.services.filter((service) => isOfRun(service, record.runId));
  const others = seen.services.filter(
    (service) => !own.includes(service) && !(record.joined ?? []).includes(nameOf(service)),
  );
  const ownRoutes = (seen.routes ?? []).filter((route) => isOfRun(route, record.runId));
  return [
    ...ownRoutes.map((route) => deleteStep('undo', 'Route', route)),
    ...own.map((service) => deleteStep('undo', 'Service', service)),
    ...undoReplacement(record, seen),
    ...undoFields(record, seen),
    ...Object.entries(record.replaced).flatMap(([name, replaced]) => {
      const vm = vmNamed(seen, name);
      if (!vm || uidOf(vm.vm) !== replaced.vmUid) return [];
      const backOf = (layer: 'template' | 'vmi' | 'pod', held: Labels): LabelChange =>
        Object.fromEntries(
          Object.entries(replaced[layer])
            .filter(([key, { before, after }]) => {
              const value = labelValue(held, key) ?? null;
              return value !== before && after.includes(value) && !isNeeded(key, value, others);
            })
            .map(([key, { before }]) => [key, before]),
        );
      const mayPatch = { vmi: rights.patchVmi, pod: rights.patchPod };
      return [
        // the running instance and its pod are restored together or not at all, so that their labels stay equal
        ...(mayPatch.pod && (mayPatch.vmi || Object.keys(replaced.vmi).length === 0)
          ? patchRunning(vm, (held, layer) => backOf(layer, held))
          : []),
        ...patchTemplate(vm.vm, backOf('template', templateLabelsOf(vm.vm))),
        ...undoSpec(vm.vm, replaced),
      ];
    }),
  ];
}

/** Restores the fields of a Service that nobody else has changed since. */
function undoFields({ replacedOnService: replaced }: RunRecord, { services }: Seen): Step[] {
  const service = services.find((candidate) => uidOf(candidate) === replaced?.serviceUid);
  if (!service || !replaced) return [];
  const back = Object.fromEntries(
    Object.entries(replaced.fields).flatMap(([name, field]): [string, unknown][] => {
      if (isStillOurs(service, name, field)) return [[name, field.before]];
      const ports = name === 'ports' ? portsBack(service, field) : undefined;
      return ports ? [[name, ports]] : [];
    }),
  );
  return patchService(
    service,
    replaced.was ? { ...back, ...droppedFields(service, replaced.was, back) } : back,
    `undo-change/${nameOf(service)}`,
  );
}

/**
 * The record as it has to be before an undo writes: once the run's Service is deleted, nothing in the cluster tells
 * what others had set on it.
 */
export function recordOfUndo(record: RunRecord, seen: Seen): RunRecord {
  const restores = restoredService(record, seen);
  return restores ? { ...record, restores } : record;
}

/** The Service that the run replaced, as it is to be again; undefined where there was none or its name is taken. */
function restoredService(record: RunRecord, { services }: Seen): Service | undefined {
  const { replaces, made = [] } = record.draft;
  if (!replaces) return undefined;
  const named = services.filter((service) => nameOf(service) === nameOf(replaces));
  if (named.some((service) => !isOfRun(service, record.runId))) return undefined;
  const [planned, now] = [made.at(-1), named[0]];
  return planned && now ? restored(replaces, { planned, now }) : (record.restores ?? restored(replaces));
}

/** Recreates the Service that the run deleted, once its name is free. */
function undoReplacement(record: RunRecord, seen: Seen): Step[] {
  const object = restoredService(record, seen);
  return object ? [{ id: `undo-replaced/${nameOf(object)}`, kind: 'create', object }] : [];
}

/** Undoes the run's changes to a template's spec that nobody else has changed since. */
function undoSpec(vm: VirtualMachine, { spec = [] }: ReplacedOnVm): Step[] {
  const back = spec.flatMap(({ field, before, after }) =>
    fieldBack(vm, field, { after: before, isOurs: (held) => after.some((value) => isSameValue(value, held)) }),
  );
  return patchSpec(vm, back, `undo-spec/${nameOf(vm)}`);
}
