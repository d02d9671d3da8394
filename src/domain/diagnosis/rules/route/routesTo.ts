import { entrancesTo, type Entrance } from '../../../k8s/entrances';
import { nameOf, type Route } from '../../../k8s/objects';
import { shellWords } from '../../../k8s/shellQuote';
import type { Situation } from '../../situation';

/** The Routes and Ingress backends that point to the Service, of what could be read. */
const allEntrances = ({ service, routes, ingresses }: Situation): Entrance[] => entrancesTo(service, routes, ingresses);

/** Those that send it traffic: what else is wrong with a Route that gives it a weight of 0 makes no difference. */
export const entrancesOf = (situation: Situation): Entrance[] =>
  allEntrances(situation).filter(({ kind, isByRouter }) => kind === 'Ingress' || isByRouter);

/** False only where all was read and nothing points to the Service. */
export const mayHaveEntrance = (situation: Situation): boolean =>
  situation.routes === undefined || situation.ingresses === undefined || allEntrances(situation).length > 0;

/** The first Route that gives the Service none of its traffic. */
export const unusedRoute = (situation: Situation): Route | undefined =>
  allEntrances(situation).find(({ route, isByRouter }) => route && !isByRouter)?.route;

/** The first Route to the Service that is as asked. */
export const firstRouteWhere = (situation: Situation, is: (route: Route) => boolean): Route | undefined =>
  entrancesOf(situation)
    .flatMap(({ route }) => route ?? [])
    .find(is);

/** Describes one Route or Ingress; where a rule found none, all Routes. */
const describe = (situation: Situation, kind: Entrance['kind'] = 'Route', name?: string): string =>
  shellWords(
    ...['oc', 'describe', kind.toLowerCase(), ...(name === undefined ? [] : [name])],
    ...['-n', situation.service.metadata?.namespace ?? ''],
  );
export const describeRoute = (situation: Situation, route: Route | undefined): string =>
  describe(situation, 'Route', route && nameOf(route));
export const describeEntrance = (situation: Situation, entrance: Entrance | undefined): string =>
  describe(situation, entrance?.kind, entrance?.name);
