import type { NodePortRange } from '../k8s/nodePortRange';
import { hostBits, toCidr, type AddressRange, type IpFamily } from './cidr';
import { listOf, numberOf, textOf, textsOf, valueOf } from './uncheckedValue';

/** An object as it was read. Nothing below checks it before, so every field may be missing or of another type. */
export interface UncheckedObject {
  readonly metadata?: unknown;
  readonly spec?: unknown;
  readonly status?: unknown;
}

/** A number that means something to a reader, or more than anybody will use up. */
export type Amount = number | 'plenty';

/** The address ranges that a hostPrefix yields. */
export interface NodeCapacity {
  readonly nodes: Amount;
  readonly addressesPerNode: Amount;
}

export interface PodRange {
  readonly cidr: string;
  /** undefined where the text is no range */
  readonly family?: IpFamily;
  readonly hostPrefix?: number;
  /** undefined where network plugin or object give each node no range of its own */
  readonly capacity?: NodeCapacity;
}

export interface ServiceRange {
  readonly cidr: string;
  readonly family?: IpFamily;
  readonly addresses?: Amount;
}

/**
 * What OpenShift's admission lets stand in `spec.externalIPs` of those who are no cluster administrators.
 * `none`: nothing, which holds without allowed ranges, whatever is rejected. `listed`: what is in an allowed range and
 * in no rejected one.
 */
export type ExternalIpPolicy =
  | { readonly code: 'none' }
  | { readonly code: 'listed'; readonly allowed: readonly string[]; readonly rejected: readonly string[] };

/** What config.openshift.io/v1 Network `cluster` says. */
export interface ClusterNetwork {
  readonly networkType: string | undefined;
  readonly podRanges: readonly PodRange[];
  readonly serviceRanges: readonly ServiceRange[];
  readonly externalIpPolicy: ExternalIpPolicy;
  /** ranges that Services of type LoadBalancer get their address from; the policy does not touch them */
  readonly autoAssigned: readonly string[];
  /** undefined where the object holds something that is no range of ports */
  readonly nodePorts: NodePortRange | undefined;
  readonly mtu: number | undefined;
}

/** Beyond this a number says nothing more to a reader than that there are enough. */
const MAX_COUNTED_BITS = 24;

/** How many addresses a range of so many free bits has, less those that are never assigned. */
const amount = (bits: number, unused: number): Amount =>
  bits > MAX_COUNTED_BITS ? 'plenty' : Math.max(0, 2 ** bits - unused);

function capacityOf(cidr: string, hostPrefix: number | undefined): NodeCapacity | undefined {
  const range = toCidr(cidr);
  if (!range || hostPrefix === undefined || hostPrefix < range.prefix) return undefined;
  const free = hostBits({ family: range.family, prefix: hostPrefix });
  // the first and the last address of a node's range name the network and everybody on it
  return free < 0 ? undefined : { nodes: amount(hostPrefix - range.prefix, 0), addressesPerNode: amount(free, 2) };
}

function toPodRange(entry: unknown): PodRange | undefined {
  const cidr = textOf(valueOf(entry, 'cidr'));
  if (cidr === undefined) return undefined;
  const family = toCidr(cidr)?.family;
  const hostPrefix = numberOf(valueOf(entry, 'hostPrefix'));
  const capacity = capacityOf(cidr, hostPrefix);
  return {
    cidr,
    ...(family ? { family } : {}),
    ...(hostPrefix === undefined ? {} : { hostPrefix }),
    ...(capacity ? { capacity } : {}),
  };
}

/**
 * A range that Services get addresses from.
 * @param cidr as the cluster states it; shown unchanged even when it cannot be parsed
 */
export function toServiceRange(cidr: string): ServiceRange {
  const range = toCidr(cidr);
  if (!range) return { cidr };
  // the API server leaves out the first address, and of IPv4 the last, where broadcasts go
  return { cidr, family: range.family, addresses: amount(hostBits(range), range.family === 'IPv4' ? 2 : 1) };
}

const MAX_PORT = 65535;

function nodePortsOf(text: unknown): NodePortRange | undefined {
  if (text === undefined || text === null || text === '') return { first: 30000, last: 32767, isDefault: true };
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(textOf(text) ?? '') ?? [];
  const [first, last] = [Number(from), Number(to)];
  return from !== undefined && first <= last && last <= MAX_PORT ? { first, last, isDefault: false } : undefined;
}

function policyOf(policy: unknown): ExternalIpPolicy {
  const allowed = textsOf(valueOf(policy, 'allowedCIDRs'));
  return allowed.length === 0
    ? { code: 'none' }
    : { code: 'listed', allowed, rejected: textsOf(valueOf(policy, 'rejectedCIDRs')) };
}

/**
 * Reads config.openshift.io/v1 Network. Of what stands in spec and status the status counts: it is what is in force,
 * while the spec can hold a change that was asked for and never made.
 */
export function toClusterNetwork({ spec, status }: UncheckedObject): ClusterNetwork {
  const inForce = <T>(read: (part: unknown) => readonly T[]): readonly T[] =>
    [read(status), read(spec)].find((found) => found.length > 0) ?? [];
  const externalIp = valueOf(spec, 'externalIP');
  return {
    networkType: textOf(valueOf(status, 'networkType')) ?? textOf(valueOf(spec, 'networkType')),
    podRanges: inForce((part) => listOf(valueOf(part, 'clusterNetwork')).flatMap((entry) => toPodRange(entry) ?? [])),
    serviceRanges: inForce((part) => textsOf(valueOf(part, 'serviceNetwork'))).map(toServiceRange),
    externalIpPolicy: policyOf(valueOf(externalIp, 'policy')),
    autoAssigned: textsOf(valueOf(externalIp, 'autoAssignCIDRs')),
    nodePorts: nodePortsOf(valueOf(spec, 'serviceNodePortRange')),
    mtu: numberOf(valueOf(status, 'clusterNetworkMTU')),
  };
}

/**
 * True unless the ServiceCIDR says that it is not ready: from such a one, as from one that is being deleted, nothing is
 * given.
 */
const isReady = ({ status }: UncheckedObject): boolean =>
  !listOf(valueOf(status, 'conditions')).some(
    (condition) => valueOf(condition, 'type') === 'Ready' && valueOf(condition, 'status') === 'False',
  );

/** The ranges of networking.k8s.io/v1 ServiceCIDR objects that new Services get addresses from, each once. */
export const toServiceRanges = (serviceCidrs: readonly UncheckedObject[]): ServiceRange[] =>
  [...new Set(serviceCidrs.filter(isReady).flatMap(({ spec }) => textsOf(valueOf(spec, 'cidrs'))))].map(toServiceRange);

/** The ranges of two sources, each once: those of the first, then what only the second has. */
export const mergedRanges = (
  first: readonly ServiceRange[],
  second: readonly ServiceRange[],
): readonly ServiceRange[] => [...first, ...second.filter(({ cidr }) => !first.some((range) => range.cidr === cidr))];

/**
 * Reads the Service ranges out of the API server's refusal of a fixed cluster IP that is in none of them ("... The
 * range of valid IPs is 172.30.0.0/16"). Of several ServiceCIDRs the server names one, so there may be more than are
 * found.
 * @returns empty where the refusal is about something else
 */
export function serviceRangeFrom(message: string): string[] {
  const [, told = ''] = /range of valid IPs is ([^"'\n]*)/.exec(message) ?? [];
  return [...new Set(told.split(/[\s,;[\]()]+/).map((word) => word.replace(/\.$/, '')))].filter(
    (word) => toCidr(word) !== undefined,
  );
}

/** All ranges of the cluster that have a name, for `rangeOf`. */
export const addressRangesOf = (
  network: ClusterNetwork | undefined,
  serviceRanges: readonly ServiceRange[],
): AddressRange[] => [
  ...(network?.podRanges ?? []).map(({ cidr }) => ({ use: 'pod' as const, cidr })),
  ...serviceRanges.map(({ cidr }) => ({ use: 'service' as const, cidr })),
  ...(network?.autoAssigned ?? []).map((cidr) => ({ use: 'external-auto-assigned' as const, cidr })),
  ...(network?.externalIpPolicy.code === 'listed' ? network.externalIpPolicy.allowed : []).map((cidr) => ({
    use: 'external-allowed' as const,
    cidr,
  })),
];
