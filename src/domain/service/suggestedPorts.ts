import { podNic } from '../kubevirt/podNic';
import { livePod, type SeenVm } from '../k8s/seen';
import { targetPortProblem } from './portProblems';
import { PROTOCOLS, portNumber, type PortDraft, type Protocol } from './servicePort';

/** Ports people expose most. The name becomes the Service port's name, the label is what people call it. */
export const PORT_PRESETS: readonly { readonly label: string; readonly name: string; readonly port: number }[] = [
  { label: 'SSH', name: 'ssh', port: 22 },
  { label: 'HTTP', name: 'http', port: 80 },
  { label: 'HTTPS', name: 'https', port: 443 },
  { label: 'RDP', name: 'rdp', port: 3389 },
  { label: 'PostgreSQL', name: 'postgresql', port: 5432 },
  { label: 'MySQL', name: 'mysql', port: 3306 },
  { label: 'SQL Server', name: 'mssql', port: 1433 },
  { label: 'VNC', name: 'vnc', port: 5900 },
];

/** A port that a VM is known to have, by the `ports` list of its interface or by its pod's containers. */
export interface SuggestedPort {
  readonly port: number;
  /** '' where it has none */
  readonly name: string;
  readonly protocol: Protocol;
}

interface ListedPort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
}

/** What the interface on the pod network lists, in the template and in what runs. */
const interfacePorts = ({ vm, vmi }: SeenVm): ListedPort[] =>
  [vm.spec.template?.spec, vmi?.spec].flatMap((spec) => (spec && podNic(spec)?.ports) ?? []);

/** What the containers of the running pod list; KubeVirt writes the interface's ports there, too. */
const containerPorts = (seen: SeenVm): ListedPort[] =>
  (livePod(seen)?.spec?.containers ?? []).flatMap(({ ports = [] }) =>
    ports.map(({ containerPort, ...port }) => ({ ...port, port: containerPort })),
  );

/** The ports that the VMs are known to have, each number and protocol once, the lowest first. */
export function suggestedPorts(vms: readonly SeenVm[]): SuggestedPort[] {
  const found = new Map<string, SuggestedPort>();
  for (const { name = '', port, protocol: listed = 'TCP' } of vms.flatMap((vm) => [
    ...interfacePorts(vm),
    ...containerPorts(vm),
  ])) {
    const protocol = PROTOCOLS.find((candidate) => candidate === listed);
    if (!protocol) continue;
    const key = `${port}/${protocol}`;
    // a name is worth more than none
    if (!found.get(key)?.name) found.set(key, { port, name, protocol });
  }
  return [...found.values()].sort((a, b) => a.port - b.port || a.protocol.localeCompare(b.protocol));
}

/** The common ports that are not among the known ones, all TCP. */
export const otherPresets = (known: readonly SuggestedPort[]): (SuggestedPort & { readonly label: string })[] =>
  PORT_PRESETS.filter((preset) => !known.some(({ port, protocol }) => port === preset.port && protocol === 'TCP')).map(
    (preset) => ({ ...preset, protocol: 'TCP' }),
  );

/**
 * The port that the wizard proposes: of those that the VMs are known to have 80/TCP, else the lowest; 80/TCP where none
 * is known.
 */
export function firstPort(vms: readonly SeenVm[]): PortDraft {
  const known = suggestedPorts(vms);
  const isWeb = ({ port, protocol }: SuggestedPort) => port === 80 && protocol === 'TCP';
  const { port, name, protocol } = known.find(isWeb) ?? known[0] ?? { port: 80, name: '', protocol: 'TCP' };
  return { name, port: String(port), targetPort: String(port), protocol, nodePort: '' };
}

/**
 * The VMs that have no port of that name, to which a named target port would lead nowhere. Of a VM that does not run
 * its template is asked; one whose pods could not be read is left out. Source: the endpoint controllers look a name up
 * among the container ports of the pod (k8s.io/endpointslice, podutil.FindPort).
 */
function vmsWithoutPort(vms: readonly SeenVm[], name: string, protocol: Protocol): SeenVm[] {
  return vms.filter((vm) => {
    if (vm.arePodsUnknown) return false;
    const ports = livePod(vm) ? containerPorts(vm) : interfacePorts(vm);
    return !ports.some((port) => port.name === name && (port.protocol ?? 'TCP') === protocol);
  });
}

/** The VMs that lack the named target port of a port; none where it is a number, or no valid name. */
export const vmsWithoutTarget = (
  vms: readonly SeenVm[],
  { targetPort, protocol }: Pick<PortDraft, 'targetPort' | 'protocol'>,
): SeenVm[] =>
  portNumber(targetPort) === undefined && targetPortProblem(targetPort) === undefined
    ? vmsWithoutPort(vms, targetPort, protocol)
    : [];
