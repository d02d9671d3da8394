import { t } from '../../../test/components/texts';
import { toClusterNetwork, toServiceRange, type PodRange } from '../../domain/network/clusterNetwork';
import {
  externalIpPolicyText,
  nodePortsText,
  podLimitText,
  podRangeText,
  serviceRangeText,
} from './clusterNetworkText';

const number = (value: number) => new Intl.NumberFormat('en').format(value);
const podRange = (cidr: string, hostPrefix?: number): PodRange => {
  const [range] = toClusterNetwork({ spec: { clusterNetwork: [{ cidr, hostPrefix }] } }).podRanges;
  if (!range) throw new Error('no range');
  return range;
};

it.each([
  ['10.8.0.0/14', 23, '512 nodes × 510 addresses', undefined],
  ['10.8.0.0/14', 25, '2,048 nodes × 126 addresses', 'Limits each node to fewer pods than the default of 250.'],
  ['10.8.0.0/23', 23, '510 addresses', 'One node uses the whole range. No range is left for other nodes.'],
  ['fd01::/48', 64, '65,536 nodes × >16,777,216 addresses', undefined],
  ['fd01::/16', 64, '>16,777,216 nodes × >16,777,216 addresses', undefined],
  ['10.8.0.0/14', undefined, undefined, undefined],
  ['10.8.0.0/14', 8, undefined, undefined],
  ['none', 23, undefined, undefined],
])('the pod range %s with hostPrefix %s in words', (cidr, hostPrefix, size, limit) => {
  const range = podRange(cidr, hostPrefix);
  expect(podRangeText(t, number, range)).toBe(size);
  expect(podLimitText(t, range)).toBe(limit);
});

it.each([
  ['172.30.0.0/16', '65,534 addresses'],
  ['fd02::/64', '>16,777,216 addresses'],
  ['none', undefined],
])('the Service range %s in words', (cidr, text) => {
  expect(serviceRangeText(t, number, toServiceRange(cidr))).toBe(text);
});

it.each([
  [undefined, '30000–32767 (default)'],
  ['9000-9010', '9000–9010'],
  ['many', 'Not a valid port range'],
])('the node ports %s in words', (serviceNodePortRange, text) => {
  expect(nodePortsText(t, toClusterNetwork({ spec: { serviceNodePortRange } }).nodePorts)).toBe(text);
});

it('says of an externalIP policy what it allows', () => {
  const texts = [
    {},
    { allowedCIDRs: ['192.0.2.0/24'] },
    { allowedCIDRs: ['192.0.2.0/24'], rejectedCIDRs: ['192.0.2.0/28'] },
  ].map((policy) => externalIpPolicyText(t, toClusterNetwork({ spec: { externalIP: { policy } } }).externalIpPolicy));
  expect(texts).toEqual([
    'Not allowed. Only cluster administrators can set external IPs on a Service.',
    'Allowed from the allowed ranges only.',
    'Allowed from the allowed ranges, except the rejected ranges.',
  ]);
});
