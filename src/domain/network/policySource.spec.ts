import type { LabelSelector } from '../k8s/labelSelector';
import { maxCoverage, peerCoverage, POLICY_SOURCES, type Coverage, type PolicyPeer } from './policySource';

const NAMESPACE = { name: 'prod2', labels: { team: 'a' } };
const NAME = 'kubernetes.io/metadata.name';
const of = (
  peer: PolicyPeer,
  namespace: { name: string; labels: Readonly<Record<string, string>> | undefined } = NAMESPACE,
  isTranslated = true,
) => POLICY_SOURCES.map((source) => peerCoverage(peer, source, namespace, isTranslated));
const namespaces = (key: string, operator: string, ...values: string[]): PolicyPeer => ({
  namespaceSelector: { matchExpressions: [{ key, operator, values }] },
});
const labelled = (matchLabels: LabelSelector['matchLabels'], podSelector?: LabelSelector): PolicyPeer => ({
  namespaceSelector: matchLabels ? { matchLabels } : {},
  ...(podSelector ? { podSelector } : {}),
});
const SOME_PODS = { matchLabels: { role: 'client' } };

const GROUP = 'policy-group.network.openshift.io';
const OLD_GROUP = 'network.openshift.io/policy-group';

// in the order of the sources: same namespace, other namespace, the platform's, router, outside
type Row = [string, PolicyPeer, Coverage[]];

describe('peerCoverage', () => {
  it.each<Row>([
    ['all pods of the namespace', { podSelector: {} }, ['all', 'none', 'none', 'none', 'none']],
    ['some pods of the namespace', { podSelector: SOME_PODS }, ['some', 'none', 'none', 'none', 'none']],
    // a node's address, which it may put in place of a client's, belongs to a namespace, too
    ['all namespaces', labelled(undefined), ['all', 'all', 'all', 'all', 'some']],
    ['some pods of all namespaces', labelled(undefined, SOME_PODS), ['some', 'some', 'some', 'some', 'some']],
    ['all pods of all namespaces', labelled(undefined, {}), ['all', 'all', 'all', 'all', 'some']],
    // which labels of users the platform's namespaces carry was not read
    ['namespaces of a label that this one has', labelled({ team: 'a' }), ['all', 'some', 'some', 'some', 'none']],
    ['namespaces of a label that this one lacks', labelled({ team: 'b' }), ['none', 'some', 'some', 'some', 'none']],
    ['both together', labelled({ team: 'a' }, SOME_PODS), ['some', 'some', 'some', 'some', 'none']],
    ['the router', labelled({ [`${GROUP}/ingress`]: '' }), ['none', 'none', 'some', 'all', 'none']],
    ['the router by the older label', labelled({ [OLD_GROUP]: 'ingress' }), ['none', 'none', 'some', 'some', 'none']],
    ['the router by another label', labelled({ name: 'openshift-ingress' }), ['none', 'some', 'some', 'some', 'none']],
    [
      "the router by its namespace's name",
      labelled({ [NAME]: 'openshift-ingress' }),
      ['none', 'none', 'some', 'some', 'none'],
    ],
    ['the host network', labelled({ [`${GROUP}/host-network`]: '' }), ['none', 'none', 'some', 'some', 'some']],
    [
      'the host network by its name',
      labelled({ [NAME]: 'openshift-host-network' }),
      ['none', 'none', 'some', 'some', 'some'],
    ],
    ['monitoring', labelled({ [OLD_GROUP]: 'monitoring' }), ['none', 'none', 'some', 'none', 'none']],
    ['monitoring by its name', labelled({ [NAME]: 'openshift-monitoring' }), ['none', 'none', 'some', 'none', 'none']],
    [
      'monitoring by another group',
      labelled({ [`${GROUP}/monitoring`]: '' }),
      ['none', 'none', 'some', 'none', 'none'],
    ],
    ['this namespace by its name', labelled({ [NAME]: 'prod2' }), ['all', 'none', 'none', 'none', 'none']],
    [
      'another namespace by its name',
      namespaces(NAME, 'In', 'prod2', 'prod3'),
      ['all', 'some', 'none', 'none', 'none'],
    ],
    ['all but this namespace', namespaces(NAME, 'NotIn', 'prod2'), ['none', 'all', 'all', 'all', 'some']],
    ['all but another namespace', namespaces(NAME, 'NotIn', 'prod3'), ['all', 'some', 'all', 'all', 'some']],
    ["all but the router's", namespaces(NAME, 'NotIn', 'openshift-ingress'), ['all', 'all', 'some', 'some', 'some']],
    ['whatever has a name', namespaces(NAME, 'Exists'), ['all', 'all', 'all', 'all', 'some']],
    ['what has no name', namespaces(NAME, 'DoesNotExist'), ['none', 'none', 'none', 'none', 'none']],
    ['all but the platform', namespaces(OLD_GROUP, 'DoesNotExist'), ['all', 'all', 'some', 'some', 'some']],
    ['all but those of a label', namespaces('team', 'DoesNotExist'), ['none', 'some', 'some', 'some', 'some']],
    ['every address', { ipBlock: { cidr: '0.0.0.0/0' } }, ['some', 'some', 'some', 'some', 'all']],
    ['every address of IPv6', { ipBlock: { cidr: '::/0', except: [] } }, ['some', 'some', 'some', 'some', 'some']],
    [
      'every address but some',
      { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } },
      ['some', 'some', 'some', 'some', 'some'],
    ],
    ['addresses that pods may have', { ipBlock: { cidr: '10.0.0.0/10' } }, ['some', 'some', 'some', 'some', 'some']],
    ['half of all addresses', { ipBlock: { cidr: '0.0.0.0/1' } }, ['some', 'some', 'some', 'some', 'some']],
    ['public addresses', { ipBlock: { cidr: '198.51.100.0/24' } }, ['none', 'none', 'none', 'none', 'some']],
    ['nothing, which the API server refuses', {}, ['none', 'none', 'none', 'none', 'none']],
  ])('of %s', (_, peer, covered) => {
    expect(of(peer)).toEqual(covered);
  });

  it.each<Row>([
    ['all namespaces', labelled(undefined), ['all', 'all', 'all', 'all', 'none']],
    ['the host network', labelled({ [`${GROUP}/host-network`]: '' }), ['none', 'none', 'some', 'some', 'none']],
    ['some addresses', { ipBlock: { cidr: '203.0.113.0/24' } }, ['none', 'none', 'none', 'none', 'some']],
  ])("of %s, where the outside client's address is kept", (_, peer, covered) => {
    expect(of(peer, NAMESPACE, false)).toEqual(covered);
  });

  it.each<Row>([
    ['a label', labelled({ team: 'a' }), ['some', 'some', 'some', 'some', 'none']],
    ['its name', labelled({ [NAME]: 'prod2' }), ['all', 'none', 'none', 'none', 'none']],
    ['another name', labelled({ [NAME]: 'prod3' }), ['none', 'some', 'none', 'none', 'none']],
    ['everything', labelled(undefined), ['all', 'all', 'all', 'all', 'some']],
  ])('of a namespace whose labels could not be read, by %s', (_, peer, covered) => {
    expect(of(peer, { name: 'prod2', labels: undefined })).toEqual(covered);
  });

  it('does not take what objects inherit for a label', () => {
    expect(of(namespaces('constructor', 'Exists'))[0]).toBe('none');
  });
});

describe('maxCoverage', () => {
  it.each<[Coverage[], Coverage]>([
    [[], 'none'],
    [['none', 'none'], 'none'],
    [['none', 'some'], 'some'],
    [['some', 'all', 'none'], 'all'],
  ])('of %j is %s', (coverages, expected) => {
    expect(maxCoverage(coverages)).toBe(expected);
  });
});
