import { portNumber, type PortDraft } from './servicePort';
import { PORT_PRESETS } from './suggestedPorts';

/** The name of what usually listens on the port, else protocol and number; '' for what is no port. */
function usualName({ port, protocol }: PortDraft): string {
  const number = portNumber(port);
  if (number === undefined) return '';
  const preset = protocol === 'TCP' ? PORT_PRESETS.find((candidate) => candidate.port === number) : undefined;
  return preset?.name ?? `${protocol.toLowerCase()}-${number}`;
}

/**
 * The ports with all that can be derived: a blank target port is the port, and of several ports a blank name is that of
 * what usually listens there. One port alone needs no name.
 */
export function withDerived(ports: readonly PortDraft[]): PortDraft[] {
  const taken = new Set(ports.flatMap(({ name }) => (name === '' ? [] : [name])));
  const free = (port: PortDraft): string => {
    const usual = usualName(port);
    const names = [usual, `${port.protocol.toLowerCase()}-${port.port}`];
    const name = names.find((candidate) => !taken.has(candidate)) ?? usual;
    if (name !== '') taken.add(name);
    return name;
  };
  return ports.map((port) => ({
    ...port,
    targetPort: port.targetPort === '' ? port.port : port.targetPort,
    name: port.name === '' && ports.length > 1 ? free(port) : port.name,
  }));
}
