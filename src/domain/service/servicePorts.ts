import type { Service } from '../k8s/objects';
import { type ExposedType, TYPES } from '../k8s/exposedTypes';
import { portDraftsOf, portNumber, type PortDraft } from './servicePort';

/** The ports of a Service, as the API server holds them. */
export type ServicePorts = NonNullable<NonNullable<Service['spec']>['ports']>;

/**
 * A target port as the API takes it: a number, or the name of a container port. The client library's types say string
 * only.
 */
export const toTargetPort = (text: string): string => (portNumber(text) ?? text) as string;

const textOf = ({ name, port, targetPort, protocol }: PortDraft): string =>
  JSON.stringify([name, port, targetPort, protocol]);

/** True when the ports of a Service do what is wanted; a node port counts where there are some and one was chosen. */
export function portsMatch(wanted: readonly PortDraft[], found: ServicePorts, type: ExposedType): boolean {
  const held = portDraftsOf({ spec: { ports: found } });
  const isHeld = (port: PortDraft, index: number) => {
    const other = held[index];
    return (
      other !== undefined &&
      textOf(port) === textOf(other) &&
      (!TYPES[type].hasNodePorts || port.nodePort === '' || port.nodePort === other.nodePort)
    );
  };
  return wanted.length === held.length && wanted.every(isHeld);
}

/** Ports as they are created. */
export const toServicePorts = (drafts: readonly PortDraft[], type: ExposedType): ServicePorts =>
  drafts.map(({ name, port, targetPort, protocol, nodePort }) => ({
    ...(name === '' ? {} : { name }),
    protocol,
    port: portNumber(port) ?? 0,
    targetPort: toTargetPort(targetPort),
    ...(TYPES[type].hasNodePorts && portNumber(nodePort) !== undefined ? { nodePort: portNumber(nodePort) } : {}),
  }));

/**
 * The ports that a Service has after the wizard changed them. One that keeps its name, or its number and protocol,
 * keeps what the wizard does not show, and its node port where there still are node ports.
 */
export function changedPorts(found: Service, drafts: readonly PortDraft[], type: ExposedType): ServicePorts {
  const before = found.spec?.ports ?? [];
  return toServicePorts(drafts, type).map((made) => {
    const kept =
      before.find((old) => made.name !== undefined && old.name === made.name) ??
      before.find((old) => old.port === made.port && (old.protocol ?? 'TCP') === made.protocol);
    const rest = Object.fromEntries(
      Object.entries(kept ?? {}).filter(
        ([field]) => field !== 'name' && (field !== 'nodePort' || TYPES[type].hasNodePorts),
      ),
    );
    return { ...rest, ...made };
  });
}
