import fc from 'fast-check';
import { addressOrigin, machineRangesOf, nodeAddressesOf } from './addressOrigin';
import type { AddressRange } from './cidr';

const RANGES: readonly AddressRange[] = [
  { use: 'machine', cidr: '10.0.0.0/16' },
  { use: 'pod', cidr: '10.8.0.0/14' },
  { use: 'pod', cidr: 'fd01::/48' },
  { use: 'service', cidr: '172.30.0.0/16' },
  { use: 'service', cidr: 'fd02::/112' },
  { use: 'external-auto-assigned', cidr: '203.0.113.0/28' },
  { use: 'external-allowed', cidr: '203.0.113.0/24' },
];
const NODES = [
  { node: 'worker-1', ip: '10.0.0.5' },
  { node: 'worker-1', ip: 'fd00::5' },
];

it.each([
  ['10.8.0.12', 'pod'],
  [' 10.11.255.255 ', 'pod'],
  ['::ffff:10.8.0.12', 'pod'],
  ['fd01:0:0:ffff::1', 'pod'],
  ['172.30.5.9', 'service'],
  ['[FD02::A]', 'service'],
  ['10.0.3.4', 'machine'],
  // the narrowest range that holds it
  ['203.0.113.15', 'external-auto-assigned'],
  ['203.0.113.16', 'external-allowed'],
  // a guest's address that a range of the cluster holds is that range's
  ['10.0.2.2', 'machine'],
])('%s is from the range of use %s', (text, use) => {
  expect(addressOrigin(text, RANGES, NODES)).toMatchObject({ code: 'range', range: { use } });
});

it.each([
  ['10.0.0.5', 'worker-1'],
  ['FD00:0::0:5', 'worker-1'],
  ['::ffff:a00:5', 'worker-1'],
])('%s is an address of node %s, whatever range holds it', (text, node) => {
  expect(addressOrigin(text, RANGES, NODES)).toEqual({ code: 'node', node });
});

it.each(['10.0.2.2', '10.0.2.1', 'fd10:0:2::2'])('%s is what a guest behind masquerade sees', (text) => {
  expect(addressOrigin(text, [], [])).toEqual({ code: 'guest' });
});

it.each(['8.8.8.8', '10.12.0.0', '2001:db8::1', '10.0.2.3'])('%s is in no known range', (text) => {
  const ranges = RANGES.filter(({ use }) => use !== 'machine');
  expect(addressOrigin(text, ranges, NODES)).toEqual({ code: 'none' });
});

it.each(['', 'web', '10.8.0', '10.8.0.256', '010.8.0.1', '10.8.0.0/14', '172.30.5.9:80', 'fe80::1%eth0', '[10.8.0.1'])(
  '"%s" is no address',
  (text) => {
    expect(addressOrigin(text, RANGES, NODES)).toEqual({ code: 'no-address' });
  },
);

it('answers whatever is typed, and never with a range that is not among the known ones', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (text) => {
      const origin = addressOrigin(text, RANGES, []);
      if (origin.code === 'range') expect(RANGES).toContain(origin.range);
    }),
  );
});

it('reads the addresses of nodes, and leaves out host names and what is malformed', () => {
  const nodes = [
    {
      metadata: { name: 'worker-1' },
      status: {
        addresses: [
          { type: 'InternalIP', address: '10.0.0.5' },
          { type: 'Hostname', address: 'worker-1' },
          { type: 'InternalIP', address: 7 },
        ],
      },
    },
    { metadata: {}, status: { addresses: [{ address: '10.0.0.6' }] } },
    { metadata: { name: 'worker-2' }, status: { addresses: 'none' } },
    {},
  ];
  expect(nodeAddressesOf(nodes)).toEqual([{ node: 'worker-1', ip: '10.0.0.5' }]);
});

it('reads the machine networks of whatever platform names them', () => {
  const baremetal = { machineNetworks: ['192.168.10.0/24', 'fd03::/64'] };
  expect(machineRangesOf({ status: { platformStatus: { type: 'BareMetal', baremetal } } })).toEqual([
    { use: 'machine', cidr: '192.168.10.0/24' },
    { use: 'machine', cidr: 'fd03::/64' },
  ]);
  expect(machineRangesOf({ status: { platformStatus: { type: 'None' } } })).toEqual([]);
  expect(machineRangesOf({})).toEqual([]);
});
