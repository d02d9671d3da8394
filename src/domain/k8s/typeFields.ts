import { TYPES, type ExposedType, type TypeTraits } from './exposedTypes';
import type { Service } from './objects';

type ServiceSpec = Readonly<Record<string, unknown>>;

const hasExternalAddresses = ({ externalIPs }: ServiceSpec): boolean =>
  Array.isArray(externalIPs) && externalIPs.length > 0;

/**
 * Fields of a Service's spec that only some types may have. On others the API server refuses them with 422 (such as
 * `allocateLoadBalancerNodePorts`, seen on kube-apiserver 1.34), or nothing reads them. Of fields that are not listed
 * every type may have any.
 */
const MAY_HAVE: Readonly<Record<string, (traits: TypeTraits, spec: ServiceSpec) => boolean>> = {
  allocateLoadBalancerNodePorts: ({ hasLoadBalancer }) => hasLoadBalancer,
  clusterIP: ({ selectsPods }) => selectsPods,
  clusterIPs: ({ selectsPods }) => selectsPods,
  externalIPs: ({ hasClusterIp }) => hasClusterIp,
  externalName: ({ selectsPods }) => !selectsPods,
  externalTrafficPolicy: ({ hasNodePorts, hasClusterIp }, spec) =>
    hasNodePorts || (hasClusterIp && hasExternalAddresses(spec)),
  healthCheckNodePort: ({ hasLoadBalancer }, spec) => hasLoadBalancer && spec.externalTrafficPolicy === 'Local',
  internalTrafficPolicy: ({ selectsPods }) => selectsPods,
  ipFamilies: ({ selectsPods }) => selectsPods,
  ipFamilyPolicy: ({ selectsPods }) => selectsPods,
  loadBalancerClass: ({ hasLoadBalancer }) => hasLoadBalancer,
  loadBalancerIP: ({ hasLoadBalancer }) => hasLoadBalancer,
  loadBalancerSourceRanges: ({ hasLoadBalancer }) => hasLoadBalancer,
  publishNotReadyAddresses: ({ selectsPods }) => selectsPods,
  sessionAffinity: ({ hasClusterIp }) => hasClusterIp,
  sessionAffinityConfig: ({ hasClusterIp }, spec) => hasClusterIp && spec.sessionAffinity === 'ClientIP',
  trafficDistribution: ({ selectsPods }) => selectsPods,
};

/** True when a Service of that type may have the field. */
export const mayHave = (type: ExposedType, field: string, spec: ServiceSpec): boolean =>
  MAY_HAVE[field]?.(TYPES[type], spec) ?? true;

/** A spec without what a Service of that type may not have; of ports that is the node port. */
export function fieldsOfType(type: ExposedType, spec: ServiceSpec): Record<string, unknown> {
  const fields = Object.fromEntries(
    Object.entries(spec).filter(([field, value]) => value !== null && mayHave(type, field, spec)),
  );
  const { ports } = fields as { ports?: NonNullable<Service['spec']>['ports'] };
  if (!ports || TYPES[type].hasNodePorts) return fields;
  return {
    ...fields,
    ports: ports.map((port) => Object.fromEntries(Object.entries(port).filter(([field]) => field !== 'nodePort'))),
  };
}

/** The node ports that a Service holds, the one of its health check among them. */
export const nodePortsHeld = ({ spec }: Pick<Service, 'spec'>): number[] =>
  [...(spec?.ports ?? []).map(({ nodePort }) => nodePort), spec?.healthCheckNodePort].filter(
    (port): port is number => port !== undefined && port !== 0,
  );
