export type IpFamily = 'IPv4' | 'IPv6';

const BITS: Readonly<Record<IpFamily, number>> = { IPv4: 32, IPv6: 128 };

export interface IpAddress {
  readonly family: IpFamily;
  readonly value: bigint;
}

/** A range of addresses, such as 172.30.0.0/16. */
export interface Cidr {
  readonly family: IpFamily;
  /** its first address: bits behind the prefix are dropped, as Go's parser drops them for the API server */
  readonly first: bigint;
  /** how many leading bits all its addresses have in common */
  readonly prefix: number;
}

const DECIMAL = /^(0|[1-9]\d{0,2})$/;
const HEXADECIMAL = /^[0-9a-f]{1,4}$/i;

const fromParts = (parts: readonly number[], bits: number): bigint =>
  parts.reduce((value, part) => (value << BigInt(bits)) | BigInt(part), 0n);

/** The four bytes of a dotted address; none begins with a zero, which some would read as octal. */
function bytesOf(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => DECIMAL.test(part))) return undefined;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** The 16-bit groups on one side of `::`; the last four bytes of the address may be dotted. */
function groupsOf(text: string, isEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const dotted = isEnd && parts.at(-1)?.includes('.') ? bytesOf(parts.pop() ?? '') : [];
  if (!dotted || !parts.every((part) => HEXADECIMAL.test(part))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = dotted;
  return [...parts.map((part) => parseInt(part, 16)), ...(dotted.length > 0 ? [a * 256 + b, c * 256 + d] : [])];
}

function ipv6Value(text: string): bigint | undefined {
  const [head = '', tail, ...more] = text.split('::');
  const front = groupsOf(head, tail === undefined);
  const back = groupsOf(tail ?? '', true);
  if (more.length > 0 || !front || !back) return undefined;
  const missing = 8 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return fromParts([...front, ...Array<number>(missing).fill(0), ...back], 16);
}

/** An address of either family as it is written in Kubernetes objects; undefined for any other text, zones included. */
export function toIp(text: string): IpAddress | undefined {
  const bytes = bytesOf(text);
  if (bytes) return { family: 'IPv4', value: fromParts(bytes, 8) };
  const value = text.includes(':') ? ipv6Value(text) : undefined;
  return value === undefined ? undefined : { family: 'IPv6', value };
}

const MAPPED = 0xffffn;

/**
 * An address as it is typed or pasted: blanks around it and the brackets of a URL do not count, and an IPv4 address
 * that is written as an IPv6 one (::ffff:10.8.0.12) is that IPv4 address.
 */
export function toTypedIp(text: string): IpAddress | undefined {
  const ip = toIp(text.trim().replace(/^\[(.*)\]$/, '$1'));
  return ip?.family === 'IPv6' && ip.value >> 32n === MAPPED ? { family: 'IPv4', value: ip.value & 0xffffffffn } : ip;
}

/** A range as it is written in Kubernetes objects, `address/prefix`; undefined for any other text. */
export function toCidr(text: string): Cidr | undefined {
  const [address = '', length = '', ...more] = text.split('/');
  const ip = toIp(address);
  const prefix = Number(length);
  if (!ip || more.length > 0 || !DECIMAL.test(length) || prefix > BITS[ip.family]) return undefined;
  const rest = BigInt(BITS[ip.family] - prefix);
  return { family: ip.family, first: (ip.value >> rest) << rest, prefix };
}

/** How many bits tell the addresses of a range apart. */
export const hostBits = ({ family, prefix }: Pick<Cidr, 'family' | 'prefix'>): number => BITS[family] - prefix;

const isIn = (ip: IpAddress, cidr: Cidr): boolean =>
  ip.family === cidr.family && (ip.value ^ cidr.first) >> BigInt(hostBits(cidr)) === 0n;

/** What a range's addresses are given to. */
export type RangeUse = 'pod' | 'service' | 'machine' | 'external-auto-assigned' | 'external-allowed';

export interface AddressRange {
  readonly use: RangeUse;
  readonly cidr: string;
}

/**
 * The known range that holds an address: the narrowest one, where several do.
 * @param ranges in any order; what cannot be read as a range holds nothing
 */
export function rangeHolding(address: IpAddress, ranges: readonly AddressRange[]): AddressRange | undefined {
  const holding = ranges.flatMap((range) => {
    const cidr = toCidr(range.cidr);
    return cidr && isIn(address, cidr) ? [{ range, prefix: cidr.prefix }] : [];
  });
  return holding.reduce<(typeof holding)[number] | undefined>(
    (best, next) => (best && best.prefix >= next.prefix ? best : next),
    undefined,
  )?.range;
}

/**
 * The known range that an address belongs to: the narrowest one, where several hold it.
 * @param ip an address; anything else, such as a host name, belongs to none
 */
export function rangeOf(ip: string, ranges: readonly AddressRange[]): AddressRange | undefined {
  const address = toIp(ip);
  return address && rangeHolding(address, ranges);
}
