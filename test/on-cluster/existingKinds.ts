/** Kinds of Services that are there when the wizard is opened, as people, controllers and webhooks have made them. */
import { exposedTypeOf, TYPES, type ExposedType } from '../../src/domain/k8s/exposedTypes';
import { TIER } from '../local-cluster/waysToSelect';

/** What is sent to make a Service; an owned one goes with another object of the namespace. */
export interface ExistingKind {
  readonly name: string;
  /** the type of what is there; undefined where nothing is */
  readonly type: ExposedType | undefined;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly isOwned?: boolean;
}

const selector = { [TIER.key]: TIER.value };
const WEB = { name: 'web', port: 80, targetPort: 8080, protocol: 'TCP' };
const SEVERAL = [
  { name: 'web', port: 80, targetPort: 'http', protocol: 'TCP', appProtocol: 'kubernetes.io/ws' },
  { name: 'dns', port: 53, targetPort: 53, protocol: 'TCP' },
  { name: 'dns-udp', port: 53, targetPort: 53, protocol: 'UDP' },
];
const HOUR = { clientIP: { timeoutSeconds: 3600 } };

const kind = (
  name: string,
  { ports = [WEB], ...spec }: Readonly<Record<string, unknown>>,
  metadata: Pick<ExistingKind, 'labels' | 'annotations' | 'isOwned'> = {},
): ExistingKind => {
  const sent = { selector, ...(Array.isArray(ports) && ports.length > 0 ? { ports } : {}), ...spec };
  return {
    name,
    type: exposedTypeOf({ spec: sent }),
    spec: sent,
    ...metadata,
  };
};

/** Fixed numbers are of the parts of their ranges from which the API server gives none by itself. */
export const EXISTING_KINDS: readonly ExistingKind[] = [
  { name: 'nothing', type: undefined, spec: {} },
  kind('ClusterIP', { ports: [{ port: 80, targetPort: 8080 }] }),
  kind(
    'ClusterIP with labels and annotations of others',
    { ports: SEVERAL, trafficDistribution: 'PreferClose', internalTrafficPolicy: 'Local' },
    { labels: { team: 'shop', 'app.kubernetes.io/managed-by': 'Helm' }, annotations: { 'example.com/note': 'kept' } },
  ),
  kind('ClusterIP with an owner', { publishNotReadyAddresses: true }, { isOwned: true }),
  kind('ClusterIP with a fixed address', { clusterIP: '172.30.0.201' }),
  kind('ClusterIP with session affinity', { sessionAffinity: 'ClientIP', sessionAffinityConfig: HOUR }),
  kind('ClusterIP with external IPs', { externalIPs: ['192.0.2.77'], externalTrafficPolicy: 'Local' }),
  kind('ClusterIP of both families', { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] }),
  kind('ClusterIP of IPv6 alone', { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6'] }),
  kind('NodePort', { type: 'NodePort' }),
  kind('NodePort with fixed numbers', {
    type: 'NodePort',
    ports: SEVERAL.map((port, index) => ({ ...port, nodePort: index === 0 ? 30041 : 30042 })),
    externalTrafficPolicy: 'Local',
    sessionAffinity: 'ClientIP',
  }),
  kind('LoadBalancer', { type: 'LoadBalancer' }),
  kind(
    'LoadBalancer with what webhooks fill in',
    {
      type: 'LoadBalancer',
      externalIPs: ['192.0.2.78'],
      loadBalancerIP: '192.0.2.9',
      loadBalancerClass: 'example.com/lb',
      loadBalancerSourceRanges: ['192.0.2.0/24'],
    },
    { annotations: { 'example.com/pool': 'a' } },
  ),
  kind('LoadBalancer with a health check', {
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    internalTrafficPolicy: 'Local',
    healthCheckNodePort: 30043,
  }),
  kind('LoadBalancer without node ports', { type: 'LoadBalancer', allocateLoadBalancerNodePorts: false }),
  kind('LoadBalancer of both families, IPv6 first', {
    type: 'LoadBalancer',
    ipFamilyPolicy: 'PreferDualStack',
    ipFamilies: ['IPv6', 'IPv4'],
  }),
  kind('headless of both families', { clusterIP: 'None', ipFamilyPolicy: 'PreferDualStack' }),
  kind('headless', { clusterIP: 'None', ports: SEVERAL }),
  kind('headless with what it has no use for', {
    clusterIP: 'None',
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: HOUR,
    publishNotReadyAddresses: true,
  }),
  kind('headless without ports', { clusterIP: 'None', ports: [] }),
  kind('ExternalName', { type: 'ExternalName', externalName: 'db.example.com', ports: [] }),
];

/** True where only a type without a cluster IP can be had without another port. */
export const isPortless = ({ type, spec }: ExistingKind): boolean =>
  type !== undefined && TYPES[type].selectsPods && !Object.hasOwn(spec, 'ports');
