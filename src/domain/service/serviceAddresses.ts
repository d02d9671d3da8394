import { traitsOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';

/**
 * Where an address of a Service comes from: the Service range, `spec.externalIPs`, a load balancer's provider, or
 * (ExternalName) another name.
 */
export type AddressOrigin = 'cluster' | 'external' | 'load-balancer' | 'alias';

export interface ServiceAddress {
  readonly origin: AddressOrigin;
  /** an IP address or a host name */
  readonly text: string;
}

/**
 * All addresses of a Service, the cluster's own first. Headless Services (`clusterIP: None`) have none of their own.
 */
export function serviceAddresses(service: Service): ServiceAddress[] {
  const { spec = {}, status } = service;
  if (!traitsOf(service).selectsPods) return spec.externalName ? [{ origin: 'alias', text: spec.externalName }] : [];
  const clusterIPs = (spec.clusterIPs ?? [spec.clusterIP]).filter((ip): ip is string => Boolean(ip) && ip !== 'None');
  const balanced = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
  return [
    ...clusterIPs.map((text) => ({ origin: 'cluster' as const, text })),
    ...(spec.externalIPs ?? []).map((text) => ({ origin: 'external' as const, text })),
    ...balanced.map((text) => ({ origin: 'load-balancer' as const, text })),
  ];
}

/** True for a load balancer whose provider has given no address yet. */
export const awaitsLoadBalancer = (service: Service): boolean =>
  traitsOf(service).hasLoadBalancer && (service.status?.loadBalancer?.ingress ?? []).length === 0;
