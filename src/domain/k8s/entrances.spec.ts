import { aService } from '../../../test/objects/serviceBuilders';
import { entrancesTo } from './entrances';
import type { Ingress, Route } from './objects';

const to = (name: string, kind = 'Service') => ({ kind, name });
const route = (name: string, spec: object): Route => ({
  kind: 'Route',
  metadata: { name },
  spec: spec as Route['spec'],
});
const ingress = (name: string, spec: Ingress['spec']): Ingress => ({
  kind: 'Ingress',
  metadata: { name },
  ...(spec ? { spec } : {}),
});
const backend = { service: { name: 'backend', port: { number: 80 } } };

it('finds Routes and Ingresses by every way that they name a Service', () => {
  const routes = [
    route('shop', { to: to('backend') }),
    route('split', { to: to('other'), alternateBackends: [to('backend')] }),
    route('other', { to: to('other') }),
    route('odd', { to: to('backend', 'Other') }),
  ];
  const ingresses = [
    ingress('default', { defaultBackend: backend }),
    ingress('paths', { rules: [{ host: 'a', http: { paths: [{ path: '/', backend }] } }] }),
    ingress('none', undefined),
    ingress('host-only', { rules: [{ host: 'a' }] }),
  ];
  expect(entrancesTo(aService(), routes, ingresses).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'Route shop',
    'Route split',
    'Ingress default',
    'Ingress paths',
  ]);
});

it.each<[string, Route | Ingress, boolean]>([
  ['a Route without weights', route('a', { to: to('backend') }), true],
  ['a Route that gives it a share', route('a', { to: { ...to('backend'), weight: 1 } }), true],
  ['a Route that gives it none', route('a', { to: { ...to('backend'), weight: 0 } }), false],
  [
    'a Route that gives it none of what is shared',
    route('a', { to: to('other'), alternateBackends: [{ ...to('backend'), weight: 0 }] }),
    false,
  ],
  ['an Ingress of no class', ingress('a', { defaultBackend: backend }), true],
  ['an Ingress of the router', ingress('a', { ingressClassName: 'openshift-default', defaultBackend: backend }), true],
  ['an Ingress of another controller', ingress('a', { ingressClassName: 'nginx', defaultBackend: backend }), false],
])('%s is by the router: %s', (_, object, isByRouter) => {
  const [routes, ingresses] = object.kind === 'Route' ? [[object as Route], []] : [[], [object as Ingress]];
  expect(entrancesTo(aService(), routes, ingresses)).toMatchObject([{ isByRouter }]);
});

it('finds nothing in what was not read', () => expect(entrancesTo(aService(), undefined, undefined)).toEqual([]));
