import type { LabelSelector } from '../k8s/labelSelector';
import { maxCoverage, peerCoverage, POLICY_SOURCES, type Coverage, type PolicyPeer } from './policySource';

const NAMESPACE = { name: 'prod2', labels: { team: 'a' } };
const NAME = 'kubernetes.io/metadata.name';
const of = (
  peer: PolicyPeer,
  namespace: { name: string; labels: Readonly<Record<string, string>> | undefined } = NAMESPACE,
) => POLICY_SOURCES.map((source) => peerCoverage(peer, source, namespace));
const namespaces = (key: string, operator: string, ...values: string[]): PolicyPeer => ({
  namespaceSelector: { matchExpressions: [{ key, operator, values }] },
});
const labelled = (matchLabels: LabelSelector['matchLabels'], podSelector?: LabelSelector): PolicyPeer => ({
  namespaceSelector: matchLabels ? { matchLabels } : {},
  ...(podSelector ? { podSelector } : {}),
});
const SOME_PODS = { matchLabels: { role: 'client' } };

// in the order of the sources: same namespace, other namespace, router, outside
type Row = [string, PolicyPeer, Coverage[]];

describe('peerCoverage', () => {
  it.each<Row>([
    ['all pods of the namespace', { podSelector: {} }, ['all', 'none', 'none', 'none']],
    ['some pods of the namespace', { podSelector: SOME_PODS }, ['some', 'none', 'none', 'none']],
    ['all namespaces', labelled(undefined), ['all', 'all', 'all', 'none']],
    ['some pods of all namespaces', labelled(undefined, SOME_PODS), ['some', 'some', 'some', 'none']],
    ['all pods of all namespaces', labelled(undefined, {}), ['all', 'all', 'all', 'none']],
    ['namespaces of a label that this one has', labelled({ team: 'a' }), ['all', 'some', 'none', 'none']],
    ['namespaces of a label that this one lacks', labelled({ team: 'b' }), ['none', 'some', 'none', 'none']],
    ['both together', labelled({ team: 'a' }, SOME_PODS), ['some', 'some', 'none', 'none']],
    ['the router', labelled({ 'policy-group.network.openshift.io/ingress': '' }), ['none', 'none', 'all', 'none']],
    [
      'the router by the older label',
      labelled({ 'network.openshift.io/policy-group': 'ingress' }),
      ['none', 'none', 'all', 'none'],
    ],
    [
      'another group of the platform',
      labelled({ 'network.openshift.io/policy-group': 'monitoring' }),
      ['none', 'none', 'none', 'none'],
    ],
    ["the router by its namespace's name", labelled({ [NAME]: 'openshift-ingress' }), ['none', 'none', 'all', 'none']],
    ['this namespace by its name', labelled({ [NAME]: 'prod2' }), ['all', 'none', 'none', 'none']],
    ['another namespace by its name', namespaces(NAME, 'In', 'prod2', 'prod3'), ['all', 'some', 'none', 'none']],
    ['all but this namespace', namespaces(NAME, 'NotIn', 'prod2'), ['none', 'all', 'all', 'none']],
    ['all but another namespace', namespaces(NAME, 'NotIn', 'prod3'), ['all', 'some', 'all', 'none']],
    ['whatever has a name', namespaces(NAME, 'Exists'), ['all', 'all', 'all', 'none']],
    ['what has no name', namespaces(NAME, 'DoesNotExist'), ['none', 'none', 'none', 'none']],
    [
      'all but the platform',
      namespaces('network.openshift.io/policy-group', 'DoesNotExist'),
      ['all', 'all', 'none', 'none'],
    ],
    ['all but those of a label', namespaces('team', 'DoesNotExist'), ['none', 'some', 'all', 'none']],
    ['every address', { ipBlock: { cidr: '0.0.0.0/0' } }, ['some', 'some', 'some', 'all']],
    ['every address of IPv6', { ipBlock: { cidr: '::/0', except: [] } }, ['some', 'some', 'some', 'all']],
    [
      'every address but some',
      { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } },
      ['some', 'some', 'some', 'some'],
    ],
    ['some addresses', { ipBlock: { cidr: '10.0.0.0/10' } }, ['none', 'none', 'none', 'some']],
    ['nothing, which the API server refuses', {}, ['none', 'none', 'none', 'none']],
  ])('of %s', (_, peer, covered) => {
    expect(of(peer)).toEqual(covered);
  });

  it.each<Row>([
    ['a label', labelled({ team: 'a' }), ['some', 'some', 'none', 'none']],
    ['its name', labelled({ [NAME]: 'prod2' }), ['all', 'none', 'none', 'none']],
    ['another name', labelled({ [NAME]: 'prod3' }), ['none', 'some', 'none', 'none']],
    ['everything', labelled(undefined), ['all', 'all', 'all', 'none']],
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
