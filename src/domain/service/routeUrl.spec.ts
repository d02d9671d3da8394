import type { Route } from '../k8s/objects';
import { routeState } from './routeUrl';

const route = (spec: Partial<Route['spec']>, admitted?: string): Route => ({
  spec: { to: { kind: 'Service', name: 'backend' }, ...spec },
  ...(admitted
    ? {
        status: {
          ingress: [
            {
              host: spec.host ?? '',
              conditions: [{ type: 'Admitted', status: admitted, reason: 'HostAlreadyClaimed', message: 'taken' }],
            },
          ],
        },
      }
    : {}),
});

describe('a Route', () => {
  it.each<[Route, ReturnType<typeof routeState>]>([
    [route({}), { url: undefined, isAdmitted: false, refusal: undefined }],
    [route({ host: 'a.example.com' }, 'True'), { url: 'http://a.example.com/', isAdmitted: true, refusal: undefined }],
    [
      route({ host: 'a.example.com', path: '/x', tls: { termination: 'edge' } }, 'True'),
      { url: 'https://a.example.com/x', isAdmitted: true, refusal: undefined },
    ],
    [
      route({ host: 'a.example.com' }, 'False'),
      { url: 'http://a.example.com/', isAdmitted: false, refusal: 'HostAlreadyClaimed: taken' },
    ],
  ])('%j: %j', (found, state) => {
    expect(routeState(found)).toEqual(state);
  });
});
