import type { Service } from './objects';

/**
 * Who can connect to the VMs. `Headless` is a Service of type ClusterIP without an address of its own (`clusterIP:
 * None`), `Route` one with an address and a Route before it; the others are types of the API.
 */
export type ExposedType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'Route' | 'Headless' | 'ExternalName';

/** The names that the API itself has for types. */
const API_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const satisfies readonly ExposedType[];

/** What sets one type of Service apart from another. Code asks these traits and never compares the names of types. */
export interface TypeTraits {
  /** `spec.type` in the API */
  readonly apiType: (typeof API_TYPES)[number];
  /** it finds pods by a selector and sends them traffic on its ports; false for an alias of an outside name */
  readonly selectsPods: boolean;
  /** it is of no use without at least one port, though the API takes a headless one without */
  readonly needsPorts: boolean;
  /** the cluster assigns it a virtual IP address, which kube-proxy serves */
  readonly hasClusterIp: boolean;
  /** every node opens a port for it, and external traffic has a policy */
  readonly hasNodePorts: boolean;
  /** a load balancer provider assigns it an external address */
  readonly hasLoadBalancer: boolean;
  /** a Route of the same name stands before it */
  readonly makesRoute: boolean;
  /** each VM gets a DNS name of its own, which asks for `subdomain` in its template */
  readonly namesVms: boolean;
  /** where clients that connect to the VMs stand; `none` where the type lets nobody connect to a VM */
  readonly clients: 'inside' | 'outside' | 'none';
  /** it is of no use without its one VM, so that VM may own it */
  readonly isOwnable: boolean;
}

const IN_CLUSTER = {
  apiType: 'ClusterIP',
  selectsPods: true,
  needsPorts: true,
  hasClusterIp: true,
  hasNodePorts: false,
  hasLoadBalancer: false,
  makesRoute: false,
  namesVms: false,
  clients: 'inside',
  isOwnable: true,
} as const;

/** The types of Services and their traits, in the order in which they are offered. */
export const TYPES = {
  ClusterIP: IN_CLUSTER,
  Headless: { ...IN_CLUSTER, hasClusterIp: false, namesVms: true },
  Route: { ...IN_CLUSTER, clients: 'outside', makesRoute: true },
  LoadBalancer: {
    ...IN_CLUSTER,
    clients: 'outside',
    apiType: 'LoadBalancer',
    hasNodePorts: true,
    hasLoadBalancer: true,
  },
  NodePort: { ...IN_CLUSTER, clients: 'outside', apiType: 'NodePort', hasNodePorts: true },
  ExternalName: {
    ...IN_CLUSTER,
    clients: 'none',
    apiType: 'ExternalName',
    selectsPods: false,
    needsPorts: false,
    hasClusterIp: false,
    isOwnable: false,
  },
} as const satisfies Record<ExposedType, TypeTraits>;

export const EXPOSED_TYPES = Object.keys(TYPES) as readonly ExposedType[];

/** The types for clients at one place, in the order in which they are offered. */
export const typesFor = (clients: TypeTraits['clients']): ExposedType[] =>
  EXPOSED_TYPES.filter((type) => TYPES[type].clients === clients);

/**
 * The type of an existing Service. A Route is an object of its own, so `Route` is never the type of a Service that is
 * read.
 */
export function exposedTypeOf({ spec }: Pick<Service, 'spec'>): ExposedType {
  if (spec?.clusterIP === 'None' && (spec.type ?? 'ClusterIP') === 'ClusterIP') return 'Headless';
  return API_TYPES.find((type) => type === spec?.type) ?? 'ClusterIP';
}

/** The traits of an existing Service. */
export const traitsOf = (service: Pick<Service, 'spec'>): TypeTraits => TYPES[exposedTypeOf(service)];
