import fc from 'fast-check';
import { hostBits, rangeOf, toCidr, toIp, type AddressRange } from './cidr';

const ipv4Text = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
const ipv6Text = (value: bigint): string =>
  Array.from({ length: 8 }, (_none, index) => ((value >> BigInt(112 - index * 16)) & 0xffffn).toString(16)).join(':');
const MOST = { IPv4: 2n ** 32n - 1n, IPv6: 2n ** 128n - 1n } as const;
const TEXT = { IPv4: ipv4Text, IPv6: ipv6Text } as const;

/** A range and an address, in numbers. */
const numbers = fc.constantFrom('IPv4', 'IPv6').chain((family) =>
  fc.record({
    family: fc.constant(family),
    base: fc.bigInt({ min: 0n, max: MOST[family as 'IPv4'] }),
    prefix: fc.integer({ min: 0, max: family === 'IPv4' ? 32 : 128 }),
    offset: fc.bigInt({ min: 0n, max: MOST[family as 'IPv4'] }),
  }),
);

describe('toIp', () => {
  it.each([
    ['0.0.0.0', 'IPv4', 0n],
    ['172.30.0.1', 'IPv4', 0xac1e0001n],
    ['255.255.255.255', 'IPv4', MOST.IPv4],
    ['::', 'IPv6', 0n],
    ['::1', 'IPv6', 1n],
    ['fd01::', 'IPv6', 0xfd01n << 112n],
    ['FD02:0:0:0:0:0:0:A', 'IPv6', (0xfd02n << 112n) + 10n],
    ['1:2:3:4:5:6:7::', 'IPv6', 0x00010002000300040005000600070000n],
    ['::ffff:10.8.0.12', 'IPv6', 0xffff0a08000cn],
  ])('%s is %s', (text, family, value) => {
    expect(toIp(text)).toEqual({ family, value });
  });

  it.each([
    '',
    ' ',
    'a',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.4 ',
    '-1.2.3.4',
    '1e1.2.3.4',
    '1.2.3.4/8',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    'g::',
    '12345::',
    'fe80::1%eth0',
    '::1.2.3',
    '1.2.3.4::',
    '::1.2.3.4:5',
    'constructor',
    'example.com',
  ])('%j is none', (text) => {
    expect(toIp(text)).toBeUndefined();
  });

  it('reads back every address, short forms of IPv6 too', () => {
    fc.assert(
      fc.property(numbers, ({ family, base }) => {
        expect(toIp(TEXT[family](base))).toEqual({ family, value: base });
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 7 }), fc.nat(7), (groups, at) => {
        const text = groups.map((group) => group.toString(16));
        const [head, tail] = [text.slice(0, at), text.slice(at)];
        const whole = [...head, ...Array<string>(8 - groups.length).fill('0'), ...tail].join(':');
        expect(toIp(`${head.join(':')}::${tail.join(':')}`)).toEqual(toIp(whole));
      }),
    );
  });

  it('agrees with the parser of fast-check on what is an address, and never throws', () => {
    fc.assert(fc.property(fc.ipV4(), (text) => expect(toIp(text)?.family).toBe('IPv4')));
    fc.assert(fc.property(fc.ipV6(), (text) => expect(toIp(text)?.family).toBe('IPv6')));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789abf:./') })), (text) => {
        toCidr(text);
        return true;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('toCidr', () => {
  it('drops the bits behind the prefix', () => {
    expect(toCidr('10.8.3.4/14')).toEqual(toCidr('10.8.0.0/14'));
    expect(toCidr('10.8.0.0/14')).toEqual({ family: 'IPv4', first: 0x0a080000n, prefix: 14 });
  });

  it.each([
    '',
    '/',
    '10.8.0.0',
    '10.8.0.0/',
    '10.8.0.0/33',
    '10.8.0.0/014',
    '10.8.0.0/-1',
    '10.8.0.0/1.5',
    '10.8.0.0/14/1',
    '/14',
    'fd01::/129',
    '10.8.0.0/255.252.0.0',
  ])('%j is none', (text) => {
    expect(toCidr(text)).toBeUndefined();
  });

  it('knows how many bits are left', () => {
    expect(
      [toCidr('10.8.0.0/14'), toCidr('fd01::/48'), toCidr('0.0.0.0/0')].map((cidr) => cidr && hostBits(cidr)),
    ).toEqual([18, 80, 32]);
  });
});

describe('rangeOf', () => {
  const ranges: AddressRange[] = [
    { use: 'pod', cidr: '10.8.0.0/14' },
    { use: 'service', cidr: '172.30.0.0/16' },
    { use: 'service', cidr: 'fd02::/112' },
    { use: 'external-allowed', cidr: '192.0.0.0/8' },
    { use: 'external-auto-assigned', cidr: '192.0.2.0/24' },
    { use: 'pod', cidr: 'no range' },
  ];

  it.each([
    ['10.8.0.12', 'pod'],
    ['10.11.255.255', 'pod'],
    ['172.30.123.204', 'service'],
    ['fd02::1234', 'service'],
    ['192.0.2.7', 'external-auto-assigned'],
    ['192.1.2.7', 'external-allowed'],
  ])('%s is of the range %s', (ip, use) => {
    expect(rangeOf(ip, ranges)?.use).toBe(use);
    expect(rangeOf(ip, [...ranges].reverse())?.use).toBe(use);
  });

  it.each(['10.12.0.0', '10.7.255.255', 'fd02::1:0', '::ffff:10.8.0.12', 'None', '', 'a.example.com'])(
    '%j is of none',
    (ip) => {
      expect(rangeOf(ip, ranges)).toBeUndefined();
    },
  );

  it('holds exactly the addresses from the first of the range to its last', () => {
    fc.assert(
      fc.property(numbers, ({ family, base, prefix, offset }) => {
        const size = 2n ** BigInt((family === 'IPv4' ? 32 : 128) - prefix);
        const first = base - (base % size);
        const range: AddressRange = { use: 'pod', cidr: `${TEXT[family](base)}/${prefix}` };
        const isHeld = (value: bigint) => rangeOf(TEXT[family](value), [range]) !== undefined;
        expect([first, first + size - 1n, first + (offset % size)].map(isHeld)).toEqual([true, true, true]);
        const outside = [first - 1n, first + size].filter((value) => value >= 0n && value <= MOST[family]);
        expect(outside.some(isHeld)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
