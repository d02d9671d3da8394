import { patchRunning, patchTemplate } from './labelLayers';
import type { Labels, Service } from './objects';
import { labelValue, nameOf, templateLabelsOf, uidOf } from './objects';
import type { ReplacedOnVm, RunRecord } from './run';
import { isOfRun } from './runAnnotation';
import type { Rights, Seen } from './seen';
import { vmNamed } from './seen';
import type { Step } from './step';

/** True when a Service other than the run's own selects by that label. */
const isNeeded = (key: string, value: string, others: readonly Service[]): boolean =>
  others.some((service) => service.spec?.selector?.[key] === value);

/**
 * Lists the steps that take back just what a run did: its objects, then its labels where they still have the run's value
 * and no other Service selects by them. A VM that runs is not restarted; where the user may, VMI and pod lose the label too.
 */
export function planUndo(record: RunRecord, seen: Seen, rights: Rights): Step[] {
  const own = seen.services.filter((service) => isOfRun(service, record.runId));
  const others = seen.services.filter((service) => !own.includes(service));
  return [
    ...own.map((service): Step => ({
      id: `undo-service/${nameOf(service)}`,
      kind: 'delete',
      target: { kind: 'Service', namespace: seen.namespace, name: nameOf(service) },
      uid: uidOf(service) ?? '',
    })),
    ...record.draft.vmNames.flatMap((name) => {
      const vm = vmNamed(seen, name);
      const replaced = record.replaced[name];
      if (!vm || !replaced) return [];
      const backOf = (layer: keyof ReplacedOnVm, held: Labels) =>
        Object.fromEntries(
          Object.entries(replaced[layer])
            .filter(([key, { after }]) => {
              const value = labelValue(held, key);
              return value !== undefined && after.includes(value) && !isNeeded(key, value, others);
            })
            .map(([key, { before }]) => [key, before]),
        );
      return [
        ...(rights.patchVmi && rights.patchPod ? patchRunning(vm, (held, layer) => backOf(layer, held)) : []),
        ...patchTemplate(vm.vm, backOf('template', templateLabelsOf(vm.vm))),
      ];
    }),
  ];
}
