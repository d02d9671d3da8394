import { aPolicy, type IngressRule, type PolicyOptions } from '../../../test/objects/networkBuilders';
import {
  allowedBlocks,
  allowingPolicy,
  policiesSelecting,
  portAdmission,
  type Admission,
  type OpenedSource,
  type PolicyTarget,
} from './networkPolicy';
import { POLICY_SOURCES } from './policySource';

const NAMESPACE = { name: 'prod2', labels: {} };
const TARGET: PolicyTarget = {
  labels: { tier: 'backend' },
  containerPorts: [
    { name: 'web', containerPort: 8080 },
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
  ],
};
const admission = (policies: PolicyOptions[], port = 8080, protocol = 'TCP') =>
  portAdmission(policies.map(aPolicy), NAMESPACE, TARGET, { port, protocol });
const said = (...args: Parameters<typeof admission>): Admission[] =>
  POLICY_SOURCES.map((source) => admission(...args).sources[source]);
const OPEN = POLICY_SOURCES.map(() => 'allowed');
const SHUT = POLICY_SOURCES.map(() => 'blocked');
const rule = (...ports: NonNullable<IngressRule['ports']>): PolicyOptions => ({ ingress: [{ ports }] });

describe('which policies restrict a pod', () => {
  it.each<[string, PolicyOptions, boolean]>([
    ['for every pod', {}, true],
    ['for the label of the pod', { podSelector: { matchLabels: { tier: 'backend' } } }, true],
    ['for another label', { podSelector: { matchLabels: { tier: 'frontend' } } }, false],
    ['for egress alone', { policyTypes: ['Egress'] }, false],
    ['for both directions', { policyTypes: ['Egress', 'Ingress'] }, true],
    ['without a type, which means ingress', { policyTypes: null }, true],
    ['with an empty list of types', { policyTypes: [] }, true],
  ])('one %s', (_, policy, isSelecting) => {
    expect(policiesSelecting([aPolicy(policy)], TARGET.labels)).toHaveLength(isSelecting ? 1 : 0);
  });
});

describe('the allowed traffic', () => {
  it('is everything where no policy selects the pod', () => {
    expect(admission([])).toEqual({
      port: { port: 8080, protocol: 'TCP' },
      policies: [],
      sources: Object.fromEntries(POLICY_SOURCES.map((source) => [source, 'allowed'])),
    });
    expect(said([{ policyTypes: ['Egress'] }, { podSelector: { matchLabels: { tier: 'frontend' } } }])).toEqual(OPEN);
  });

  it.each<[string, PolicyOptions[], string[]]>([
    ['nothing by a policy without rules', [{}], SHUT],
    ['nothing by one with an empty list of rules', [{ ingress: [] }], SHUT],
    ['everything by an empty rule', [{ ingress: [{}] }], OPEN],
    ['everything by a rule of empty lists', [{ ingress: [{ from: [], ports: [] }] }], OPEN],
    [
      'what one of several policies allows',
      [{}, { ingress: [{ from: [{ podSelector: {} }] }] }],
      ['allowed', 'blocked', 'blocked', 'blocked', 'blocked'],
    ],
    [
      'what one of several rules allows',
      [{ ingress: [{ from: [{ podSelector: {} }] }, { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }] }] }],
      ['allowed', 'blocked', 'blocked', 'blocked', 'some'],
    ],
    [
      'what one of several peers allows',
      [{ ingress: [{ from: [{ podSelector: { matchLabels: { a: 'b' } } }, { podSelector: {} }] }] }],
      ['allowed', 'blocked', 'blocked', 'blocked', 'blocked'],
    ],
    [
      'nothing by a rule for another port',
      [{ ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 22 }] }] }],
      SHUT,
    ],
  ])('is %s', (_, policies, sources) => {
    expect(said(policies)).toEqual(sources);
  });

  it('names the policies that select the pod, those that allow nothing too', () => {
    expect(
      admission([
        { name: 'deny' },
        { name: 'elsewhere', podSelector: { matchLabels: { a: 'b' } } },
        { name: 'allow', ingress: [{}] },
      ]).policies,
    ).toEqual(['deny', 'allow']);
  });

  it.each<[string, PolicyOptions, number, string, boolean]>([
    ['its number', rule({ port: 8080 }), 8080, 'TCP', true],
    ['another number', rule({ port: 80 }), 8080, 'TCP', false],
    ['its number under another protocol', rule({ port: 8080, protocol: 'UDP' }), 8080, 'TCP', false],
    ['its number and protocol', rule({ port: 53, protocol: 'UDP' }), 53, 'UDP', true],
    ['its number without a protocol, which means TCP', rule({ port: 53 }), 53, 'UDP', false],
    ['a protocol alone', rule({ protocol: 'UDP' }), 5353, 'UDP', true],
    ['another protocol alone', rule({ protocol: 'UDP' }), 8080, 'TCP', false],
    ['the first of a range', rule({ port: 8080, endPort: 8090 }), 8080, 'TCP', true],
    ['the last of a range', rule({ port: 8000, endPort: 8080 }), 8080, 'TCP', true],
    ['one below a range', rule({ port: 8081, endPort: 8090 }), 8080, 'TCP', false],
    ['one above a range', rule({ port: 8000, endPort: 8079 }), 8080, 'TCP', false],
    ['its name', rule({ port: 'web' }), 8080, 'TCP', true],
    ['a name of another port', rule({ port: 'web' }), 80, 'TCP', false],
    ['a name that no container has', rule({ port: 'constructor' }), 8080, 'TCP', false],
    ['a name of another protocol', rule({ port: 'dns' }), 53, 'UDP', false],
    ['a name with its protocol', rule({ port: 'dns', protocol: 'UDP' }), 53, 'UDP', true],
    ['one of several', rule({ port: 22 }, { port: 8080 }), 8080, 'TCP', true],
  ])('is a port that a rule tells by %s', (_, policy, port, protocol, isOpen) => {
    expect(said([policy], port, protocol)).toEqual(isOpen ? OPEN : SHUT);
  });
});

describe('the allowed traffic of a Service without ports', () => {
  const anyPort = (...ingress: IngressRule[]) => {
    const { port, sources } = portAdmission([aPolicy({ ingress })], NAMESPACE, TARGET, undefined);
    return [port, ...new Set(Object.values(sources))];
  };

  it.each<[string, IngressRule[], Admission]>([
    ['nothing', [], 'blocked'],
    ['every port', [{}], 'allowed'],
    ['some ports', [{ ports: [{ port: 22 }] }], 'some'],
    ['some ports, then every port', [{ ports: [{ port: 22 }] }, {}], 'allowed'],
  ])('is %s', (_, rules, admitted) => {
    expect(anyPort(...rules)).toEqual([undefined, admitted]);
  });
});

describe('allowedBlocks', () => {
  it('are those short of all addresses, of the rules that count for the port', () => {
    const blocks = (cidr: string, port: number): IngressRule => ({ from: [{ ipBlock: { cidr } }], ports: [{ port }] });
    const ingress = [blocks('192.0.2.0/24', 8080), blocks('198.51.100.0/24', 22), blocks('::/0', 8080)];
    const elsewhere = aPolicy({ podSelector: { matchLabels: { a: 'b' } }, ingress: [blocks('10.0.0.0/8', 8080)] });
    const port = { port: 8080, protocol: 'TCP' };
    expect(allowedBlocks([aPolicy({ ingress }), elsewhere], TARGET, port)).toEqual(['192.0.2.0/24']);
  });
});

describe('allowingPolicy', () => {
  const made = (ports: { port: number; protocol: string }[], sources: OpenedSource[]) =>
    allowingPolicy({ name: 'allow-backend', namespace: 'prod2' }, { tier: 'backend' }, ports, sources);
  const http = { port: 8080, protocol: 'TCP' };

  it.each<[OpenedSource, Admission[]]>([
    ['same-namespace', ['allowed', 'blocked', 'blocked', 'blocked', 'blocked']],
    ['other-namespace', ['allowed', 'allowed', 'allowed', 'allowed', 'some']],
    ['router', ['blocked', 'blocked', 'some', 'allowed', 'blocked']],
    ['outside', ['some', 'some', 'some', 'some', 'allowed']],
  ])('lets %s in, beside a policy that denies all', (source, sources) => {
    const answer = portAdmission([aPolicy(), made([http], [source])], NAMESPACE, TARGET, http);
    expect(POLICY_SOURCES.map((asked) => answer.sources[asked])).toEqual(sources);
  });

  it('opens no other port and no other pod', () => {
    const policy = made([http], ['same-namespace', 'other-namespace', 'router', 'outside']);
    expect(portAdmission([aPolicy(), policy], NAMESPACE, TARGET, { port: 22, protocol: 'TCP' }).sources.outside).toBe(
      'blocked',
    );
    expect(portAdmission([aPolicy(), policy], NAMESPACE, { ...TARGET, labels: {} }, http).sources.outside).toBe(
      'blocked',
    );
    expect(policy).toMatchObject({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-backend', namespace: 'prod2' },
    });
    expect(policy.spec).toMatchObject({
      podSelector: { matchLabels: { tier: 'backend' } },
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 8080, protocol: 'TCP' }] }],
    });
  });

  it('opens nothing without a port or a source, where an empty list would mean all', () => {
    expect(made([], ['outside']).spec?.ingress).toEqual([]);
    expect(made([http], []).spec?.ingress).toEqual([]);
  });
});
