import { aSlice, type ServiceOptions } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../test/objects/diagnosis';
import { asSent } from '../../../../test/objects/stepBuilders';
import type { EndpointSlice, Ingress, Route } from '../../k8s/objects';
import { diagnose } from '../diagnose';
import { offerFor } from '../offer';
import type { Situation } from '../situation';

const aRoute = (spec: Partial<Route['spec']> = {}, status?: Route['status']): Route => ({
  metadata: { name: 'shop', namespace: 'prod2', uid: 'route-shop' },
  spec: { to: { kind: 'Service', name: 'backend' }, ...spec },
  ...(status ? { status } : {}),
});
const anIngress = (port: { name?: string; number?: number }): Ingress => ({
  metadata: { name: 'web', namespace: 'prod2' },
  spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'backend', port } } }] } }] },
});
const led = (routes: Route[], more: Partial<Situation> = {}): Situation => ({
  ...aSituation(aReachedVm()),
  routes,
  ingresses: [],
  ...more,
});
const NAMED: ServiceOptions = { ports: [{ name: 'web', port: 80, targetPort: 'http' }] };
const refused: Route['status'] = {
  ingress: [{ conditions: [{ type: 'Admitted', status: 'False', reason: 'HostAlreadyClaimed', message: 'taken' }] }],
};
const ofTarget = (port: number): Partial<Situation> => ({
  service: aSituation(aReachedVm(), { ports: [{ port }] }).service,
});

describe('Routes and Ingresses', () => {
  it.each<[string, Situation]>([
    ['none', led([])],
    ['a Route to another Service', led([aRoute({ to: { kind: 'Service', name: 'other' }, port: { targetPort: 1 } })])],
    ['a Route by the target port', led([aRoute({ port: { targetPort: 8080 } })])],
    ['a Route to any port', led([aRoute()])],
    ['an Ingress by number', led([], { ingresses: [anIngress({ number: 80 })] })],
  ])('say nothing of %s', (_, situation) => {
    expect(codesOf(diagnose(situation))).toEqual([]);
  });

  it('R1: name a port that the Service lacks', () => {
    expect(diagnose(led([aRoute({ port: { targetPort: 9999 } })]))).toMatchObject({
      verdict: 'reaches-partly',
      findings: [{ code: 'R1', hop: 'Route', facts: { asked: 9999, available: ['8080'] } }, { code: 'G1' }],
    });
    expect(findingOf(led([], { ingresses: [anIngress({ name: 'web' })] }), 'R1')).toMatchObject({
      object: { kind: 'Ingress', names: ['web'] },
      actual: 'web',
    });
  });

  it('R1: are led to the port that there is, guarded by what they said', () => {
    expect(offerFor('R1', led([aRoute({ port: { targetPort: 9999 } })])).steps.map(asSent)).toMatchObject([
      {
        kind: 'patch',
        target: { kind: 'Route', name: 'shop' },
        patch: [
          { op: 'test', path: '/metadata/uid' },
          { op: 'test', value: 9999 },
          { op: 'replace', path: '/spec/port/targetPort', value: 8080 },
        ],
      },
    ]);
  });

  it.each<[string, Route['spec']['port'], ServiceOptions, EndpointSlice[] | undefined, boolean]>([
    ['the number of the Service port, which the router does not know', { targetPort: 80 }, {}, undefined, true],
    ['the number at the pod, written as text', { targetPort: '8080' }, {}, undefined, false],
    ["the port's name", { targetPort: 'web' }, NAMED, undefined, false],
    ["the target port's name, which is not that of the endpoint", { targetPort: 'http' }, NAMED, undefined, true],
    [
      'the number that a named target port has in the slices',
      { targetPort: 8080 },
      NAMED,
      [aSlice({ ports: [{ name: 'web', port: 8080 }] })],
      false,
    ],
    [
      'another than it has there',
      { targetPort: 8081 },
      NAMED,
      [aSlice({ ports: [{ name: 'web', port: 8080 }] })],
      true,
    ],
    ['a number while no slice tells that of the named target port', { targetPort: 8081 }, NAMED, [], false],
  ])('R1: a Route by %s', (_, port, service, slices, isWrong) => {
    const situation = {
      ...aSituation(aReachedVm(), service, slices),
      routes: [aRoute(port ? { port } : {})],
      ingresses: [],
    };
    expect(findingOf(situation, 'R1') !== undefined).toBe(isWrong);
  });

  it('R1: an Ingress goes by the Service port', () => {
    expect(findingOf(led([], { ingresses: [anIngress({ number: 8080 })] }), 'R1')).toMatchObject({
      actual: '8080',
      needed: '80',
    });
  });

  it('R1: asks for the very object that is wrong', () => {
    expect(offerFor('R1', led([aRoute()], { ingresses: [anIngress({ number: 1 })] })).command).toBe(
      'oc describe ingress web -n prod2',
    );
    expect(
      offerFor('R2', led([aRoute(), { ...aRoute({}, refused), metadata: { name: 'second', namespace: 'prod2' } }]))
        .command,
    ).toBe('oc describe route second -n prod2');
  });

  it('R1: is not checked while Ingresses were not read, but tells of a Route that is wrong', () => {
    expect(uncheckedOf(diagnose(led([], { ingresses: undefined })))).toContain('R1');
    expect(findingOf(led([aRoute({ port: { targetPort: 9999 } })], { ingresses: undefined }), 'R1')).toBeDefined();
  });

  it('R2: are refused by a router, in its words, and taken by no other', () => {
    expect(findingOf(led([aRoute({}, refused)]), 'R2')).toMatchObject({ actual: 'HostAlreadyClaimed: taken' });
    const taken = { ingress: [...(refused?.ingress ?? []), { conditions: [{ type: 'Admitted', status: 'True' }] }] };
    expect(findingOf(led([aRoute({}, taken)]), 'R2')).toBeUndefined();
  });

  it('R3: lead to what speaks no HTTP', () => {
    expect(findingOf(led([aRoute()], ofTarget(22)), 'R3')).toMatchObject({ grade: 'caveat', actual: '22' });
    expect(findingOf(led([aRoute()]), 'R3')).toBeUndefined();
  });

  it.each<[number, Route['spec']['tls'], boolean]>([
    [8080, { termination: 'passthrough' }, true],
    [8080, { termination: 'edge' }, false],
    [443, { termination: 'edge' }, true],
    [443, { termination: 'reencrypt' }, false],
    [9000, { termination: 'passthrough' }, false],
  ])('R4: to port %s with %j is odd: %s', (port, tls, isOdd) => {
    expect(findingOf(led([aRoute(tls ? { tls } : {})], ofTarget(port)), 'R4') !== undefined).toBe(isOdd);
  });

  it('R5: lead to a Service that has no address', () => {
    const situation = led([aRoute()]);
    const service = { ...situation.service, spec: { ...situation.service.spec, clusterIP: 'None' } };
    expect(findingOf({ ...situation, service }, 'R5')).toMatchObject({ actual: 'headless' });
  });

  it('were not checked where they were not read', () => {
    expect(uncheckedOf(diagnose(aSituation(aReachedVm())))).toEqual(expect.arrayContaining(['R1', 'R2', 'R3', 'R4']));
  });

  it('that share their traffic with another Service are judged, and their port is left to that one', () => {
    const shared = { ...aRoute({ to: { kind: 'Service', name: 'other' }, port: { targetPort: 9999 } }) };
    const route = { ...shared, spec: { ...shared.spec, alternateBackends: [{ kind: 'Service', name: 'backend' }] } };
    expect(findingOf(led([route]), 'R1')).toMatchObject({ actual: '9999' });
    expect(offerFor('R1', led([route])).steps).toEqual([]);
  });
});
