import { nameOf, type Ingress, type Route, type Service } from './objects';

/** A Route or an Ingress. */
export interface Door {
  readonly kind: 'Route' | 'Ingress';
  readonly name: string;
}

const backends = ({ spec }: Ingress): (string | undefined)[] => [
  spec?.defaultBackend?.service?.name,
  ...(spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend.service?.name)),
];

/** The Service names that a Route leads to; `alternateBackends` share its traffic by weight (route.openshift.io/v1). */
const targetsOf = ({ spec }: Route): string[] =>
  [spec.to, ...((spec as { readonly alternateBackends?: readonly Route['spec']['to'][] }).alternateBackends ?? [])].flatMap(({ kind, name }) => (kind === 'Service' ? [name] : []));

/** The Routes and Ingresses of the namespace that lead to a Service; those of a list that was not read are not among them. */
export function leadingTo(service: Service, routes: readonly Route[] | undefined, ingresses: readonly Ingress[] | undefined): Door[] {
  const name = nameOf(service);
  return [
    ...(routes ?? []).filter((route) => targetsOf(route).includes(name)).map((route): Door => ({ kind: 'Route', name: nameOf(route) })),
    ...(ingresses ?? []).filter((ingress) => backends(ingress).includes(name)).map((ingress): Door => ({ kind: 'Ingress', name: nameOf(ingress) })),
  ];
}
