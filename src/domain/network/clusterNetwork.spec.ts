import fc from 'fast-check';
import { rangeOf } from './cidr';
import {
  addressRangesOf,
  mergedRanges,
  serviceRangeFrom,
  toClusterNetwork,
  toServiceRange,
  toServiceRanges,
} from './clusterNetwork';

const spec = {
  clusterNetwork: [{ cidr: '10.8.0.0/14', hostPrefix: 23 }],
  serviceNetwork: ['172.30.0.0/16'],
  networkType: 'OVNKubernetes',
  externalIP: { policy: {} },
};
const podRange = (cidr: unknown, hostPrefix?: unknown) =>
  toClusterNetwork({ spec: { clusterNetwork: [{ cidr, hostPrefix }] } }).podRanges[0];

describe('toClusterNetwork', () => {
  it('reads what an installer leaves', () => {
    expect(toClusterNetwork({ spec, status: { ...spec, clusterNetworkMTU: 1400 } })).toEqual({
      networkType: 'OVNKubernetes',
      podRanges: [
        { cidr: '10.8.0.0/14', family: 'IPv4', hostPrefix: 23, capacity: { nodes: 512, addressesPerNode: 510 } },
      ],
      serviceRanges: [{ cidr: '172.30.0.0/16', family: 'IPv4', addresses: 65534 }],
      externalIpPolicy: { code: 'none' },
      autoAssigned: [],
      nodePorts: { first: 30000, last: 32767, isDefault: true },
      mtu: 1400,
    });
  });

  it('takes the status, which is in force, before the spec, and the spec where the status is empty', () => {
    const status = { clusterNetwork: [{ cidr: '10.128.0.0/14', hostPrefix: 24 }], serviceNetwork: [], networkType: '' };
    const network = toClusterNetwork({ spec, status });
    expect(network.podRanges.map(({ cidr, hostPrefix }) => [cidr, hostPrefix])).toEqual([['10.128.0.0/14', 24]]);
    expect(network.serviceRanges.map(({ cidr }) => cidr)).toEqual(['172.30.0.0/16']);
    expect(network.networkType).toBe('OVNKubernetes');
  });

  it('reads both families', () => {
    const network = toClusterNetwork({
      spec: {
        clusterNetwork: [...spec.clusterNetwork, { cidr: 'fd01::/48', hostPrefix: 64 }],
        serviceNetwork: ['172.30.0.0/16', 'fd02::/112'],
      },
    });
    expect(network.podRanges[1]).toEqual({
      cidr: 'fd01::/48',
      family: 'IPv6',
      hostPrefix: 64,
      capacity: { nodes: 65536, addressesPerNode: 'plenty' },
    });
    expect(network.serviceRanges[1]).toEqual({ cidr: 'fd02::/112', family: 'IPv6', addresses: 65535 });
  });

  it.each([
    ['10.8.0.0/14', 14, { nodes: 1, addressesPerNode: 262142 }],
    ['10.8.0.0/14', 32, { nodes: 262144, addressesPerNode: 0 }],
    ['10.8.0.0/14', 31, { nodes: 131072, addressesPerNode: 0 }],
    ['fd01::/16', 64, { nodes: 'plenty', addressesPerNode: 'plenty' }],
    ['fd01::/120', 126, { nodes: 64, addressesPerNode: 2 }],
    ['10.8.0.0/14', 13, undefined],
    ['10.8.0.0/14', 33, undefined],
    ['10.8.0.0/14', 0, undefined],
    ['10.8.0.0/14', -1, undefined],
    ['10.8.0.0/14', 23.5, undefined],
    ['10.8.0.0/14', '23', undefined],
    ['10.8.0.0/14', undefined, undefined],
    ['no range', 23, undefined],
  ])('%s with a hostPrefix of %s', (cidr, hostPrefix, capacity) => {
    expect(podRange(cidr, hostPrefix)?.capacity).toEqual(capacity);
    expect(podRange(cidr, hostPrefix)?.cidr).toBe(cidr);
  });

  it.each([
    ['absent', undefined, { code: 'none' }],
    ['null', null, { code: 'none' }],
    ['empty', {}, { code: 'none' }],
    ['with empty lists', { allowedCIDRs: [], rejectedCIDRs: [] }, { code: 'none' }],
    ['with rejected ranges alone', { rejectedCIDRs: ['192.0.2.0/24'] }, { code: 'none' }],
    [
      'with allowed ranges',
      { allowedCIDRs: ['192.0.2.0/24'] },
      { code: 'listed', allowed: ['192.0.2.0/24'], rejected: [] },
    ],
    [
      'with both',
      { allowedCIDRs: ['192.0.2.0/24'], rejectedCIDRs: ['192.0.2.0/28'] },
      { code: 'listed', allowed: ['192.0.2.0/24'], rejected: ['192.0.2.0/28'] },
    ],
    ['of another type', 'constructor', { code: 'none' }],
  ])('an externalIP policy %s', (_which, policy, expected) => {
    expect(toClusterNetwork({ spec: { externalIP: { policy, autoAssignCIDRs: ['203.0.113.0/28'] } } })).toMatchObject({
      externalIpPolicy: expected,
      autoAssigned: ['203.0.113.0/28'],
    });
  });

  it.each([
    ['30000-32767', { first: 30000, last: 32767, isDefault: false }],
    ['1-65535', { first: 1, last: 65535, isDefault: false }],
    ['9000-9000', { first: 9000, last: 9000, isDefault: false }],
    ['', { first: 30000, last: 32767, isDefault: true }],
    [undefined, { first: 30000, last: 32767, isDefault: true }],
    ['9000-8000', undefined],
    ['9000-65536', undefined],
    ['9000', undefined],
    [9000, undefined],
  ])('a node port range %j', (serviceNodePortRange, nodePorts) => {
    expect(toClusterNetwork({ spec: { serviceNodePortRange } }).nodePorts).toEqual(nodePorts);
  });

  it('knows nothing of an empty object, and never throws', () => {
    expect(toClusterNetwork({})).toMatchObject({
      networkType: undefined,
      podRanges: [],
      serviceRanges: [],
      mtu: undefined,
    });
    const any = fc.anything();
    const part = fc.oneof(
      any,
      fc.record({
        clusterNetwork: any,
        serviceNetwork: any,
        networkType: any,
        externalIP: fc.oneof(any, fc.record({ policy: any, autoAssignCIDRs: any })),
        serviceNodePortRange: any,
        clusterNetworkMTU: any,
      }),
    );
    fc.assert(
      fc.property(part, part, (anySpec, anyStatus) => {
        toClusterNetwork({ spec: anySpec, status: anyStatus });
        toServiceRanges([{ spec: anySpec, status: anyStatus }]);
        return true;
      }),
    );
  });
});

describe('Service ranges', () => {
  it.each([
    ['10.0.0.0/8', 2 ** 24 - 2],
    ['0.0.0.0/0', 'plenty'],
    ['172.30.0.0/30', 2],
    ['172.30.0.1/32', 0],
    ['fd02::/64', 'plenty'],
  ])('%s', (cidr, addresses) => {
    expect(toServiceRange(cidr).addresses).toBe(addresses);
  });

  it('shows a range that cannot be read as it is', () => {
    expect(toServiceRange('<b>')).toEqual({ cidr: '<b>' });
  });

  it('are those of every ServiceCIDR that is ready, each once', () => {
    const of = (cidrs: unknown, ready?: string) => ({
      spec: { cidrs },
      ...(ready ? { status: { conditions: [{ type: 'Ready', status: ready }] } } : {}),
    });
    const found = toServiceRanges([
      of(['172.30.0.0/16', 'fd02::/112'], 'True'),
      of(['10.200.0.0/24']),
      of(['10.201.0.0/24'], 'False'),
      of(['172.30.0.0/16']),
      of(null),
      {},
    ]);
    expect(found.map(({ cidr }) => cidr)).toEqual(['172.30.0.0/16', 'fd02::/112', '10.200.0.0/24']);
  });
});

describe('mergedRanges', () => {
  it('keeps the order and names none twice', () => {
    const [a, b, c] = ['172.30.0.0/16', 'fd02::/112', '10.200.0.0/24'].map(toServiceRange) as [never, never, never];
    expect(mergedRanges([a, b], [c, a])).toEqual([a, b, c]);
    expect(mergedRanges([], [c])).toEqual([c]);
    expect(mergedRanges([], [])).toEqual([]);
  });
});

describe('serviceRangeFrom', () => {
  const refusal = (told: string) =>
    `Service "range" is invalid: spec.clusterIPs: Invalid value: ["192.0.2.1"]: failed to allocate IP 192.0.2.1: the provided IP (192.0.2.1) is not in the valid range. The range of valid IPs is ${told}`;

  it.each([
    ['172.30.0.0/16', ['172.30.0.0/16']],
    ['fd02::/112', ['fd02::/112']],
    ['172.30.0.0/16, fd02::/112', ['172.30.0.0/16', 'fd02::/112']],
    ['172.30.0.0/16,172.30.0.0/16.', ['172.30.0.0/16']],
    ['[172.30.0.0/16 10.200.0.0/24]', ['172.30.0.0/16', '10.200.0.0/24']],
    ['unknown', []],
    ['', []],
  ])('told %j', (told, ranges) => {
    expect(serviceRangeFrom(refusal(told))).toEqual(ranges);
  });

  it.each([
    '',
    'services is forbidden: User "viewer" cannot create resource "services" in 10.0.0.0/8',
    'spec.clusterIPs[0]: Invalid value: ["100::1"]: IPv6 is not configured on this cluster',
  ])('%j tells none', (message) => {
    expect(serviceRangeFrom(message)).toEqual([]);
  });

  it('reads only what stands behind the words', () => {
    expect(serviceRangeFrom(`10.0.0.0/8 ${refusal('172.30.0.0/16')}"\n192.168.0.0/16`)).toEqual(['172.30.0.0/16']);
  });
});

describe('the ranges of a cluster', () => {
  it('tell of an address what it is from', () => {
    const network = toClusterNetwork({
      spec: {
        ...spec,
        externalIP: { policy: { allowedCIDRs: ['192.0.2.0/24'] }, autoAssignCIDRs: ['203.0.113.0/28'] },
      },
    });
    const ranges = addressRangesOf(network, network.serviceRanges);
    expect(
      ['10.8.0.12', '172.30.0.1', '192.0.2.9', '203.0.113.3', '8.8.8.8'].map((ip) => rangeOf(ip, ranges)?.use),
    ).toEqual(['pod', 'service', 'external-allowed', 'external-auto-assigned', undefined]);
    expect(addressRangesOf(undefined, [])).toEqual([]);
  });
});
