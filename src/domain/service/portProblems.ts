import { DNS_1123_LABEL, MAX_DNS_LABEL } from '../k8s/dnsGrammar';
import { portNumber, type PortDraft } from './servicePort';

export type PortProblemCode =
  | 'port.empty'
  | 'port.range'
  | 'port.duplicate'
  | 'target-port.grammar'
  | 'port-name.grammar'
  | 'port-name.duplicate'
  | 'ports.none';

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
 * All problems of a list of ports, with all derived that can be, each with the index and the field it belongs to; index
 * -1 when there is none at all.
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
    // one that was derived from the port has no problem of its own
    if (port.targetPort !== port.port) add('targetPort', targetPortProblem(port.targetPort));
    if (port.port !== '' && earlier.some((other) => other.port === port.port && other.protocol === port.protocol))
      add('port', 'port.duplicate');
    if (port.name !== '' && !isServicePortName(port.name)) add('name', 'port-name.grammar');
    if (port.name !== '' && earlier.some((other) => other.name === port.name)) add('name', 'port-name.duplicate');
    return found;
  });
}
