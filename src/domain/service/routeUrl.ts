import { admissionConditions } from '../k8s/routeAdmission';
import type { Route } from '../k8s/objects';

/** The URL of a Route for a browser, and whether a router has admitted the Route. */
export interface RouteState {
  /** undefined while it has no host */
  readonly url: string | undefined;
  readonly isAdmitted: boolean;
  /** why a router did not take it, in its own words */
  readonly refusal: string | undefined;
}

/** Reads where a Route leads from. Its host is the one that a router has taken, else the one that it asks for. */
export function routeState(route: Route): RouteState {
  const taken = (route.status?.ingress ?? []).find(({ conditions }) =>
    (conditions ?? []).some(({ type, status }) => type === 'Admitted' && status === 'True'),
  );
  const host = taken?.host ?? route.spec.host;
  const refused = admissionConditions(route).find(({ status }) => status === 'False');
  return {
    url: host ? `${route.spec.tls ? 'https' : 'http'}://${host}${route.spec.path ?? '/'}` : undefined,
    isAdmitted: taken !== undefined,
    refusal: !taken && refused ? [refused.reason, refused.message].filter(Boolean).join(': ') : undefined,
  };
}
