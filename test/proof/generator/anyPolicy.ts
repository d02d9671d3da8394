import { WANTED } from '../scene';
import type { Chance } from './chance';

type Spec = Readonly<Record<string, unknown>>;

const BLOCKS: readonly [Spec, ...Spec[]] = [
  { cidr: '0.0.0.0/0' },
  { cidr: '0.0.0.0/0', except: ['198.51.100.0/24'] },
  { cidr: '0.0.0.0/0', except: ['10.8.0.0/14'] },
  { cidr: '198.51.100.0/24' },
  { cidr: '198.51.100.1/32' },
  { cidr: '203.0.113.0/24' },
  { cidr: '10.8.0.0/14' },
  { cidr: '10.0.0.0/8', except: ['10.8.0.0/16'] },
  { cidr: '::/0' },
];

const POD_SELECTORS: readonly [Spec, ...Spec[]] = [
  {},
  { matchLabels: { role: 'client' } },
  { matchLabels: { role: 'other' } },
  { matchExpressions: [{ key: 'role', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'role', operator: 'NotIn', values: ['client'] }] },
];

const NAMESPACE_SELECTORS: readonly [Spec, ...Spec[]] = [
  {},
  { matchLabels: { 'kubernetes.io/metadata.name': 'proof-other' } },
  { matchLabels: { 'kubernetes.io/metadata.name': 'nowhere' } },
  { matchLabels: { team: 'own' } },
  { matchLabels: { 'policy-group.network.openshift.io/ingress': '' } },
  { matchLabels: { 'network.openshift.io/policy-group': 'monitoring' } },
  { matchLabels: { 'policy-group.network.openshift.io/host-network': '' } },
  { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['proof-other'] }] },
  { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] },
];

const anyPeer = (chance: Chance): Spec =>
  chance.weighted<() => Spec>([
    [4, () => ({ podSelector: chance.pick(POD_SELECTORS) })],
    [3, () => ({ namespaceSelector: chance.pick(NAMESPACE_SELECTORS) })],
    [1, () => ({ namespaceSelector: chance.pick(NAMESPACE_SELECTORS), podSelector: chance.pick(POD_SELECTORS) })],
    [3, () => ({ ipBlock: chance.pick(BLOCKS) })],
  ])();

const anyPort = (chance: Chance): Spec =>
  chance.pick<Spec>([
    { port: 8080 },
    { port: 443, protocol: 'TCP' },
    { port: 53, protocol: 'UDP' },
    { port: 22, endPort: 9000 },
    { port: 5000, endPort: 5000, protocol: 'UDP' },
    { port: 'http' },
    { port: 'http', protocol: 'TCP' },
    { protocol: 'UDP' },
    {},
    { port: 80 },
  ]);

const listOf = (chance: Chance, most: number, one: () => Spec): Spec[] =>
  Array.from({ length: chance.integer(1, most) }, one);

const anyRule = (chance: Chance): Spec => ({
  ...(chance.oneIn(5) ? {} : { from: listOf(chance, 2, () => anyPeer(chance)) }),
  ...(chance.oneIn(2) ? {} : { ports: listOf(chance, 2, () => anyPort(chance)) }),
});

/**
 * The spec of a NetworkPolicy. None restricts what a client sends: the product says of egress rules that it does not
 * look at them.
 */
export function anyPolicy(chance: Chance): Spec {
  const isOfEgressToo = chance.oneIn(8);
  const podSelector = chance.weighted<Spec>([
    // the client's pod must not be among those whose egress ends
    [isOfEgressToo ? 0 : 3, {}],
    [5, { matchLabels: WANTED }],
    [1, { matchLabels: { 'vmi.kubevirt.io/id': 'vm1' } }],
    [1, { matchLabels: { app: 'elsewhere' } }],
    [1, { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'other'] }] }],
    [1, { matchExpressions: [{ key: 'kubevirt.io', operator: 'Exists' }] }],
  ]);
  const policyTypes = isOfEgressToo
    ? { policyTypes: chance.pick([['Egress'], ['Ingress', 'Egress']]) }
    : chance.sometimes(2, () => ({ policyTypes: ['Ingress'] }));
  return {
    podSelector,
    ...policyTypes,
    ...(chance.oneIn(4) ? {} : { ingress: chance.oneIn(8) ? [{}] : listOf(chance, 2, () => anyRule(chance)) }),
  };
}
