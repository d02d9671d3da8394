/** Where the router ends TLS: nowhere (plain HTTP), at itself, or not at all because the VM does. */
export type RouteTermination = 'none' | 'edge' | 'passthrough' | 'reencrypt';
export const ROUTE_TERMINATIONS: readonly RouteTermination[] = ['edge', 'none', 'passthrough', 'reencrypt'];

/** What the router does with plain HTTP to a host that has TLS; empty: nothing is served there. */
export const INSECURE_POLICIES = ['Redirect', 'Allow'] as const;

/** A Route as the person types it. */
export interface RouteDraft {
  /** empty: the router generates one */
  readonly host: string;
  readonly path: string;
  readonly termination: RouteTermination;
  readonly insecurePolicy: string;
  /** PEM, for re-encryption to a certificate that the cluster's own service CA did not sign */
  readonly destinationCa: string;
  /** the draft's port that the router sends traffic to */
  readonly portIndex: number;
}

export const NEW_ROUTE: RouteDraft = {
  host: '',
  path: '',
  termination: 'edge',
  insecurePolicy: 'Redirect',
  destinationCa: '',
  portIndex: 0,
};

/** Ports whose servers do not speak HTTP, so a router cannot serve them. */
const NOT_HTTP: ReadonlySet<string> = new Set([
  '21',
  '22',
  '23',
  '25',
  '53',
  '110',
  '143',
  '389',
  '445',
  '636',
  '1433',
  '1521',
  '3306',
  '3389',
  '5432',
  '5900',
  '6379',
  '27017',
]);

/** True when a number is known for something that no router can pass on, other than as TLS that names its host. */
export const isKnownNotHttp = (targetPort: string): boolean => NOT_HTTP.has(targetPort);
