/** A Service's `.spec` as the in-memory API server works on it, and the questions that its parts ask about it. */
import type { Service } from '../../../src/domain/k8s/objects';

export type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

/** Fields that an API server gives values to; all others are carried along as they are. */
export interface HeldSpec {
  type?: string;
  clusterIP?: string;
  clusterIPs?: string[];
  ipFamilies?: string[];
  ipFamilyPolicy?: string;
  ports?: ServicePort[];
  selector?: Record<string, string>;
  sessionAffinity?: string;
  sessionAffinityConfig?: { clientIP?: { timeoutSeconds?: number } };
  externalIPs?: string[];
  externalName?: string;
  externalTrafficPolicy?: string;
  internalTrafficPolicy?: string;
  healthCheckNodePort?: number;
  allocateLoadBalancerNodePorts?: boolean;
  loadBalancerClass?: string;
  loadBalancerIP?: string;
  loadBalancerSourceRanges?: string[];
  publishNotReadyAddresses?: boolean;
}

export const isAlias = ({ type }: HeldSpec): boolean => type === 'ExternalName';
export const isHeadless = ({ clusterIPs = [] }: HeldSpec): boolean =>
  clusterIPs.length === 1 && clusterIPs[0] === 'None';
export const isLoadBalancer = ({ type }: HeldSpec): boolean => type === 'LoadBalancer';
export const hasNodePorts = (spec: HeldSpec): boolean => spec.type === 'NodePort' || isLoadBalancer(spec);
/** Its ports without a node port are given one. */
export const allocatesNodePorts = (spec: HeldSpec): boolean =>
  spec.type === 'NodePort' || (isLoadBalancer(spec) && spec.allocateLoadBalancerNodePorts !== false);
export const needsHealthCheck = (spec: HeldSpec): boolean =>
  isLoadBalancer(spec) && spec.externalTrafficPolicy === 'Local';
/** From outside of the cluster: by node ports, or by external IPs. */
export const isReachedFromOutside = (spec: HeldSpec): boolean =>
  hasNodePorts(spec) || (spec.type === 'ClusterIP' && (spec.externalIPs ?? []).length > 0);
export const hasSelector = ({ selector = {} }: HeldSpec): boolean => Object.keys(selector).length > 0;
export const familyOf = (ip: string): string => (ip.includes(':') ? 'IPv6' : 'IPv4');
export const isSameList = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((entry, index) => entry === other[index]);
export const hasSameAddresses = (one: HeldSpec, other: HeldSpec): boolean =>
  (one.clusterIP ?? '') === (other.clusterIP ?? '') && isSameList(one.clusterIPs, other.clusterIPs);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Leaves out what the API's JSON leaves out: fields without a value, and `false` where that is the default. */
export const withoutEmpty = (spec: HeldSpec): HeldSpec =>
  Object.fromEntries(
    Object.entries(spec).filter(
      ([field, value]) => !isEmpty(value) || (field === 'allocateLoadBalancerNodePorts' && value === false),
    ),
  );
