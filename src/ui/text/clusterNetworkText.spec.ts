import { t } from '../../../test/components/texts';
import type { RangeUse } from '../../domain/network/cidr';
import { toClusterNetwork, toServiceRange, type PodRange } from '../../domain/network/clusterNetwork';
import {
  externalIpPolicyText,
  nodePortsText,
  podRangeText,
  rangeUseText,
  serviceRangeText,
} from './clusterNetworkText';

const number = (value: number) => new Intl.NumberFormat('en').format(value);
const podRange = (cidr: string, hostPrefix?: number): PodRange => {
  const [range] = toClusterNetwork({ spec: { clusterNetwork: [{ cidr, hostPrefix }] } }).podRanges;
  if (!range) throw new Error('no range');
  return range;
};

describe('a pod range in words', () => {
  it.each([
    [
      '10.8.0.0/14',
      23,
      "Each node gets a /23 of it: 512 nodes, about 510 addresses each; the kubelet's maxPods, 250 by default, is the usual limit.",
    ],
    [
      '10.8.0.0/14',
      25,
      "Each node gets a /25 of it: 2,048 nodes, about 126 addresses each, fewer than the kubelet's maxPods, 250 by default.",
    ],
    ['10.8.0.0/23', 23, 'One node gets all of it, about 510 addresses; there is none left for others.'],
    ['fd01::/64', 64, 'One node gets all of it; there is none left for others.'],
    [
      'fd01::/48',
      64,
      "Each node gets a /64 of it: 65,536 nodes, each with more addresses than it can use; the kubelet's maxPods, 250 by default, is the limit.",
    ],
    [
      'fd01::/16',
      64,
      "Each node gets a /64 of it: more nodes and more addresses than a cluster can use; the kubelet's maxPods, 250 by default, is the limit.",
    ],
    ['fd01::/64', 120, 'Each node gets a /120 of it: more nodes than a cluster can have, about 254 addresses each.'],
    ['10.8.0.0/14', undefined, undefined],
    ['10.8.0.0/14', 8, undefined],
    ['none', 23, undefined],
  ])('%s, hostPrefix %s', (cidr, hostPrefix, text) => {
    expect(podRangeText(t, number, podRange(cidr, hostPrefix))).toBe(text);
  });
});

it.each([
  ['172.30.0.0/16', 'Addresses: 65,534.'],
  ['fd02::/64', 'More addresses than a cluster can use.'],
  ['none', undefined],
])('the Service range %s in words', (cidr, text) => {
  expect(serviceRangeText(t, number, toServiceRange(cidr))).toBe(text);
});

it.each([
  [undefined, '30000 to 32767, the default'],
  ['9000-9010', '9000 to 9010'],
  ['many', 'The configuration holds something that is no range of ports.'],
])('the node ports %s in words', (serviceNodePortRange, text) => {
  expect(nodePortsText(t, toClusterNetwork({ spec: { serviceNodePortRange } }).nodePorts)).toBe(text);
});

it('says of an externalIP policy what it comes to', () => {
  const texts = [
    {},
    { allowedCIDRs: ['192.0.2.0/24'] },
    { allowedCIDRs: ['192.0.2.0/24'], rejectedCIDRs: ['192.0.2.0/28'] },
  ].map((policy) => externalIpPolicyText(t, toClusterNetwork({ spec: { externalIP: { policy } } }).externalIpPolicy));
  expect(texts).toEqual([
    expect.stringMatching(/^Refused: no Service/),
    expect.stringMatching(/of the allowed ranges only/),
    expect.stringMatching(/except those of the rejected ones/),
  ]);
});

it('words every use of a range', () => {
  const uses: RangeUse[] = ['pod', 'service', 'external-auto-assigned', 'external-allowed'];
  expect(new Set(uses.map((use) => rangeUseText(t, use))).size).toBe(uses.length);
});
