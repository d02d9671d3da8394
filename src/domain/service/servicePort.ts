import type { Service } from '../k8s/objects';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';
export const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/**
 * One port as the person types it: text, so that nothing typed is lost. `port` is a decimal number; `targetPort` one,
 * or the name of a port of the pod; `nodePort` one, empty where the cluster chooses.
 */
export interface PortDraft {
  readonly name: string;
  readonly port: string;
  readonly targetPort: string;
  readonly protocol: Protocol;
  readonly nodePort: string;
}

/** A number from 1 to 65535 in plain decimal, else undefined. */
export function portNumber(text: string): number | undefined {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number <= 65535 ? number : undefined;
}

/** Ports as `80/TCP → 8080`, one text each, for showing. */
export const portTexts = (service: Service): string[] =>
  (service.spec?.ports ?? []).map((port) => {
    const target = port.targetPort ?? port.port;
    const arrow = String(target) === String(port.port) ? '' : ` → ${String(target)}`;
    return `${port.port}/${port.protocol ?? 'TCP'}${arrow}`;
  });

/** The ports of a Service as they stand in the wizard's fields. */
export const portDraftsOf = ({ spec }: Pick<Service, 'spec'>): PortDraft[] =>
  (spec?.ports ?? []).map(({ name, port, targetPort, protocol, nodePort }) => ({
    name: name ?? '',
    port: String(port),
    targetPort: String(targetPort ?? port),
    protocol: (protocol ?? 'TCP') as Protocol,
    nodePort: nodePort ? String(nodePort) : '',
  }));
