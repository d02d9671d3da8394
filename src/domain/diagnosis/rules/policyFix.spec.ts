import { aService } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, findingOf, uncheckedOf } from '../../../../test/objects/diagnosis';
import { aPolicy } from '../../../../test/objects/networkBuilders';
import { diagnose } from '../diagnose';
import { hopPath } from '../hopPath';
import { offerFor } from '../offer';
import type { Ingress, Route, RouteBackend } from '../../k8s/objects';
import type { Situation } from '../situation';

const situation = aSituation(aReachedVm());
const aRouteOf = (name: string, ...alternateBackends: RouteBackend[]): Route => ({
  spec: { to: { kind: 'Service', name }, alternateBackends },
});
const anIngress = (ingressClassName?: string): Ingress => ({
  spec: { ...(ingressClassName ? { ingressClassName } : {}), defaultBackend: { service: { name: 'backend' } } },
});

describe('policies that are not evaluated', () => {
  const read: Situation = {
    ...situation,
    networkPolicies: [],
    primaryNetwork: { kind: 'default' },
    routes: [],
    ingresses: [],
    selectedPods: [],
  };

  const policies = (names?: readonly string[]) => [
    { kind: 'CiliumNetworkPolicy', resource: 'ciliumnetworkpolicies.cilium.io', names },
  ];

  it('K2: of other kinds are never called checked, unless the cluster has no API for them or none was there', () => {
    expect(uncheckedOf(diagnose(situation))).toContain('K2');
    expect(uncheckedOf(diagnose({ ...read, otherPolicies: policies() }))).toEqual(['K2', 'K3']);
    expect(uncheckedOf(diagnose({ ...read, otherPolicies: policies([]) }))).toEqual(['K3']);
    expect(uncheckedOf(diagnose({ ...read, otherPolicies: [] }))).toEqual(['K3']);
  });

  it('K5: of other kinds are named where they were read', () => {
    const found = { ...read, otherPolicies: policies(['web']) };
    expect(findingOf(found, 'K5')).toMatchObject({
      grade: 'limitation',
      hop: 'Pod',
      actual: 'CiliumNetworkPolicy web',
    });
    expect(uncheckedOf(diagnose(found))).toEqual(['K3']);
    expect(offerFor('K5', found).command).toBe('oc get ciliumnetworkpolicies.cilium.io -n prod2 -o yaml');
    expect(findingOf({ ...read, otherPolicies: policies([]) }, 'K5')).toBeUndefined();
  });

  it("K3: what the client's side lets out is never called checked, except of an alias", () => {
    const alias = { ...read, service: aService({ type: 'ExternalName' }), otherPolicies: [] };
    expect(uncheckedOf(diagnose(alias))).not.toContain('K3');
  });

  it('leave the hop open that they act at; what is about the client leaves the path as it is', () => {
    const states = hopPath(diagnose({ ...read, otherPolicies: policies() }), false);
    expect(states.filter(({ state }) => state === 'not-checked').map(({ hop }) => hop)).toEqual(['Pod', 'guest']);
  });
});

describe('K1: the fixes when no client is allowed', () => {
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

  it('is nothing while some are allowed, unless a Route or the type is for who is not', () => {
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

  it.each<[string, Partial<Situation>, boolean]>([
    [
      'a Route that shares its traffic with it',
      { routes: [aRouteOf('other', { kind: 'Service', name: 'backend' })] },
      true,
    ],
    [
      'a Route that gives it none',
      { routes: [aRouteOf('other', { kind: 'Service', name: 'backend', weight: 0 })] },
      false,
    ],
    ['an Ingress', { ingresses: [anIngress()] }, true],
    ['an Ingress of another controller', { ingresses: [anIngress('nginx')] }, false],
  ])('lets the router in for %s: %s', (_, entrances, isLetIn) => {
    const { steps } = offerFor('K1', { ...situation, networkPolicies: [SAME_ONLY], ...entrances });
    expect(JSON.stringify(steps).includes('policy-group.network.openshift.io/ingress')).toBe(isLetIn);
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
