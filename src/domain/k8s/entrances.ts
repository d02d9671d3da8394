import { nameOf, type Ingress, type IngressBackend, type Route, type RouteBackend, type Service } from './objects';

/** An entrance to a Service from outside: a Route, or one backend of an Ingress. */
export interface Entrance {
  readonly kind: 'Route' | 'Ingress';
  readonly name: string;
  /** the port of the Service that it names; undefined when it names none */
  readonly port: string | number | undefined;
  readonly route?: Route;
  /** false where OpenShift's router sends the Service nothing by it: a weight of 0, an Ingress of another controller */
  readonly isByRouter: boolean;
}

const backendsOf = ({ spec }: Ingress): readonly (IngressBackend | undefined)[] => [
  spec?.defaultBackend,
  ...(spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend)),
];

/** All that a Route sends traffic to; `alternateBackends` share it by weight (route.openshift.io/v1). */
export const routeBackends = ({ spec }: Route): readonly RouteBackend[] => [spec.to, ...(spec.alternateBackends ?? [])];

/**
 * The share of a Route's traffic that goes to a Service; undefined where it names the Service nowhere. A missing weight
 * is no 0 (the API server writes 100), a negative one is (openshift/router, `getServiceUnitWeight`).
 */
const weightFor = (service: Service, route: Route): number | undefined =>
  routeBackends(route)
    .filter(({ kind, name }) => kind === 'Service' && name === nameOf(service))
    .map(({ weight }) => Math.max(weight ?? 100, 0))
    .at(-1);

/** Of an Ingress without a class, and of this one, OpenShift makes Routes (openshift/route-controller-manager). */
const OPENSHIFT_CLASS = 'openshift-default';

/**
 * The Routes and Ingress backends of a namespace that send traffic to a Service; undefined lists (not read) add none.
 */
export function entrancesTo(
  service: Service,
  routes: readonly Route[] | undefined,
  ingresses: readonly Ingress[] | undefined,
): Entrance[] {
  const name = nameOf(service);
  return [
    ...(routes ?? []).flatMap((route): Entrance[] => {
      const weight = weightFor(service, route);
      const port = route.spec.port?.targetPort;
      return weight === undefined ? [] : [{ kind: 'Route', name: nameOf(route), port, route, isByRouter: weight > 0 }];
    }),
    ...(ingresses ?? []).flatMap((ingress) =>
      backendsOf(ingress).flatMap((backend): Entrance[] =>
        backend?.service?.name === name
          ? [
              {
                kind: 'Ingress',
                name: nameOf(ingress),
                port: backend.service.port?.name ?? backend.service.port?.number,
                isByRouter: (ingress.spec?.ingressClassName ?? OPENSHIFT_CLASS) === OPENSHIFT_CLASS,
              },
            ]
          : [],
      ),
    ),
  ];
}
