import { routeBackends } from '../../../k8s/entrances';
import { traitsOf } from '../../../k8s/exposedTypes';
import { nameOf, type Route, type RouteBackend } from '../../../k8s/objects';
import { isKnownNotHttp } from '../../../service/routeDraft';
import type { Found, NoFacts, RuleEntry, RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { objectOf } from '../selector/whereFound';
import { targetOf } from './routePorts';
import {
  describeEntrance,
  describeRoute,
  entrancesOf,
  firstRouteWhere,
  mayHaveEntrance,
  unusedRoute,
} from './routesTo';

/** What a Route passes on, to whom, and for whom. */
export interface RouteTrafficFacts {
  /** the port at the VM */
  R3: { readonly port: number | undefined };
  /** undefined where the Route has no TLS */
  R4: { readonly termination: string | undefined; readonly port: number | undefined };
  R5: { readonly service: 'alias' | 'headless' };
  /** the Services that get the traffic instead, with their weights */
  R7: { readonly others: readonly RouteBackend[] };
  R9: NoFacts;
  /** the addresses that may connect, as the annotation has them */
  R10: { readonly annotation: string; readonly ranges: string };
  R11: NoFacts;
}

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

/** Set on a Service that has the service CA make a certificate: then it is meant to be in the guest. */
const SERVING_CERT = /^service\.(alpha|beta)\.openshift\.io\/serving-cert-secret-name$/;
const hasServingCert = ({ service }: Situation): boolean =>
  Object.keys(service.metadata?.annotations ?? {}).some((key) => SERVING_CERT.test(key));

/** Without the CA the router takes only what the service CA signed for `<service>.<project>.svc`. */
const unverifiableRoute = (situation: Situation): Route | undefined =>
  hasServingCert(situation)
    ? undefined
    : firstRouteWhere(
        situation,
        ({ spec: { tls } }) => tls?.termination === 'reencrypt' && !tls.destinationCACertificate,
      );

const ALLOW_LISTS = ['ip_allowlist', 'ip_whitelist'].map((name) => `haproxy.router.openshift.io/${name}`);
/** Addresses and ranges with blanks between them; the router ignores an annotation that is anything else. */
const RANGES = /^[\da-f.:]+(\/\d+)?( +[\da-f.:]+(\/\d+)?)*$/i;

/** The annotation by which the router limits who may connect, unless it allows all. */
const allowListOf = ({ metadata }: Route): string | undefined => {
  const key = ALLOW_LISTS.find((candidate) => RANGES.test(metadata?.annotations?.[candidate] ?? ''));
  return key && !/\/0( |$)/.test(metadata?.annotations?.[key] ?? '') ? key : undefined;
};
const limitedRoute = (situation: Situation): Route | undefined =>
  firstRouteWhere(situation, (route) => allowListOf(route) !== undefined);

/** The router sends requests to endpoints itself, so kube-proxy's affinity never sees them. */
const routeBesideAffinity = (situation: Situation): Route | undefined =>
  situation.service.spec?.sessionAffinity === 'ClientIP' ? firstRouteWhere(situation, () => true) : undefined;

/** A rule that tells of the first Route that is so. */
const aboutRoute = <Code extends keyof RouteTrafficFacts>(
  code: Code,
  grade: 'limitation' | 'note',
  field: string,
  find: (situation: Situation) => Route | undefined,
  facts: (route: Route, situation: Situation) => RouteTrafficFacts[Code],
): RuleEntry<Code, RouteTrafficFacts[Code]> => ({
  code,
  grade,
  hop: 'Route',
  reads: ['routes'],
  concerns: mayHaveEntrance,
  detect: (situation): Found<RouteTrafficFacts[Code]> | undefined => {
    const route = find(situation);
    return route && { object: objectOf('Route', nameOf(route)), field, facts: facts(route, situation) };
  },
  command: (situation) => describeRoute(situation, find(situation)),
});

/** Routes and Ingresses that point to the Service. What is wrong with one leaves the others as they are. */
export const routeTrafficRules: RulesOf<RouteTrafficFacts> = [
  aboutRoute('R3', 'limitation', 'spec.port.targetPort', notHttpRoute, (route, situation) => ({
    port: targetOf(situation, route),
  })),
  aboutRoute('R4', 'limitation', 'spec.tls.termination', oddTlsRoute, (route, situation) => ({
    termination: route.spec.tls?.termination,
    port: targetOf(situation, route),
  })),
  {
    code: 'R5',
    grade: 'limitation',
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
  aboutRoute('R7', 'limitation', 'spec.to.weight, spec.alternateBackends[].weight', unusedRoute, (route) => ({
    others: routeBackends(route).filter(({ weight = 100 }) => weight > 0),
  })),
  aboutRoute('R9', 'limitation', 'spec.tls.destinationCACertificate', unverifiableRoute, () => ({})),
  aboutRoute('R10', 'limitation', 'metadata.annotations', limitedRoute, (route) => {
    const annotation = allowListOf(route) ?? '';
    return { annotation, ranges: route.metadata?.annotations?.[annotation] ?? '' };
  }),
  aboutRoute('R11', 'note', 'spec.sessionAffinity', routeBesideAffinity, () => ({})),
];
