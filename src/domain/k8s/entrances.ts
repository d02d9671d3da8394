import { nameOf, type Ingress, type IngressBackend, type Route, type Service } from './objects';

/** An entrance to a Service from outside: a Route, or one backend of an Ingress. */
export interface Entrance {
  readonly kind: 'Route' | 'Ingress';
  readonly name: string;
  /** the port of the Service that it names; undefined when it names none */
  readonly port: string | number | undefined;
  readonly route?: Route;
}

const backendsOf = ({ spec }: Ingress): readonly (IngressBackend | undefined)[] => [
  spec?.defaultBackend,
  ...(spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend)),
];

/**
 * The names of the Services that a Route sends traffic to; `alternateBackends` share its traffic by weight
 * (route.openshift.io/v1).
 */
const targetsOf = ({ spec }: Route): string[] =>
  [
    spec.to,
    ...((spec as { readonly alternateBackends?: readonly Route['spec']['to'][] }).alternateBackends ?? []),
  ].flatMap(({ kind, name }) => (kind === 'Service' ? [name] : []));

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
    ...(routes ?? [])
      .filter((route) => targetsOf(route).includes(name))
      .map((route): Entrance => ({ kind: 'Route', name: nameOf(route), port: route.spec.port?.targetPort, route })),
    ...(ingresses ?? []).flatMap((ingress) =>
      backendsOf(ingress).flatMap((backend): Entrance[] =>
        backend?.service?.name === name
          ? [
              {
                kind: 'Ingress',
                name: nameOf(ingress),
                port: backend.service.port?.name ?? backend.service.port?.number,
              },
            ]
          : [],
      ),
    ),
  ];
}
