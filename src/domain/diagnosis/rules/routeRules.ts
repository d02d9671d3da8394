import { traitsOf } from '../../k8s/exposedTypes';
import { shellWords } from '../../k8s/shellQuote';
import { slicesOf } from '../../k8s/endpoints';
import { patchStep } from '../../steps/patchStep';
import { admissionConditions } from '../../k8s/routeAdmission';
import { entrancesTo, type Entrance } from '../../k8s/entrances';
import { nameOf, type Route, type Service } from '../../k8s/objects';
import { isKnownNotHttp } from '../../service/routeDraft';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { objectOf } from './selector/whereFound';

/** What is wrong with Routes and Ingresses that point to the Service. */
export interface RouteFacts {
  /** the port that is asked for, and by what each port of the Service could be asked for */
  R1: { readonly asked: string | number; readonly available: readonly string[] };
  /** of the condition Admitted */
  R2: { readonly reason: string | undefined; readonly message: string | undefined };
  /** the port at the VM */
  R3: { readonly port: number | undefined };
  /** undefined where the Route has no TLS */
  R4: { readonly termination: string | undefined; readonly port: number | undefined };
  R5: { readonly service: 'alias' | 'headless' };
}

/** The Routes and Ingress backends that point to the Service, of what could be read. */
const entrancesOf = ({ service, routes, ingresses }: Situation): Entrance[] => entrancesTo(service, routes, ingresses);

/** False only where all was read and nothing points to the Service. */
const mayHaveEntrance = (situation: Situation): boolean =>
  situation.routes === undefined || situation.ingresses === undefined || entrancesOf(situation).length > 0;

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

/**
 * By what a Route may ask for a port of the Service: its name, or the number at the pod. The router compares both with
 * the endpoints (openshift/router, `endpointsForAlias`), and where neither matches the Route has no target; the Service
 * port's own number is none of them. A target port by name has a number only in the slices.
 */
const namesForRoute = (
  { name, port, targetPort }: ServicePort,
  { endpointSlices = [], service }: Situation,
): string[] => {
  const target: number | string = targetPort ?? port;
  const atPod =
    typeof target === 'number'
      ? [target]
      : slicesOf(service, endpointSlices).flatMap(({ ports }) =>
          (ports ?? []).filter((own) => (own.name ?? '') === (name ?? '')).flatMap((own) => own.port ?? []),
        );
  return [...(name ? [name] : []), ...atPod.map(String)];
};

/** By what an Ingress may ask for it. */
const namesForIngress = ({ name, port }: ServicePort): string[] => [...(name ? [name] : []), String(port)];

const namesOf = (port: ServicePort, kind: string, situation: Situation): string[] =>
  kind === 'Route' ? namesForRoute(port, situation) : namesForIngress(port);

/** True for a number that a target port by name may turn out to be, while no slice says which number it is. */
const mayBeAtPod = (situation: Situation, own: ServicePort, { kind, port }: Entrance): boolean =>
  kind === 'Route' && /^\d+$/.test(String(port)) && namesForRoute(own, situation).every((name) => name === own.name);

const hasPort = (situation: Situation, entrance: Entrance): boolean =>
  entrance.port === undefined ||
  (situation.service.spec?.ports ?? []).some(
    (own) =>
      namesOf(own, entrance.kind, situation).includes(String(entrance.port)) || mayBeAtPod(situation, own, entrance),
  );

/** The first that asks for a port which the Service does not have. */
const entranceWithoutPort = (situation: Situation): Entrance | undefined =>
  entrancesOf(situation).find((entrance) => !hasPort(situation, entrance));
const routesTo = (situation: Situation): Route[] => entrancesOf(situation).flatMap(({ route }) => route ?? []);

/** What a router said against a Route that no other router has admitted either. */
function refusalOf(route: Route) {
  const conditions = admissionConditions(route);
  return conditions.some(({ status }) => status === 'True')
    ? undefined
    : conditions.find(({ status }) => status === 'False');
}

/** The number of the port at the VM that a Route sends connections to. */
function targetOf(situation: Situation, { spec }: Route): number | undefined {
  const ports = situation.service.spec?.ports ?? [];
  const wanted = spec.port?.targetPort;
  const own =
    wanted === undefined ? ports[0] : ports.find((port) => namesForRoute(port, situation).includes(String(wanted)));
  const target: string | number | undefined = own?.targetPort ?? own?.port;
  return typeof target === 'number' ? target : undefined;
}

/** The first Route to the Service that is as asked. */
const firstRouteWhere = (situation: Situation, is: (route: Route) => boolean): Route | undefined =>
  routesTo(situation).find(is);

const refusedRoute = (situation: Situation): Route | undefined =>
  firstRouteWhere(situation, (route) => refusalOf(route) !== undefined);
const notHttpRoute = (situation: Situation): Route | undefined =>
  firstRouteWhere(situation, (route) => isKnownNotHttp(String(targetOf(situation, route) ?? '')));
/** The other end decides how TLS is; only what is hardly meant is told. */
const oddTlsRoute = (situation: Situation): Route | undefined =>
  firstRouteWhere(situation, (route) => {
    const target = targetOf(situation, route);
    const termination = route.spec.tls?.termination;
    const endsBehind = termination === 'passthrough' || termination === 'reencrypt';
    return endsBehind ? target === 80 || target === 8080 : target === 443 || target === 8443;
  });

/** Describes one Route or Ingress; where a rule found none, all Routes. */
const describe = (situation: Situation, kind: Entrance['kind'] = 'Route', name?: string): string =>
  shellWords(
    ...['oc', 'describe', kind.toLowerCase(), ...(name === undefined ? [] : [name])],
    ...['-n', situation.service.metadata?.namespace ?? ''],
  );
const describeRoute = (situation: Situation, route: Route | undefined): string =>
  describe(situation, 'Route', route && nameOf(route));
const describeEntrance = (situation: Situation, entrance: Entrance | undefined): string =>
  describe(situation, entrance?.kind, entrance?.name);

const [ROUTE_PORT, INGRESS_PORT] = ['spec.port.targetPort', 'spec.rules[].http.paths[].backend.service.port'] as const;

/** Routes and Ingresses that point to the Service. What is wrong with one leaves the others as they are. */
export const routeRules: RulesOf<RouteFacts> = [
  {
    code: 'R1',
    grade: 'blocks',
    hop: 'Route',
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const entrance = entranceWithoutPort(situation);
      // an Ingress that could not be read may be wrong, too
      if (entrance?.port === undefined) return situation.ingresses ? undefined : { undecidedBy: ['ingresses'] };
      const { kind, name, port: asked, route } = entrance;
      return {
        object: objectOf(kind, name),
        field: route ? ROUTE_PORT : INGRESS_PORT,
        facts: {
          asked,
          available: (situation.service.spec?.ports ?? []).flatMap((port) => namesOf(port, kind, situation)[0] ?? []),
        },
        isPartial: true,
      };
    },
    fix: (situation) => {
      const route = entranceWithoutPort(situation)?.route;
      const [port] = situation.service.spec?.ports ?? [];
      // the port of a Route that only shares its traffic is the other Service's
      if (!route || !port || route.spec.to.name !== nameOf(situation.service)) return [];
      return patchStep(`route/${nameOf(route)}`, 'Route', route, {
        of: 'route',
        before: route.spec.port?.targetPort ?? null,
        after: port.name || (port.targetPort ?? port.port),
      });
    },
    command: (situation) => describeEntrance(situation, entranceWithoutPort(situation)),
  },
  {
    code: 'R2',
    grade: 'blocks',
    hop: 'Route',
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const route = refusedRoute(situation);
      const condition = route && refusalOf(route);
      return (
        condition && {
          object: objectOf('Route', nameOf(route)),
          field: 'status.ingress[].conditions[Admitted]',
          facts: { reason: condition.reason, message: condition.message },
          isPartial: true,
        }
      );
    },
    command: (situation) => describeRoute(situation, refusedRoute(situation)),
  },
  {
    code: 'R3',
    grade: 'caveat',
    hop: 'Route',
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const route = notHttpRoute(situation);
      return (
        route && {
          object: objectOf('Route', nameOf(route)),
          field: 'spec.port.targetPort',
          facts: { port: targetOf(situation, route) },
        }
      );
    },
    command: (situation) => describeRoute(situation, notHttpRoute(situation)),
  },
  {
    code: 'R4',
    grade: 'caveat',
    hop: 'Route',
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const route = oddTlsRoute(situation);
      return (
        route && {
          object: objectOf('Route', nameOf(route)),
          field: 'spec.tls.termination',
          facts: { termination: route.spec.tls?.termination, port: targetOf(situation, route) },
        }
      );
    },
    command: (situation) => describeRoute(situation, oddTlsRoute(situation)),
  },
  {
    code: 'R5',
    grade: 'caveat',
    hop: 'Route',
    reads: ['routes'],
    concerns: (situation) => mayHaveEntrance(situation) && !traitsOf(situation.service).hasClusterIp,
    detect: (situation) => {
      const [entrance] = entrancesOf(situation);
      if (!entrance) return situation.ingresses ? undefined : { undecidedBy: ['ingresses'] };
      return {
        object: objectOf(entrance.kind, entrance.name),
        field: 'spec.to',
        facts: { service: traitsOf(situation.service).selectsPods ? 'headless' : 'alias' },
      };
    },
    command: (situation) => describeEntrance(situation, entrancesOf(situation)[0]),
  },
];
