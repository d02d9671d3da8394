import { aReachedVm, aSituation, findingOf } from '../../../../test/diagnosis';
import { aPolicy } from '../../../../test/networkBuilders';
import { diagnose } from '../diagnose';
import { offerFor } from '../offer';

const situation = aSituation(aReachedVm());

describe('policies that are not evaluated', () => {
  it('K2: are named, and not checked where they could not be listed', () => {
    const found = {
      ...situation,
      otherPolicies: [
        { kind: 'AdminNetworkPolicy', name: 'deny' },
        { kind: 'AdminNetworkPolicy', name: 'audit' },
      ],
    };
    expect(findingOf(found, 'K2')).toMatchObject({
      grade: 'caveat',
      object: { kind: 'AdminNetworkPolicy', name: 'deny, audit' },
      actual: 'AdminNetworkPolicy',
    });
    expect(findingOf({ ...situation, otherPolicies: [] }, 'K2')).toBeUndefined();
    expect(diagnose(situation).notChecked).toContain('K2');
  });

  it("K3: what the client's side lets out is never called checked", () => {
    expect(
      diagnose({
        ...situation,
        networkPolicies: [],
        otherPolicies: [],
        primaryNetwork: { kind: 'default' },
        routes: [],
        ingresses: [],
        selectedPods: [],
      }).notChecked,
    ).toEqual(['K3']);
  });
});

describe('K1: what is offered where nobody is let in', () => {
  it("is a policy that lets the project in on the pod's port, for this VM alone", () => {
    expect(offerFor('K1', { ...situation, networkPolicies: [aPolicy()] }).steps).toMatchObject([
      {
        kind: 'create',
        object: {
          kind: 'NetworkPolicy',
          metadata: { name: 'allow-backend', namespace: 'prod2' },
          spec: {
            podSelector: { matchLabels: { 'vmi.kubevirt.io/id': 'backendvm' } },
            ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 8080, protocol: 'TCP' }] }],
          },
        },
      },
    ]);
  });

  it('lets the router in where a Route leads here, and the outside where the type is for it', () => {
    const route = { spec: { to: { kind: 'Service', name: 'backend' } } };
    expect(
      JSON.stringify(offerFor('K1', { ...situation, networkPolicies: [aPolicy()], routes: [route] }).steps),
    ).toContain('policy-group.network.openshift.io/ingress');
    expect(
      JSON.stringify(
        offerFor('K1', { ...aSituation(aReachedVm(), { type: 'NodePort' }), networkPolicies: [aPolicy()] }).steps,
      ),
    ).toContain('0.0.0.0/0');
  });

  const SAME_ONLY = aPolicy({ ingress: [{ from: [{ podSelector: {} }] }] });

  it('is nothing while some are let in, unless a Route or the type is for who is not', () => {
    const route = { spec: { to: { kind: 'Service', name: 'backend' } } };
    expect(offerFor('K1', { ...situation, networkPolicies: [SAME_ONLY] }).steps).toEqual([]);
    expect(offerFor('K1', { ...situation, networkPolicies: [SAME_ONLY], routes: [route] }).steps).toMatchObject([
      {
        object: {
          spec: {
            ingress: [
              { from: [{ namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/ingress': '' } } }] },
            ],
          },
        },
      },
    ]);
  });

  it('opens no more ports to anybody than those that are shut to them', () => {
    const ports = [
      { name: 'a', port: 80, targetPort: 8080 },
      { name: 'b', port: 22 },
    ];
    const found = {
      ...aSituation(aReachedVm(), { type: 'NodePort', ports }),
      networkPolicies: [aPolicy({ ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 8080 }] }] })],
    };
    expect(offerFor('K1', found).steps).toMatchObject([
      {
        object: {
          metadata: { name: 'allow-backend' },
          spec: { ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 22 }] }] },
        },
      },
      {
        object: {
          metadata: { name: 'allow-backend-2' },
          spec: {
            ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }, {}], ports: [{ port: 8080 }, { port: 22 }] }],
          },
        },
      },
    ]);
  });

  it('takes another name where a policy has it', () => {
    const taken = aPolicy({ name: 'allow-backend', podSelector: { matchLabels: { a: 'b' } } });
    expect(offerFor('K1', { ...situation, networkPolicies: [aPolicy(), taken] }).steps).toMatchObject([
      { object: { metadata: { name: 'allow-backend-2' } } },
    ]);
  });
});
