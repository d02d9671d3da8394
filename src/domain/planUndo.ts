import { patchPorts, portDraftsOf, portsText, type ServicePorts } from './joinedPorts';
import { patchRunning, patchTemplate } from './labelLayers';
import type { LabelChange, Labels, Service } from './objects';
import { labelValue, nameOf, templateLabelsOf, uidOf } from './objects';
import type { ReplacedOnVm, RunRecord } from './run';
import { isOfRun } from './runAnnotation';
import type { Rights, Seen } from './seen';
import { vmNamed } from './seen';
import type { Step } from './step';

/** True when a Service other than the run's own selects by that label. */
const isNeeded = (key: string, value: string | null, others: readonly Service[]): boolean =>
  others.some((service) => labelValue(service.spec?.selector, key) === value);

/**
 * Lists the steps that take back just what a run did: its objects, the ports that it gave to a Service that was there, then
 * its labels where they still have the run's value and no other Service selects by them. A VM that runs is neither
 * restarted nor stopped; where the user may, VMI and pod lose the label too.
 */
export function planUndo(record: RunRecord, seen: Seen, rights: Rights): Step[] {
  const own = seen.services.filter((service) => isOfRun(service, record.runId));
  const others = seen.services.filter((service) => !own.includes(service) && !(record.joined ?? []).includes(nameOf(service)));
  return [
    ...own.map((service): Step => ({
      id: `undo-service/${nameOf(service)}`,
      kind: 'delete',
      target: { kind: 'Service', namespace: seen.namespace, name: nameOf(service) },
      uid: uidOf(service) ?? '',
    })),
    ...undoPorts(record, seen),
    ...Object.entries(record.replaced).flatMap(([name, replaced]) => {
      const vm = vmNamed(seen, name);
      if (!vm) return [];
      const backOf = (layer: keyof ReplacedOnVm, held: Labels): LabelChange =>
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
        // what runs is taken back as a whole or not at all, so that its layers do not come to differ
        ...(mayPatch.pod && (mayPatch.vmi || Object.keys(replaced.vmi).length === 0) ? patchRunning(vm, (held, layer) => backOf(layer, held)) : []),
        ...patchTemplate(vm.vm, backOf('template', templateLabelsOf(vm.vm))),
      ];
    }),
  ];
}

/** Gives a Service back the ports that it had, unless somebody has changed them since. */
function undoPorts({ replacedPorts }: RunRecord, { services }: Seen): Step[] {
  const service = services.find((candidate) => uidOf(candidate) === replacedPorts?.serviceUid);
  if (!service || !replacedPorts) return [];
  const { before, after } = replacedPorts;
  const textOf = (ports: ServicePorts) => portsText(portDraftsOf({ spec: { ports } }));
  const held = portsText(portDraftsOf(service));
  const isOwn = after.some((ports) => textOf(ports) === held) && textOf(before) !== held;
  return isOwn ? [patchPorts(service, before, `undo-ports/${nameOf(service)}`)] : [];
}
