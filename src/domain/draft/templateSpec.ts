import { TYPES } from '../k8s/exposedTypes';
import type { SpecChange, OpenPort } from '../k8s/specChange';
import type { ExposeDraft } from './draft';
import { fieldPatch, type FieldChange } from '../k8s/fieldPatch';
import { nameOf, uidOf, type VirtualMachine } from '../k8s/objects';
import { podNic, type NetworkedSpec } from '../k8s/podNic';
import { portNumber, type PortDraft } from '../service/servicePort';
import type { Step } from '../steps/step';
import type { PatchOperation } from '../k8s/jsonPatch';
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

/**
 * The target ports of a draft that an interface does not let through to its guest. Only masquerade heeds the list; an empty
 * one lets everything through.
 */
export function shutPorts({ ports }: Pick<ExposeDraft, 'ports'>, spec: NetworkedSpec): OpenPort[] {
  const nic = podNic(spec);
  const open = nic?.masquerade ? (nic.ports ?? []) : [];
  if (open.length === 0) return [];
  return listable(ports).filter((port) => !isOpen(open, port));
}

/** What the draft wants of a VM's template spec; {} when nothing. It stays the same once it is there. */
export function specChange(
  { type, serviceName, hostname, vmNames, opensPorts, ports }: ExposeDraft,
  vm: VirtualMachine,
): SpecChange {
  const { selectsPods, namesVms } = TYPES[type];
  if (!selectsPods) return {};
  const nic = vm.spec.template?.spec && podNic(vm.spec.template.spec);
  const listed = nic?.masquerade ? (nic.ports ?? []) : [];
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

const AT = '/spec/template/spec';

/** The fields that a change comes to in a VM's template; [] when all is there. */
export function specFields(vm: VirtualMachine, { subdomain, hostname, openPorts = [] }: SpecChange): FieldChange[] {
  const spec = vm.spec.template?.spec;
  if (!spec) return [];
  const named = (field: 'subdomain' | 'hostname', after: string | undefined): FieldChange[] =>
    after === undefined || spec[field] === after
      ? []
      : [{ path: `${AT}/${field}`, before: spec[field] ?? null, after }];
  const nic = podNic(spec);
  const index = (spec.domain.devices.interfaces ?? []).findIndex(({ name }) => name === nic?.name);
  const before = nic?.ports ?? [];
  const missing = hasOpen(spec, openPorts) ? [] : openPorts.filter((port) => !isOpen(before, port));
  return [
    ...named('subdomain', subdomain),
    ...named('hostname', hostname),
    ...(missing.length > 0
      ? [{ path: `${AT}/domain/devices/interfaces/${index}/ports`, before, after: [...before, ...missing] }]
      : []),
  ];
}

/** The fields that bring up the link of the template's interface on the pod network; [] where the template does not keep it down. */
export function linkUpFields(vm: VirtualMachine): FieldChange[] {
  const spec = vm.spec.template?.spec;
  const nic = spec && podNic(spec);
  const index = (spec?.domain.devices.interfaces ?? []).findIndex(({ name }) => name === nic?.name);
  return nic?.state === 'down'
    ? [{ path: `${AT}/domain/devices/interfaces/${index}/state`, before: 'down', after: 'up' }]
    : [];
}

/** An interface is found by its place in the list, so that place is tested to be still its. */
const nicGuards = (vm: VirtualMachine, changes: readonly FieldChange[]): PatchOperation[] =>
  changes.flatMap(({ path }) => {
    const [, index] = /\/interfaces\/(\d+)\/(?:ports|state)$/.exec(path) ?? [];
    const name = index && (vm.spec.template?.spec?.domain.devices.interfaces ?? [])[Number(index)]?.name;
    return name ? [{ op: 'test' as const, path: path.replace(/(ports|state)$/, 'name'), value: name }] : [];
  });

/** The guarded patch of a template's spec; [] when nothing is to be changed. */
export function patchSpec(
  vm: VirtualMachine,
  changes: readonly FieldChange[],
  id = `template-spec/${nameOf(vm)}`,
): Step[] {
  const patch = fieldPatch(uidOf(vm) ?? '', changes, nicGuards(vm, changes));
  const target = { kind: 'VirtualMachine', namespace: vm.metadata?.namespace ?? '', name: nameOf(vm) } as const;
  return patch.length === 0 ? [] : [{ id, kind: 'patch', target, patch }];
}

/** What a field of a template's spec, by its pointer, holds now; null where there is none. */
export function specValueAt(vm: VirtualMachine, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? ((value as Record<string, unknown>)[key] ?? null) : null,
      vm,
    );
}

/** An object or a list with a value set at a path of keys; what is not on the way stays the same. */
function setAt(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return (node as unknown[]).map((item, index) => (String(index) === key ? setAt(item, rest, value) : item));
  const object = (node ?? {}) as Record<string, unknown>;
  return { ...object, [key]: setAt(object[key], rest, value) };
}

/** The VM as it is once its template's spec was changed. */
export const withSpec = (vm: VirtualMachine, changes: readonly FieldChange[]): VirtualMachine =>
  changes.reduce((before, { path, after }) => setAt(before, path.split('/').slice(1), after) as VirtualMachine, vm);
