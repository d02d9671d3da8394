import { nameOf, type Ingress, type IngressBackend, type Route, type Service } from './objects';

/** A way into a Service: a Route, or one backend of an Ingress. */
export interface Entrance {
  readonly kind: 'Route' | 'Ingress';
  readonly name: string;
  /** the port of the Service that it asks for; undefined asks for none */
  readonly port: string | number | undefined;
  readonly route?: Route;
}

const backendsOf = ({ spec }: Ingress): readonly (IngressBackend | undefined)[] => [
  spec?.defaultBackend,
  ...(spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend)),
];

/** The Service names that a Route leads to; `alternateBackends` share its traffic by weight (route.openshift.io/v1). */
const targetsOf = ({ spec }: Route): string[] =>
  [
    spec.to,
    ...((spec as { readonly alternateBackends?: readonly Route['spec']['to'][] }).alternateBackends ?? []),
  ].flatMap(({ kind, name }) => (kind === 'Service' ? [name] : []));

/** The Routes and the backends of Ingresses of the namespace that lead to a Service; those of a list that was not read are not among them. */
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
