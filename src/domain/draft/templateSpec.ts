import { TYPES } from '../k8s/exposedTypes';
import type { SpecChange, OpenPort } from '../k8s/specChange';
import type { ExposeDraft } from './draft';
import { setAt, valueAt } from '../k8s/jsonPatch';
import { nameOf, type VirtualMachine } from '../k8s/objects';
import { portListEffect, type Nic } from '../kubevirt/nicPorts';
import { podNic, type NetworkedSpec } from '../kubevirt/podNic';
import { portNumber, type PortDraft } from '../service/servicePort';
import { pathInVm } from '../steps/jsonPatchOf';
import type { ChangedTemplateField, TemplateField } from '../steps/objectChange';
import { patchStep } from '../steps/patchStep';
import type { Step } from '../steps/step';
type NamedSpec = NetworkedSpec & { readonly subdomain?: string; readonly hostname?: string };

const isOpen = (
  ports: readonly { readonly port: number; readonly protocol?: string }[],
  { port, protocol }: OpenPort,
): boolean => ports.some((open) => open.port === port && (open.protocol ?? 'TCP') === protocol);

/** The target ports that a `ports` list can hold, each once: numbers, of TCP and UDP. */
function listable(ports: readonly PortDraft[]): OpenPort[] {
  const found = ports.flatMap(({ targetPort, protocol }) => {
    const port = portNumber(targetPort);
    return port === undefined || protocol === 'SCTP' ? [] : [{ port, protocol }];
  });
  return found.filter((port, index) => !isOpen(found.slice(0, index), port));
}

/** The list of ports of an interface; [] where nothing comes of it. */
const heededPorts = (nic: Nic | undefined) => (nic && portListEffect(nic) !== 'none' ? (nic.ports ?? []) : []);

/**
 * The target ports of a draft that an interface does not let through to its guest, as far as its binding heeds the
 * list; an empty one lets everything through.
 */
export function blockedPorts({ ports }: Pick<ExposeDraft, 'ports'>, spec: NetworkedSpec): OpenPort[] {
  const nic = podNic(spec);
  const open = heededPorts(nic);
  if (open.length === 0) return [];
  return listable(ports).filter((port) => !isOpen(open, port));
}

/** What the draft needs in a VM's template spec; {} when nothing. The result is the same after the change was made. */
export function specChange(
  { type, serviceName, hostname, vmNames, opensPorts, ports }: ExposeDraft,
  vm: VirtualMachine,
): SpecChange {
  const { selectsPods, namesVms } = TYPES[type];
  if (!selectsPods) return {};
  const nic = vm.spec.template?.spec && podNic(vm.spec.template.spec);
  const listed = heededPorts(nic);
  return {
    ...(namesVms ? { subdomain: serviceName } : {}),
    ...(namesVms && hostname !== '' && vmNames.length === 1 ? { hostname } : {}),
    ...(opensPorts && listed.length > 0 ? { openPorts: listable(ports) } : {}),
  };
}

/** True when a draft asks nothing of a template's spec. */
export const isNoChange = (change: SpecChange): boolean => Object.keys(change).length === 0;

const hasOpen = (spec: NetworkedSpec, openPorts: readonly OpenPort[]): boolean => {
  const open = podNic(spec)?.ports ?? [];
  return open.length === 0 || openPorts.every((port) => isOpen(open, port));
};

/** True when a spec, the template's or that of what runs, is as wanted. */
export const hasSpec = (spec: NamedSpec, { subdomain, hostname, openPorts = [] }: SpecChange): boolean =>
  (subdomain === undefined || spec.subdomain === subdomain) &&
  (hostname === undefined || spec.hostname === hostname) &&
  hasOpen(spec, openPorts);

/** The interface on the pod network, as a field of it is named in a change. */
function podInterface(vm: VirtualMachine): { readonly interface: string; readonly index: number } {
  const spec = vm.spec.template?.spec;
  const name = (spec && podNic(spec)?.name) ?? '';
  return { interface: name, index: interfacesOf(vm).findIndex((nic) => nic.name === name) };
}

const interfacesOf = (vm: VirtualMachine) => vm.spec.template?.spec?.domain.devices.interfaces ?? [];

/** The fields that a change sets in a VM's template; [] when all have the wanted values. */
export function specFields(
  vm: VirtualMachine,
  { subdomain, hostname, openPorts = [] }: SpecChange,
): ChangedTemplateField[] {
  const spec = vm.spec.template?.spec;
  if (!spec) return [];
  const named = (name: 'subdomain' | 'hostname', after: string | undefined): ChangedTemplateField[] =>
    after === undefined || spec[name] === after ? [] : [{ field: { name }, before: spec[name] ?? null, after }];
  const before = podNic(spec)?.ports ?? [];
  const missing = hasOpen(spec, openPorts) ? [] : openPorts.filter((port) => !isOpen(before, port));
  return [
    ...named('subdomain', subdomain),
    ...named('hostname', hostname),
    ...(missing.length > 0
      ? [{ field: { name: 'ports', ...podInterface(vm) } as const, before, after: [...before, ...missing] }]
      : []),
  ];
}

/**
 * The fields that bring up the link of the template's interface on the pod network; [] where the template does not keep
 * it down.
 */
export function linkUpFields(vm: VirtualMachine): ChangedTemplateField[] {
  const spec = vm.spec.template?.spec;
  return spec && podNic(spec)?.state === 'down'
    ? [{ field: { name: 'state', ...podInterface(vm) }, before: 'down', after: 'up' }]
    : [];
}

/** The guarded patch of a template's spec; [] when nothing is to be changed. */
export const patchSpec = (
  vm: VirtualMachine,
  fields: readonly ChangedTemplateField[],
  id = `template-spec/${nameOf(vm)}`,
): Step[] => patchStep(id, 'VirtualMachine', vm, { of: 'template', fields });

/** True for what is the same field of a template, wherever its interface stands in the list. */
export const isSameField = (one: TemplateField, other: TemplateField): boolean =>
  one.name === other.name &&
  ('interface' in one ? one.interface : '') === ('interface' in other ? other.interface : '');

/** A field with the current index of its interface in the list; undefined when that interface no longer exists. */
function foundAgain(vm: VirtualMachine, field: TemplateField): TemplateField | undefined {
  if (!('interface' in field)) return field;
  const index = interfacesOf(vm).findIndex(({ name }) => name === field.interface);
  return index < 0 ? undefined : { ...field, index };
}

/**
 * The change of a template's field from its current value to another.
 * @returns [] when its interface no longer exists, or when `isOurs` says that someone else set its value
 */
export function fieldBack(
  vm: VirtualMachine,
  wanted: TemplateField,
  { after, isOurs }: { readonly after: unknown; readonly isOurs: (held: unknown) => boolean },
): ChangedTemplateField[] {
  const field = foundAgain(vm, wanted);
  if (!field) return [];
  const before = valueAt(vm, pathInVm(field));
  return isOurs(before) ? [{ field, before, after }] : [];
}

/** The VM after its template's spec was changed. */
export const withSpec = (vm: VirtualMachine, fields: readonly ChangedTemplateField[]): VirtualMachine =>
  fields.reduce((before, { field, after }) => setAt(before, pathInVm(field), after) as VirtualMachine, vm);
