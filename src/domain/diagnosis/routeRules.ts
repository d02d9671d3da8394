import { fieldPatch } from '../fieldPatch';
import { nameOf, uidOf, type Ingress, type IngressBackend, type Route } from '../objects';
import { isKnownNotHttp } from '../routeDraft';
import { commandOf } from './remedies';
import type { Finding, Rule, Situation } from './rule';

/** A Route or an Ingress that leads to the Service, with the port it asks for; undefined asks for none. */
interface Leading {
  readonly object: Finding['object'];
  readonly port: string | number | undefined;
  readonly route?: Route;
}

const backendsOf = ({ spec }: Ingress): readonly (IngressBackend | undefined)[] => [spec?.defaultBackend, ...(spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend))];

/** What leads to the Service, of what could be read. */
function leadingTo({ service, routes = [], ingresses = [] }: Situation): Leading[] {
  const name = nameOf(service);
  return [
    ...routes.filter(({ spec }) => spec.to.kind === 'Service' && spec.to.name === name).map((route): Leading => ({ object: { kind: 'Route', name: nameOf(route) }, port: route.spec.port?.targetPort, route })),
    ...ingresses.flatMap((ingress) =>
      backendsOf(ingress).flatMap((backend): Leading[] =>
        backend?.service?.name === name ? [{ object: { kind: 'Ingress', name: nameOf(ingress) }, port: backend.service.port?.name ?? backend.service.port?.number }] : [],
      ),
    ),
  ];
}

const isLedTo = (situation: Situation): boolean => situation.routes === undefined || leadingTo(situation).length > 0;

/** A Route names a port of the Service by its name, or by the number of its target port; an Ingress by name or by number. */
const hasPort = ({ service }: Situation, { object, port }: Leading): boolean =>
  port === undefined ||
  (service.spec?.ports ?? []).some((own) => own.name === port || own.port === port || (object.kind === 'Route' && (own.targetPort as string | number | undefined) === port));

const missing = (situation: Situation): Leading | undefined => leadingTo(situation).find((leading) => !hasPort(situation, leading));
const routesOf = (situation: Situation): Route[] => leadingTo(situation).flatMap(({ route }) => route ?? []);
const refused = (route: Route) => (route.status?.ingress ?? []).flatMap(({ conditions }) => conditions ?? []).find(({ type, status }) => type === 'Admitted' && status === 'False');

/** The number that a Route's port comes to at the VM. */
function targetOf({ service }: Situation, { spec }: Route): number | undefined {
  const ports = service.spec?.ports ?? [];
  const wanted = spec.port?.targetPort;
  const own = wanted === undefined ? ports[0] : ports.find(({ name, port, targetPort }) => name === wanted || (targetPort as string | number | undefined) === wanted || port === wanted);
  const target = (own?.targetPort ?? own?.port);
  return typeof target === 'number' ? target : undefined;
}

const describe = (kind: string) => (situation: Situation): string => commandOf('oc', 'describe', kind, ...leadingTo(situation).map(({ object }) => object.name).slice(0, 1), '-n', situation.service.metadata?.namespace ?? '');

/** Routes and Ingresses that lead to the Service. What is wrong with one leaves the other ways as they are. */
export const routeRules: readonly Rule[] = [
  {
    code: 'R1', grade: 'blocks', hop: 'Route', reads: ['routes'], concerns: isLedTo,
    detect: (situation) => {
      const leading = missing(situation);
      return leading && {
        object: leading.object,
        field: leading.route ? 'spec.port.targetPort' : 'spec.rules[].http.paths[].backend.service.port',
        actual: String(leading.port),
        needed: (situation.service.spec?.ports ?? []).map(({ name, port }) => name ?? String(port)).join(', '),
        isPartial: true,
      };
    },
    fix: (situation) => {
      const route = missing(situation)?.route;
      const [port] = situation.service.spec?.ports ?? [];
      if (!route || !port) return [];
      const patch = fieldPatch(uidOf(route) ?? '', [{ path: '/spec/port/targetPort', before: route.spec.port?.targetPort ?? null, after: port.name ?? port.targetPort ?? port.port }]);
      return [{ id: `route/${nameOf(route)}`, kind: 'patch', target: { kind: 'Route', namespace: route.metadata?.namespace ?? '', name: nameOf(route) }, patch }];
    },
    command: describe('route'),
  },
  {
    code: 'R2', grade: 'blocks', hop: 'Route', reads: ['routes'], concerns: isLedTo,
    detect: (situation) => {
      const route = routesOf(situation).find(refused);
      const condition = route && refused(route);
      return condition && {
        object: { kind: 'Route', name: nameOf(route) },
        field: 'status.ingress[].conditions[Admitted]',
        actual: [condition.reason, condition.message].filter(Boolean).join(': '),
        needed: 'True',
        isPartial: true,
      };
    },
    command: describe('route'),
  },
  {
    code: 'R3', grade: 'caveat', hop: 'Route', reads: ['routes'], concerns: isLedTo,
    detect: (situation) => {
      const route = routesOf(situation).find((candidate) => isKnownNotHttp(String(targetOf(situation, candidate) ?? '')));
      return route && { object: { kind: 'Route', name: nameOf(route) }, field: 'spec.port.targetPort', actual: String(targetOf(situation, route)), needed: 'LoadBalancer, NodePort' };
    },
    command: describe('route'),
  },
  {
    // the other end decides; only what can hardly be meant is told
    code: 'R4', grade: 'caveat', hop: 'Route', reads: ['routes'], concerns: isLedTo,
    detect: (situation) => {
      const route = routesOf(situation).find((candidate) => {
        const target = targetOf(situation, candidate);
        const isPlain = target === 80 || target === 8080;
        const termination = candidate.spec.tls?.termination;
        return (isPlain && (termination === 'passthrough' || termination === 'reencrypt')) || ((target === 443 || target === 8443) && (!termination || termination === 'edge'));
      });
      return route && { object: { kind: 'Route', name: nameOf(route) }, field: 'spec.tls.termination', actual: route.spec.tls?.termination ?? 'none', needed: String(targetOf(situation, route)) };
    },
    command: describe('route'),
  },
  {
    code: 'R5', grade: 'caveat', hop: 'Route', reads: ['routes'],
    concerns: (situation) => isLedTo(situation) && (situation.service.spec?.type === 'ExternalName' || situation.service.spec?.clusterIP === 'None'),
    detect: (situation) => {
      const [leading] = leadingTo(situation);
      return leading && { object: leading.object, field: 'spec.to', actual: situation.service.spec?.type === 'ExternalName' ? 'ExternalName' : 'headless', needed: 'ClusterIP' };
    },
    command: describe('route'),
  },
];
