import { shellWords } from '../../k8s/shellQuote';
import { slicesOf } from '../../k8s/endpoints';
import { patchStep } from '../../steps/patchStep';
import { admissionConditions } from '../../k8s/routeAdmission';
import { leadingTo, type Door } from '../../k8s/leadingTo';
import { namespaceOf, nameOf, type Route, type Service } from '../../k8s/objects';
import { isKnownNotHttp } from '../../service/routeDraft';
import type { Finding, Rule, Situation } from '../rule';

/** The ways into the Service, of what could be read. */
const doorsOf = ({ service, routes, ingresses }: Situation): Door[] => leadingTo(service, routes, ingresses);

/** False only where all was read and nothing leads here. */
const isLedTo = (situation: Situation): boolean =>
  situation.routes === undefined || situation.ingresses === undefined || doorsOf(situation).length > 0;

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

/**
 * By what a Route may ask for a port of the Service: its name, or the number at the pod. The router compares both with the
 * endpoints (openshift/router, `endpointsForAlias`), and for neither matching it leads nowhere; the Service port's own
 * number is none of them. A target port by name has a number only in the slices.
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

/** True for a number that a target port by name may come to, while no slice says what it comes to. */
const mayBeAtPod = (situation: Situation, own: ServicePort, { kind, port }: Door): boolean =>
  kind === 'Route' && /^\d+$/.test(String(port)) && namesForRoute(own, situation).every((name) => name === own.name);

const hasPort = (situation: Situation, leading: Door): boolean =>
  leading.port === undefined ||
  (situation.service.spec?.ports ?? []).some(
    (own) =>
      namesOf(own, leading.kind, situation).includes(String(leading.port)) || mayBeAtPod(situation, own, leading),
  );

const missing = (situation: Situation): Door | undefined =>
  doorsOf(situation).find((leading) => !hasPort(situation, leading));
const routesOf = (situation: Situation): Route[] => doorsOf(situation).flatMap(({ route }) => route ?? []);

/** What a router said against a Route that no other has taken either. */
function refused(route: Route) {
  const conditions = admissionConditions(route);
  return conditions.some(({ status }) => status === 'True')
    ? undefined
    : conditions.find(({ status }) => status === 'False');
}

/** The number that a Route's port comes to at the VM. */
function targetOf(situation: Situation, { spec }: Route): number | undefined {
  const ports = situation.service.spec?.ports ?? [];
  const wanted = spec.port?.targetPort;
  const own =
    wanted === undefined ? ports[0] : ports.find((port) => namesForRoute(port, situation).includes(String(wanted)));
  const target: string | number | undefined = own?.targetPort ?? own?.port;
  return typeof target === 'number' ? target : undefined;
}

/** Asks for what a rule has found; where it found nothing, for all. */
const describe =
  (found: (situation: Situation) => Pick<Finding['object'], 'kind' | 'name'> | undefined) =>
  (situation: Situation): string => {
    const { kind = 'Route', name } = found(situation) ?? {};
    return shellWords(
      'oc',
      'describe',
      kind.toLowerCase(),
      ...(name ? [name] : []),
      '-n',
      namespaceOf(situation.service),
    );
  };

/** The first Route that leads to the Service and is so. */
const routeThat =
  (isSo: (route: Route, situation: Situation) => unknown) =>
  (situation: Situation): Route | undefined =>
    routesOf(situation).find((route) => isSo(route, situation));
const objectOf =
  (find: (situation: Situation) => Route | undefined) =>
  (situation: Situation): Finding['object'] | undefined => {
    const route = find(situation);
    return route && { kind: 'Route', name: nameOf(route) };
  };

const refusedRoute = routeThat(refused);
const notHttpRoute = routeThat((route, situation) => isKnownNotHttp(String(targetOf(situation, route) ?? '')));
/** The other end decides how TLS is; only what can hardly be meant is told. */
const oddTlsRoute = routeThat((route, situation) => {
  const target = targetOf(situation, route);
  const termination = route.spec.tls?.termination;
  const endsBehind = termination === 'passthrough' || termination === 'reencrypt';
  return endsBehind ? target === 80 || target === 8080 : target === 443 || target === 8443;
});
const [ROUTE_PORT, INGRESS_PORT] = ['spec.port.targetPort', 'spec.rules[].http.paths[].backend.service.port'] as const;

/** Routes and Ingresses that lead to the Service. What is wrong with one leaves the other ways as they are. */
export const routeRules: readonly Rule[] = [
  {
    code: 'R1',
    grade: 'blocks',
    hop: 'Route',
    reads: ['routes'],
    concerns: isLedTo,
    detect: (situation) => {
      const leading = missing(situation);
      // an Ingress that could not be read may be wrong, too
      if (!leading) return situation.ingresses ? undefined : 'not-checked';
      return {
        object: { kind: leading.kind, name: leading.name },
        field: leading.route ? ROUTE_PORT : INGRESS_PORT,
        actual: String(leading.port),
        needed: (situation.service.spec?.ports ?? [])
          .flatMap((port) => namesOf(port, leading.kind, situation)[0] ?? [])
          .join(', '),
        isPartial: true,
      };
    },
    fix: (situation) => {
      const route = missing(situation)?.route;
      const [port] = situation.service.spec?.ports ?? [];
      // the port of a Route that only shares its traffic is the other Service's
      if (!route || !port || route.spec.to.name !== nameOf(situation.service)) return [];
      return patchStep(`route/${nameOf(route)}`, 'Route', route, {
        of: 'route',
        before: route.spec.port?.targetPort ?? null,
        after: port.name || (port.targetPort ?? port.port),
      });
    },
    command: describe(missing),
  },
  {
    code: 'R2',
    grade: 'blocks',
    hop: 'Route',
    reads: ['routes'],
    concerns: isLedTo,
    detect: (situation) => {
      const route = refusedRoute(situation);
      const condition = route && refused(route);
      return (
        condition && {
          object: { kind: 'Route', name: nameOf(route) },
          field: 'status.ingress[].conditions[Admitted]',
          actual: [condition.reason, condition.message].filter(Boolean).join(': '),
          needed: 'True',
          isPartial: true,
        }
      );
    },
    command: describe(objectOf(refusedRoute)),
  },
  {
    code: 'R3',
    grade: 'caveat',
    hop: 'Route',
    reads: ['routes'],
    concerns: isLedTo,
    detect: (situation) => {
      const route = notHttpRoute(situation);
      return (
        route && {
          object: { kind: 'Route', name: nameOf(route) },
          field: 'spec.port.targetPort',
          actual: String(targetOf(situation, route)),
          needed: 'LoadBalancer, NodePort',
        }
      );
    },
    command: describe(objectOf(notHttpRoute)),
  },
  {
    code: 'R4',
    grade: 'caveat',
    hop: 'Route',
    reads: ['routes'],
    concerns: isLedTo,
    detect: (situation) => {
      const route = oddTlsRoute(situation);
      return (
        route && {
          object: { kind: 'Route', name: nameOf(route) },
          field: 'spec.tls.termination',
          actual: route.spec.tls?.termination ?? 'none',
          needed: String(targetOf(situation, route)),
        }
      );
    },
    command: describe(objectOf(oddTlsRoute)),
  },
  {
    code: 'R5',
    grade: 'caveat',
    hop: 'Route',
    reads: ['routes'],
    concerns: (situation) =>
      isLedTo(situation) &&
      (situation.service.spec?.type === 'ExternalName' || situation.service.spec?.clusterIP === 'None'),
    detect: (situation) => {
      const [door] = doorsOf(situation);
      if (!door) return situation.ingresses ? undefined : 'not-checked';
      return {
        object: { kind: door.kind, name: door.name },
        field: 'spec.to',
        actual: situation.service.spec?.type === 'ExternalName' ? 'ExternalName' : 'headless',
        needed: 'ClusterIP',
      };
    },
    command: describe((situation) => doorsOf(situation)[0]),
  },
];
