import { identitySelector } from '../draft';
import { fieldPatch } from '../fieldPatch';
import { patchRunning, patchTemplate } from '../labelLayers';
import { nameOf, uidOf, type Labels, type ObjectRef, type Service } from '../objects';
import { sendableLabels } from '../labels';
import type { SeenVm } from '../seen';
import { shellQuote } from '../shellQuote';
import type { Step } from '../step';

/** What several rules of the catalogue offer. */
export const serviceRef = (service: Service): ObjectRef => ({ kind: 'Service', namespace: service.metadata?.namespace ?? '', name: nameOf(service) });

/** A shell command of these words, each quoted. */
export const commandOf = (...words: readonly string[]): string => words.map(shellQuote).join(' ');

/** A patch of the Service's `.spec`, guarded by what the fields hold now; [] where nothing would change. */
export function patchService(service: Service, fields: Readonly<Record<string, unknown>>): Step[] {
  const held = (service.spec ?? {}) as Readonly<Record<string, unknown>>;
  const changes = Object.entries(fields).map(([field, after]) => ({ path: `/spec/${field}`, before: held[field] ?? null, after }));
  const patch = fieldPatch(uidOf(service) ?? '', changes);
  return patch.length === 0 ? [] : [{ id: `service/${nameOf(service)}`, kind: 'patch', target: serviceRef(service), patch }];
}

/** Makes the Service select just this VM, by the label that KubeVirt itself keeps on its pod; [] while no pod shows it. */
export function selectThisVm(service: Service, vm: SeenVm): Step[] {
  const selector = identitySelector(vm);
  return selector ? patchService(service, { selector }) : [];
}

/** Puts labels on all three layers, so that they are effective at once and last; KubeVirt's own keys are left out. */
export function labelAllLayers(vm: SeenVm, labels: Labels): Step[] {
  const wanted = sendableLabels(labels);
  return [...patchTemplate(vm.vm, wanted), ...patchRunning(vm, () => wanted)];
}
