import { nameOf, type Route } from '../../../k8s/objects';
import { admissionConditions } from '../../../k8s/routeAdmission';
import { millisecondsOf } from '../../../k8s/timestamp';
import { PATIENCE_MS } from '../../patience';
import type { RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { objectOf } from '../selector/whereFound';
import { describeRoute, firstRouteWhere, mayHaveEntrance } from './routesTo';

/** What the routers say of a Route. */
export interface RouteAdmissionFacts {
  /** of the condition Admitted; the router that refused it, and those that admitted it all the same */
  R2: {
    readonly reason: string | undefined;
    readonly message: string | undefined;
    readonly router: string | undefined;
    readonly admittedBy: readonly string[];
  };
  /** new while no answer is to be expected yet */
  R8: { readonly isNew: boolean };
}

const saidOf = (route: Route, status: 'True' | 'False') =>
  admissionConditions(route).filter((condition) => condition.status === status);
const isAdmitted = (route: Route): boolean => saidOf(route, 'True').length > 0;
const isRefused = (route: Route): boolean => saidOf(route, 'False').length > 0;

/** A Route that all refuse before one that only some do. */
const refusedRoute = (situation: Situation): Route | undefined =>
  firstRouteWhere(situation, (route) => isRefused(route) && !isAdmitted(route)) ??
  firstRouteWhere(situation, isRefused);

const unansweredRoute = (situation: Situation): Route | undefined =>
  firstRouteWhere(situation, (route) => !isRefused(route) && !isAdmitted(route));

const isYoung = ({ metadata }: Route, { now }: Situation): boolean => {
  const made = millisecondsOf(metadata?.creationTimestamp);
  return now !== undefined && made !== undefined && now - made < PATIENCE_MS;
};

/** Whether routers serve a Route. What is said of one leaves the others as they are. */
export const routeAdmissionRules: RulesOf<RouteAdmissionFacts> = [
  {
    code: 'R2',
    grade: 'blocking',
    hop: 'Route',
    onlyPartly: true,
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const route = refusedRoute(situation);
      const [condition] = route ? saidOf(route, 'False') : [];
      if (!route || !condition) return undefined;
      const { reason, message, router } = condition;
      return {
        ...(isAdmitted(route) ? { grade: 'limitation' } : { isPartial: true }),
        object: objectOf('Route', nameOf(route)),
        field: 'status.ingress[].conditions[Admitted]',
        facts: { reason, message, router, admittedBy: saidOf(route, 'True').map((other) => other.router ?? '') },
      };
    },
    command: (situation) => describeRoute(situation, refusedRoute(situation)),
  },
  {
    code: 'R8',
    grade: 'blocking',
    hop: 'Route',
    onlyPartly: true,
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const route = unansweredRoute(situation);
      if (!route) return undefined;
      const isNew = isYoung(route, situation);
      return {
        ...(isNew ? { grade: 'note' } : {}),
        object: objectOf('Route', nameOf(route)),
        field: 'status.ingress',
        facts: { isNew },
        isPartial: true,
      };
    },
    command: (situation) => describeRoute(situation, unansweredRoute(situation)),
  },
];
