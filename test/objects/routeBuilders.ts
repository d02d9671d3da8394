/** Routes and Ingresses to the Service `backend` as the API server returns them, for tests. */
import type { Ingress, Route } from '../../src/domain/k8s/objects';
import type { Situation } from '../../src/domain/diagnosis/situation';
import { NAMESPACE, SERVICE_NAME } from './builders';
import { aReachedVm, aSituation } from './diagnosis';
import type { ServiceOptions } from './serviceBuilders';

/** What one router says of a Route. */
export const saidBy = (routerName: string, status: string, more: { reason?: string; message?: string } = {}) => ({
  routerName,
  conditions: [{ type: 'Admitted', status, ...more }],
});

/** Admitted by the router `default` unless said otherwise. */
export const aRoute = (
  spec: Partial<Route['spec']> = {},
  status: Route['status'] = { ingress: [saidBy('default', 'True')] },
  metadata: Route['metadata'] = {},
): Route => ({
  metadata: { name: 'shop', namespace: NAMESPACE, uid: 'route-shop', ...metadata },
  spec: { to: { kind: 'Service', name: SERVICE_NAME }, ...spec },
  status,
});

export const anIngress = (port: { name?: string; number?: number }, spec: Ingress['spec'] = {}): Ingress => ({
  metadata: { name: 'web', namespace: NAMESPACE },
  spec: { rules: [{ http: { paths: [{ backend: { service: { name: SERVICE_NAME, port } } }] } }], ...spec },
});

/** All is well, with these Routes and no Ingress. */
export const led = (routes: readonly Route[], more: Partial<Situation> = {}): Situation => ({
  ...aSituation(aReachedVm()),
  routes,
  ingresses: [],
  ...more,
});

/** The same for a Service of these ports. */
export const ledTo = (ports: NonNullable<ServiceOptions['ports']>, routes: readonly Route[]): Situation => ({
  ...led(routes),
  service: aSituation(aReachedVm(), { ports }).service,
});
