import { aRoute, anIngress, led } from '../../../../../test/objects/routeBuilders';
import { nameOf } from '../../../k8s/objects';
import {
  describeEntrance,
  describeRoute,
  entrancesOf,
  firstRouteWhere,
  mayHaveEntrance,
  unusedRoute,
} from './routesTo';

const ALL = () => true;
const unused = aRoute({ to: { kind: 'Service', name: 'backend', weight: 0 } }, undefined, { name: 'unused' });

it('a Route that sends nothing is apart from those that do', () => {
  const situation = led([unused, aRoute()], { ingresses: [anIngress({ number: 80 })] });
  expect(entrancesOf(situation).map(({ name }) => name)).toEqual(['shop', 'web']);
  expect([unusedRoute(situation), firstRouteWhere(situation, ALL)].map((route) => route && nameOf(route))).toEqual([
    'unused',
    'shop',
  ]);
});

it('there may be an entrance until all was read', () => {
  expect([led([]), led([unused]), led([], { ingresses: undefined })].map(mayHaveEntrance)).toEqual([false, true, true]);
});

it('the very object is described, or all Routes', () => {
  const situation = led([aRoute()], { ingresses: [anIngress({ number: 80 })] });
  expect(describeRoute(situation, aRoute())).toBe('oc describe route shop -n prod2');
  expect(describeRoute(situation, undefined)).toBe('oc describe route -n prod2');
  expect(describeEntrance(situation, entrancesOf(situation)[1])).toBe('oc describe ingress web -n prod2');
});
