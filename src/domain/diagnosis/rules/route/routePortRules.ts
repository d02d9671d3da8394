import type { Entrance } from '../../../k8s/entrances';
import type { RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { objectOf } from '../selector/whereFound';
import { isForRouter, nameRoutePort, namesOf, portsAsked, portsOf } from './routePorts';
import { describeEntrance, entrancesOf, mayHaveEntrance } from './routesTo';

/** The port of a Route or an Ingress that points to the Service. */
export interface RoutePortFacts {
  /** the port that is asked for, and by what each port of the Service could be asked for */
  R1: { readonly asked: string | number; readonly available: readonly string[] };
  /** the ports of the Service among which the router shares the requests */
  R6: { readonly ports: readonly string[] };
  /** the ports that are asked for */
  R12: { readonly ports: readonly string[] };
}

const [ROUTE_PORT, INGRESS_PORT] = ['spec.port.targetPort', 'spec.rules[].http.paths[].backend.service.port'] as const;

/** By what a Route or an Ingress could ask for each port of the Service. */
const bestNames = (situation: Situation, kind: Entrance['kind'], ports = portsOf(situation)): string[] =>
  ports.flatMap((port) => namesOf(port, kind, situation).slice(0, 1).map(String));

/** The first that asks for a port which the Service does not have, Routes before Ingresses. */
function entranceWithoutPort(situation: Situation): Entrance | undefined {
  const found = entrancesOf(situation).filter(
    (entrance) => entrance.port !== undefined && portsAsked(situation, entrance).length === 0,
  );
  return found.find(({ route }) => route) ?? found[0];
}

const routeEntrance = (situation: Situation, is: (entrance: Entrance) => boolean) =>
  entrancesOf(situation).find((entrance) => entrance.route && is(entrance));

/** The first Route that asks for nothing that the router can send to. */
const routeToUdp = (situation: Situation) =>
  routeEntrance(situation, (entrance) => {
    const asked = portsAsked(situation, entrance);
    return asked.length > 0 && !asked.some(isForRouter);
  });

/** The first Route that asks for none of several ports. */
const routeToAll = (situation: Situation) =>
  routeEntrance(situation, ({ port }) => port === undefined && portsOf(situation).filter(isForRouter).length > 1);

/** What port of the Service a Route or an Ingress asks for. What is wrong with one leaves the others as they are. */
export const routePortRules: RulesOf<RoutePortFacts> = [
  {
    code: 'R1',
    grade: 'blocking',
    hop: 'Route',
    onlyPartly: true,
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const entrance = entranceWithoutPort(situation);
      // an Ingress that was not read may be wrong, too, but nothing says that one points to the Service
      if (entrance?.port === undefined)
        return situation.ingresses ? undefined : { undecidedBy: ['ingresses'], leavesVerdict: true };
      const { kind, name, port: asked, route } = entrance;
      const found = { object: objectOf(kind, name), facts: { asked, available: bestNames(situation, kind) } };
      // the lists do not read Ingresses, whose Routes they read; so an Ingress alone never decides a verdict
      return route
        ? { ...found, field: ROUTE_PORT, isPartial: true }
        : { ...found, field: INGRESS_PORT, grade: 'limitation' };
    },
    fix: (situation) => {
      const route = entranceWithoutPort(situation)?.route;
      return route ? nameRoutePort(situation, route) : [];
    },
    command: (situation) => describeEntrance(situation, entranceWithoutPort(situation)),
  },
  {
    code: 'R12',
    grade: 'blocking',
    hop: 'Route',
    onlyPartly: true,
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const entrance = routeToUdp(situation);
      return (
        entrance && {
          object: objectOf('Route', entrance.name),
          field: ROUTE_PORT,
          facts: { ports: bestNames(situation, 'Route', portsAsked(situation, entrance)) },
          isPartial: true,
        }
      );
    },
    command: (situation) => describeEntrance(situation, routeToUdp(situation)),
  },
  {
    code: 'R6',
    grade: 'limitation',
    hop: 'Route',
    reads: ['routes'],
    concerns: mayHaveEntrance,
    detect: (situation) => {
      const entrance = routeToAll(situation);
      return (
        entrance && {
          object: objectOf('Route', entrance.name),
          field: ROUTE_PORT,
          facts: { ports: bestNames(situation, 'Route', portsOf(situation).filter(isForRouter)) },
        }
      );
    },
    fix: (situation) => {
      const route = routeToAll(situation)?.route;
      return route ? nameRoutePort(situation, route) : [];
    },
    command: (situation) => describeEntrance(situation, routeToAll(situation)),
  },
];
