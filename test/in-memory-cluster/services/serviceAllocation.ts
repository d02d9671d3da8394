/** Cluster IPs and node ports as the API server gives them to Services (seen on kube-apiserver 1.34). */
import {
  allocatesNodePorts,
  familyOf,
  hasNodePorts,
  type HeldSpec,
  isAlias,
  isHeadless,
  needsHealthCheck,
} from './heldSpec';
import { isLeftAsItIs } from './ipFamilies';

/** The range of the cluster, and the address that is given first. */
const RANGES: Readonly<
  Record<string, { readonly prefix: string; readonly first: number; readonly ip: (n: number) => string }>
> = {
  IPv4: { prefix: '172.30.', first: 204, ip: (n) => `172.30.${123 + Math.floor(n / 256)}.${n % 256}` },
  IPv6: { prefix: 'fd02:', first: 0x204, ip: (n) => `fd02::${n.toString(16)}` },
};
const FIRST_NODE_PORT = 30000;
const LAST_NODE_PORT = 32767;

/** The numbers that Services other than the one at hand hold. */
export interface Taken {
  readonly ips: ReadonlySet<string>;
  readonly nodePorts: ReadonlySet<number>;
  /** true: numbers outside of the range are taken, as in a dry run */
  readonly isAnyNodePort?: boolean;
}

export const nodePortsOf = ({ ports = [], healthCheckNodePort }: HeldSpec): number[] =>
  [...ports.map(({ nodePort }) => nodePort), healthCheckNodePort].filter((port): port is number => Boolean(port));

export const takenBy = (specs: readonly HeldSpec[]): Taken => ({
  ips: new Set(specs.flatMap(({ clusterIPs = [] }) => clusterIPs)),
  nodePorts: new Set(specs.flatMap(nodePortsOf)),
});

function freeIp(family: string, { ips }: Taken): string {
  const range = RANGES[family];
  let number = range?.first ?? 0;
  while (range && ips.has(range.ip(number))) number += 1;
  return range?.ip(number) ?? '';
}

function ipProblem(ip: string, { ips }: Taken): string[] {
  if (!ip.startsWith(RANGES[familyOf(ip)]?.prefix ?? ''))
    return [`spec.clusterIPs: failed to allocate IP ${ip}: the provided IP is not in the valid range`];
  return ips.has(ip) ? [`spec.clusterIPs: failed to allocate IP ${ip}: provided IP is already allocated`] : [];
}

/** Gives an address of each family that has none yet; an update keeps those that the Service had. */
export function giveClusterIps(after: HeldSpec, before: HeldSpec | undefined, taken: Taken): string[] {
  if (isAlias(after) || isHeadless(after) || isLeftAsItIs(after, before)) return [];
  const held = before && !isAlias(before) ? before : undefined;
  if (held && isHeadless(held)) return [];
  const families = after.ipFamilies ?? [];
  const wished = after.clusterIPs ?? [];
  const kept = held?.clusterIPs ?? [];
  // an update gives a second address at most; what it does to the first one is validated later
  const isGiven = (index: number) => !held || (index === 1 && (held.ipFamilies ?? []).length === 1);
  const problems = wished.flatMap((ip, index) =>
    isGiven(index) && families[index] && !kept.includes(ip) ? ipProblem(ip, taken) : [],
  );
  if (problems.length > 0) return problems;
  after.clusterIPs = [
    ...families.map((family, index) => wished[index] || (isGiven(index) ? freeIp(family, taken) : '')),
    ...wished.slice(families.length),
  ].filter((ip) => ip !== '');
  if (!held && after.clusterIPs[0]) after.clusterIP = after.clusterIPs[0];
  return [];
}

/** Gives node ports to the ports without, and refuses those that another Service has. */
export function giveNodePorts(after: HeldSpec, before: HeldSpec | undefined, taken: Taken): string[] {
  const given = new Set<number>();
  const kept = new Set(before ? nodePortsOf(before) : []);
  const own = new Set(nodePortsOf(after));
  let next = FIRST_NODE_PORT;
  const free = (): number => {
    while (taken.nodePorts.has(next) || given.has(next) || kept.has(next) || own.has(next)) next += 1;
    given.add(next);
    return next;
  };
  const refusal = (port: number): string[] => {
    if (!taken.isAnyNodePort && (port < FIRST_NODE_PORT || port > LAST_NODE_PORT))
      return [`spec.ports.nodePort: ${port}: provided port is not in the valid range`];
    return taken.nodePorts.has(port) ? [`spec.ports.nodePort: ${port}: provided port is already allocated`] : [];
  };
  const problems: string[] = [];
  if (hasNodePorts(after)) {
    // TCP and UDP of one number share their node port in a new Service
    const byPort = new Map<number, number>();
    if (!before)
      (after.ports ?? []).forEach(({ port, nodePort }) => nodePort && !byPort.has(port) && byPort.set(port, nodePort));
    after.ports = (after.ports ?? []).map((port) => {
      if (port.nodePort) {
        if (!kept.has(port.nodePort)) problems.push(...refusal(port.nodePort));
        return port;
      }
      if (!allocatesNodePorts(after)) return port;
      const nodePort = (before ? undefined : byPort.get(port.port)) ?? free();
      byPort.set(port.port, nodePort);
      return { ...port, nodePort };
    });
  }
  if (needsHealthCheck(after) && !(before && needsHealthCheck(before))) {
    const wished = after.healthCheckNodePort;
    // this one's range and owner are an error of the server, 500
    if (wished) problems.push(...refusal(wished));
    else after.healthCheckNodePort = free();
  }
  return problems;
}
