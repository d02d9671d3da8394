import type { ObjectRef, Service } from './objects';
import { nameOf, uidOf } from './objects';
import { portNumber, type PortDraft, type Protocol } from './servicePort';
import type { PatchOperation, Step } from './step';

/** The ports of a Service, as the API server holds them. */
export type ServicePorts = NonNullable<NonNullable<Service['spec']>['ports']>;

/** A target port as the API takes it: a number, or the name of a container port. The client library's types say string only. */
export const toTargetPort = (text: string): string => (portNumber(text) ?? text) as string;

/** The ports of a Service as they stand in the wizard's fields. */
export const portDraftsOf = ({ spec }: Service): PortDraft[] =>
  (spec?.ports ?? []).map(({ name, port, targetPort, protocol }) => ({
    name: name ?? '',
    port: String(port),
    targetPort: String(targetPort ?? port),
    protocol: (protocol ?? 'TCP') as Protocol,
  }));

const textOf = ({ name, port, targetPort, protocol }: PortDraft): string => JSON.stringify([name, port, targetPort, protocol]);

/** One comparable text of ports: equal for ports that do the same. */
export const portsText = (ports: readonly PortDraft[]): string => ports.map(textOf).join();

/**
 * The ports that a Service has after the wizard changed them. One that keeps its name, or its number and protocol, keeps
 * what the wizard does not show, such as its node port.
 */
export function changedPorts(found: Service, drafts: readonly PortDraft[]): ServicePorts {
  const before = found.spec?.ports ?? [];
  return drafts.map(({ name, port, targetPort, protocol }) => {
    const number = portNumber(port) ?? 0;
    const kept =
      before.find((old) => name !== '' && old.name === name) ?? before.find((old) => old.port === number && (old.protocol ?? 'TCP') === protocol);
    const rest = Object.fromEntries(Object.entries(kept ?? {}).filter(([field]) => field !== 'name'));
    return { ...rest, ...(name === '' ? {} : { name }), protocol, port: number, targetPort: toTargetPort(targetPort) };
  });
}

const serviceRef = (service: Service): ObjectRef => ({ kind: 'Service', namespace: service.metadata?.namespace ?? '', name: nameOf(service) });

/** The guarded patch that gives a Service other ports; fails when somebody else has changed them since they were looked at. */
export function patchPorts(found: Service, ports: ServicePorts, id = `ports/${nameOf(found)}`): Step {
  const before = found.spec?.ports;
  const patch: PatchOperation[] = [
    { op: 'test', path: '/metadata/uid', value: uidOf(found) ?? '' },
    { op: 'test', path: '/spec/ports', value: before ?? null },
    { op: before ? 'replace' : 'add', path: '/spec/ports', value: ports },
  ];
  return { id, kind: 'patch', target: serviceRef(found), patch };
}
