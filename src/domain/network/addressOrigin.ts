import { rangeHolding, toIp, toTypedIp, type AddressRange, type IpAddress } from './cidr';
import type { UncheckedObject } from './clusterNetwork';
import { listOf, textOf, textsOf, valueOf } from './uncheckedValue';

/** An address that a node has itself. */
export interface NodeAddress {
  readonly node: string;
  readonly ip: string;
}

/** Where an address is from, as far as the cluster's ranges and nodes are known. */
export type AddressOrigin =
  /** the text is no IP address */
  | { readonly code: 'no-address' }
  | { readonly code: 'node'; readonly node: string }
  | { readonly code: 'range'; readonly range: AddressRange }
  /** what every guest behind masquerade sees as its own address, or as that of its gateway */
  | { readonly code: 'guest' }
  /** in none of the known ranges */
  | { readonly code: 'none' };

/** What KubeVirt gives to a guest behind masquerade and to its gateway, unless vmNetworkCIDR says otherwise. */
const IN_GUESTS = ['10.0.2.1', '10.0.2.2', 'fd10:0:2::1', 'fd10:0:2::2'];

const isSame = (address: IpAddress, text: string): boolean => {
  const other = toIp(text);
  return other?.family === address.family && other.value === address.value;
};

/**
 * Tells which of the cluster's ranges an address is from.
 * @param text as it was typed or pasted
 * @param ranges all that are known, in any order; the narrowest one that holds the address counts
 * @param nodes addresses of the nodes, which win over the range that they are in
 */
export function addressOrigin(
  text: string,
  ranges: readonly AddressRange[],
  nodes: readonly NodeAddress[],
): AddressOrigin {
  const address = toTypedIp(text);
  if (!address) return { code: 'no-address' };
  const node = nodes.find(({ ip }) => isSame(address, ip));
  if (node) return { code: 'node', node: node.node };
  const range = rangeHolding(address, ranges);
  if (range) return { code: 'range', range };
  return { code: IN_GUESTS.some((guest) => isSame(address, guest)) ? 'guest' : 'none' };
}

/** The addresses of Nodes; names of hosts, which stand among them, are left out. */
export const nodeAddressesOf = (nodes: readonly UncheckedObject[]): NodeAddress[] =>
  nodes.flatMap(({ metadata, status }) =>
    listOf(valueOf(status, 'addresses')).flatMap((entry) => {
      const [node, ip] = [textOf(valueOf(metadata, 'name')), textOf(valueOf(entry, 'address'))];
      return node && ip && toIp(ip) ? [{ node, ip }] : [];
    }),
  );

/** The networks of the machines that config.openshift.io/v1 Infrastructure names, whatever its platform. */
export function machineRangesOf({ status }: UncheckedObject): AddressRange[] {
  const platforms = Object.values((valueOf(status, 'platformStatus') ?? {}) as Readonly<Record<string, unknown>>);
  return platforms.flatMap((platform) =>
    textsOf(valueOf(platform, 'machineNetworks')).map((cidr) => ({ use: 'machine' as const, cidr })),
  );
}
