import { hostBits, toCidr } from './cidr';

/** Some of a range; its text may be anything. */
export interface SizedRange {
  readonly cidr: string;
}

/** How many bits tell a range's addresses apart; undefined where the text is no range of that family. */
function bitsOf(cidr: string, family: string | undefined): number | undefined {
  const range = toCidr(cidr);
  return range && range.family === family ? hostBits(range) : undefined;
}

/**
 * How large a range is compared with the largest of its IP family, in percent.
 * @param among what it is compared with; the range itself counts in any case
 * @returns from 1, so that the smallest can still be seen, to 100; 0 where the text is no range
 */
export function shareOfLargest(cidr: string, among: readonly SizedRange[]): number {
  const family = toCidr(cidr)?.family;
  const own = bitsOf(cidr, family);
  if (own === undefined) return 0;
  const largest = Math.max(own, ...among.map((other) => bitsOf(other.cidr, family) ?? 0));
  return Math.max(1, Math.round(100 * 2 ** (own - largest)));
}
