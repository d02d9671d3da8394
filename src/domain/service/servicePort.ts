import { DNS_1123_LABEL, MAX_DNS_LABEL } from '../k8s/dnsGrammar';
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

/** Ports people expose most, by the name of what listens there. The name becomes the Service port's name. */
export const PORT_PRESETS: readonly { readonly name: string; readonly port: number }[] = [
  { name: 'ssh', port: 22 },
  { name: 'http', port: 80 },
  { name: 'https', port: 443 },
  { name: 'rdp', port: 3389 },
  { name: 'postgresql', port: 5432 },
  { name: 'mysql', port: 3306 },
  { name: 'mssql', port: 1433 },
  { name: 'vnc', port: 5900 },
];

export type PortProblemCode =
  | 'port.empty'
  | 'port.range'
  | 'port.duplicate'
  | 'target-port.grammar'
  | 'port-name.grammar'
  | 'port-name.needed'
  | 'port-name.duplicate'
  | 'ports.none';

/** A number from 1 to 65535 in plain decimal, else undefined. */
export function portNumber(text: string): number | undefined {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number <= 65535 ? number : undefined;
}

/** Checks a port number as typed. */
export function portProblem(text: string): PortProblemCode | undefined {
  if (text === '') return 'port.empty';
  return portNumber(text) === undefined ? 'port.range' : undefined;
}

/**
 * The name of a container port: at most 15 characters, a letter among them, no two dashes in a row (apimachinery
 * `validation.IsValidPortName`).
 */
const isPortName = (text: string): boolean =>
  text.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);

/** Checks a target port as typed: a number, or the name of a port of the pod. */
export function targetPortProblem(text: string): PortProblemCode | undefined {
  const problem = portProblem(text);
  if (problem !== 'port.range' || /^[-+.\d]*$/.test(text)) return problem;
  return isPortName(text) ? undefined : 'target-port.grammar';
}

/** True for the name of a Service port: a DNS-1123 label. */
const isServicePortName = (name: string): boolean => name.length <= MAX_DNS_LABEL && DNS_1123_LABEL.test(name);

export type PortField = 'name' | 'port' | 'targetPort' | 'nodePort';

/**
 * All problems of a list of ports, each with the index and the field it belongs to; index -1 when there is none at all.
 */
export function portProblems(
  ports: readonly PortDraft[],
): { index: number; field: PortField; code: PortProblemCode }[] {
  if (ports.length === 0) return [{ index: -1, field: 'port', code: 'ports.none' }];
  return ports.flatMap((port, index) => {
    const found: { index: number; field: PortField; code: PortProblemCode }[] = [];
    const add = (field: PortField, code: PortProblemCode | undefined) => code && found.push({ index, field, code });
    const earlier = ports.slice(0, index);
    add('port', portProblem(port.port));
    add('targetPort', targetPortProblem(port.targetPort));
    if (port.port !== '' && earlier.some((other) => other.port === port.port && other.protocol === port.protocol))
      add('port', 'port.duplicate');
    if (port.name === '' && ports.length > 1) add('name', 'port-name.needed');
    if (port.name !== '' && !isServicePortName(port.name)) add('name', 'port-name.grammar');
    if (port.name !== '' && earlier.some((other) => other.name === port.name)) add('name', 'port-name.duplicate');
    return found;
  });
}

/** Ports as `80/TCP → 8080`, one text each, for showing. */
export const portTexts = (service: Service): string[] =>
  (service.spec?.ports ?? []).map((port) => {
    const target = port.targetPort ?? port.port;
    const arrow = String(target) === String(port.port) ? '' : ` → ${String(target)}`;
    return `${port.port}/${port.protocol ?? 'TCP'}${arrow}`;
  });
