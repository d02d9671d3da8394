import { aRoute, anIngress, led, ledTo, saidBy } from '../../../../../test/objects/routeBuilders';
import { aSlice, type ServiceOptions } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import { asSent } from '../../../../../test/objects/stepBuilders';
import type { EndpointSlice, Route } from '../../../k8s/objects';
import { diagnose } from '../../diagnose';
import { offerFor } from '../../offer';
import type { Situation } from '../../situation';

const NAMED: ServiceOptions = { ports: [{ name: 'web', port: 80, targetPort: 'http' }] };
const refused: Route['status'] = {
  ingress: [saidBy('shard', 'False', { reason: 'HostAlreadyClaimed', message: 'taken' })],
};

describe('ports that Routes and Ingresses ask for', () => {
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
      verdict: 'partly-reachable',
      findings: [{ code: 'R1', hop: 'Route', facts: { asked: 9999, available: ['8080'] } }, { code: 'G1' }],
    });
    expect(findingOf(led([], { ingresses: [anIngress({ name: 'web' })] }), 'R1')).toMatchObject({
      object: { kind: 'Ingress', names: ['web'] },
      actual: 'web',
    });
  });

  it('R1: are pointed to the port that there is, guarded by what they said', () => {
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

  it('R1: is not checked while Ingresses were not read, but tells of a Route that is wrong', () => {
    expect(uncheckedOf(diagnose(led([], { ingresses: undefined })))).toContain('R1');
    expect(findingOf(led([aRoute({ port: { targetPort: 9999 } })], { ingresses: undefined }), 'R1')).toBeDefined();
  });

  it('that share their traffic with another Service are judged, and their port is left to that one', () => {
    const shared = { ...aRoute({ to: { kind: 'Service', name: 'other' }, port: { targetPort: 9999 } }) };
    const route = { ...shared, spec: { ...shared.spec, alternateBackends: [{ kind: 'Service', name: 'backend' }] } };
    expect(findingOf(led([route]), 'R1')).toMatchObject({ actual: '9999' });
    expect(offerFor('R1', led([route])).steps).toEqual([]);
  });

  const FORGE = [
    { name: 'web', port: 80, targetPort: 3000 },
    { name: 'ssh', port: 22 },
  ];

  it('R6: name no port of several, so the router shares the requests among all', () => {
    expect(findingOf(ledTo(FORGE, [aRoute()]), 'R6')).toMatchObject({ grade: 'limitation', needed: 'web, ssh' });
    const dns = [
      { name: 'web', port: 80 },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ];
    expect(findingOf(ledTo(dns, [aRoute()]), 'R6')).toBeUndefined();
    expect(findingOf(ledTo(FORGE, [aRoute({ port: { targetPort: 'web' } })]), 'R6')).toBeUndefined();
    // which of them speaks no HTTP is not to be told then
    expect(findingOf(ledTo([...FORGE].reverse(), [aRoute()]), 'R3')).toBeUndefined();
  });

  const TLS = { name: 'https', port: 443, targetPort: 8443 };
  const [HTTP, METRICS] = [
    { name: 'http', port: 80 },
    { name: 'metrics', port: 9100 },
  ];
  it.each<[string, NonNullable<ServiceOptions['ports']>, Route, string | undefined]>([
    ['the one that can be HTTP', FORGE, aRoute(), 'web'],
    ['the one that is called so', [METRICS, HTTP, TLS], aRoute(), 'http'],
    ['the TLS one of a passthrough Route', [HTTP, TLS], aRoute({ tls: { termination: 'passthrough' } }), 'https'],
    ['none where two are as likely', [METRICS, { name: 'api', port: 8000 }], aRoute(), undefined],
    [
      'none where another Service shares the port',
      FORGE,
      aRoute({ alternateBackends: [{ kind: 'Service', name: 'other' }] }),
      undefined,
    ],
  ])('R6: get %s', (_, ports, route, name) => {
    const [step, ...others] = offerFor('R6', ledTo(ports, [route])).steps.map(asSent);
    expect(others).toEqual([]);
    expect(step).toEqual(
      name === undefined
        ? undefined
        : expect.objectContaining({
            patch: [
              { op: 'test', path: '/metadata/uid', value: 'route-shop' },
              { op: 'test', path: '/spec/port', value: null },
              { op: 'add', path: '/spec/port', value: { targetPort: name } },
            ],
          }),
    );
  });

  it("R1: by the number of a Service's port mean that port; others of several are a guess", () => {
    const sent = (targetPort: string | number) =>
      offerFor('R1', ledTo([...FORGE, HTTP], [aRoute({ port: { targetPort } })])).steps.map(asSent);
    expect(sent(81)).toMatchObject([{ patch: [{}, {}, { value: 'http' }] }]);
    const two = [
      { name: 'a', port: 8001, targetPort: 9001 },
      { name: 'b', port: 8002, targetPort: 9002 },
    ];
    const asked = (targetPort: number) =>
      offerFor('R1', ledTo(two, [aRoute({ port: { targetPort } })])).steps.map(asSent);
    expect(asked(8002)).toMatchObject([{ patch: [{}, {}, { value: 'b' }] }]);
    expect(asked(8003)).toEqual([]);
  });

  it.each<[string, NonNullable<ServiceOptions['ports']>, boolean]>([
    ['a port that is UDP', [{ name: 'dns', port: 53, protocol: 'UDP' }], true],
    [
      'a port that is TCP, too',
      [
        { name: 'dns', port: 53, protocol: 'UDP' },
        { name: 'dns-tcp', port: 53 },
      ],
      false,
    ],
  ])('R12: lead to %s', (_, ports, isUdp) => {
    expect(findingOf(ledTo(ports, [aRoute({ port: { targetPort: 53 } })]), 'R12')?.grade).toBe(
      isUdp ? 'blocking' : undefined,
    );
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

  it('are not checked where they were not read', () => {
    const unread = diagnose({ ...aSituation(aReachedVm()), routes: undefined });
    expect(uncheckedOf(unread)).toEqual(expect.arrayContaining(['R1', 'R6', 'R12']));
    expect(unread.verdict).toBe('not-checked');
  });
});
