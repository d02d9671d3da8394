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

it('finds nothing in what was not read', () => expect(entrancesTo(aService(), undefined, undefined)).toEqual([]));
