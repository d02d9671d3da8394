import { aRoute, anIngress, led, ledTo } from '../../../../../test/objects/routeBuilders';
import { entrancesTo } from '../../../k8s/entrances';
import { isForRouter, nameRoutePort, namesOf, portsAsked, targetOf } from './routePorts';

const PORTS = [
  { name: 'web', port: 80, targetPort: 8080 },
  { name: 'dns', port: 53, protocol: 'UDP' },
];

it('a Route asks by the name or the number at the pod, an Ingress by the name or the number of the Service', () => {
  const situation = ledTo(PORTS, []);
  const [web] = situation.service.spec?.ports ?? [];
  if (!web) throw new Error('the Service has ports');
  expect([namesOf(web, 'Route', situation), namesOf(web, 'Ingress', situation)]).toEqual([
    ['web', 8080],
    ['web', 80],
  ]);
});

it('what names no port asks for all, of which the router leaves out UDP', () => {
  const situation = { ...ledTo(PORTS, [aRoute()]), ingresses: [anIngress({ number: 80 })] };
  const [route, ingress] = entrancesTo(situation.service, situation.routes, situation.ingresses).map((entrance) =>
    portsAsked(situation, entrance),
  );
  expect([route?.map(isForRouter), ingress?.map(({ name }) => name)]).toEqual([[true, false], ['web']]);
  expect(targetOf(situation, aRoute())).toBe(8080);
});

it('leaves the port of a Route that is not its own', () => {
  const toOther = aRoute({ to: { kind: 'Service', name: 'other' } });
  expect([nameRoutePort(led([]), toOther), nameRoutePort(led([]), aRoute()).length]).toEqual([[], 1]);
});
