/**
 * What kube-apiserver makes of a Service that is sent to it, as seen on 1.34: what it refuses, what it drops when the
 * type changes, what it fills in. One IPv4 cluster, `172.30.0.0/16`.
 */
import type { Service } from '../../src/domain/k8s/objects';
import { forbidden, invalid } from '../objects/apiErrors';

type Spec = Record<string, unknown>;
interface Port {
  readonly [field: string]: unknown;
  readonly nodePort?: number;
}

const CLUSTER_RANGE = /^172\.30\.\d{1,3}\.\d{1,3}$/;
const FIRST_NODE_PORT = 30000;

const specOf = (service: Service | undefined): Spec => (service?.spec ?? {}) as Spec;
const portsOf = (spec: Spec): Port[] => (spec.ports ?? []) as Port[];
const isAlias = ({ type }: Spec): boolean => type === 'ExternalName';
const isHeadless = ({ clusterIP }: Spec): boolean => clusterIP === 'None';
const isBalanced = ({ type }: Spec): boolean => type === 'LoadBalancer';
const hasNodePorts = (spec: Spec): boolean => spec.type === 'NodePort' || isBalanced(spec);
const hasExternalTraffic = (spec: Spec): boolean =>
  hasNodePorts(spec) ||
  ((spec.type ?? 'ClusterIP') === 'ClusterIP' && ((spec.externalIPs ?? []) as unknown[]).length > 0);
const hasHealthCheck = (spec: Spec): boolean => isBalanced(spec) && spec.externalTrafficPolicy === 'Local';

/** Fields that only some types have: dropped at a change of type where they stay as they were, refused elsewhere. */
const ONLY_FOR: Readonly<Record<string, (spec: Spec) => boolean>> = {
  allocateLoadBalancerNodePorts: isBalanced,
  loadBalancerClass: isBalanced,
  healthCheckNodePort: hasHealthCheck,
  externalTrafficPolicy: hasExternalTraffic,
  clusterIP: (spec) => !isAlias(spec),
  clusterIPs: (spec) => !isAlias(spec),
  ipFamilies: (spec) => !isAlias(spec),
  ipFamilyPolicy: (spec) => !isAlias(spec),
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const without = (spec: Spec, isDropped: (field: string) => boolean): Spec =>
  Object.fromEntries(Object.entries(spec).filter(([field]) => !isDropped(field)));

/** What is left after a change of type: what applied before, applies no more and was not touched is dropped. */
function afterDrop(spec: Spec, before: Spec): Spec {
  const kept = without(
    spec,
    (field) =>
      ONLY_FOR[field] !== undefined &&
      ONLY_FOR[field](before) &&
      !ONLY_FOR[field](spec) &&
      same(spec[field], before[field]),
  );
  if (!hasNodePorts(before) || hasNodePorts(spec)) return kept;
  const isOld = ({ nodePort }: Port) => portsOf(before).some((port) => port.nodePort === nodePort);
  return {
    ...kept,
    ports: portsOf(kept).map((port) => (isOld(port) ? (without(port, (field) => field === 'nodePort') as Port) : port)),
  };
}

function refusalOf(spec: Spec, before: Spec): string | undefined {
  const refused = Object.keys(ONLY_FOR).find((field) => spec[field] !== undefined && !ONLY_FOR[field]?.(spec));
  if (refused) return `spec.${refused}: may not be set for this type`;
  if (spec.loadBalancerSourceRanges !== undefined && !isBalanced(spec))
    return "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'";
  const ports = portsOf(spec);
  if (ports.length === 0 && !isAlias(spec) && !isHeadless(spec)) return 'spec.ports: Required value';
  if (ports.some(({ port }) => typeof port !== 'number' || port < 1 || port > 65535)) return 'spec.ports[0].port';
  if (ports.length > 1 && ports.some(({ name }) => !name)) return 'spec.ports[0].name: Required value';
  const keys = ports.map(({ port, protocol = 'TCP' }) => `${String(port)}/${String(protocol)}`);
  if (new Set(keys).size < keys.length) return 'spec.ports[1]: Duplicate value';
  if (spec.type === 'ClusterIP' && ports.some(({ nodePort }) => nodePort !== undefined))
    return "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'";
  if (isHeadless(spec) && hasNodePorts(spec)) return "spec.clusterIPs[0]: may not be set to 'None'";
  const families = (spec.ipFamilies ?? []) as string[];
  if (families.includes('IPv6')) return 'spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster';
  if (typeof spec.clusterIP === 'string' && !isHeadless(spec) && !CLUSTER_RANGE.test(spec.clusterIP))
    return 'spec.clusterIPs: Invalid value: the provided IP is not in the valid range';
  return refusedChange(spec, before);
}

function refusedChange(spec: Spec, before: Spec): string | undefined {
  const isFixed = (field: string, isMeant: (spec: Spec) => boolean) =>
    before[field] !== undefined && isMeant(before) && isMeant(spec) && !same(spec[field], before[field]);
  if (isFixed('clusterIP', (of) => !isAlias(of))) return 'spec.clusterIPs[0]: Invalid value: may not change once set';
  if (isFixed('loadBalancerClass', isBalanced)) return 'spec.loadBalancerClass: Invalid value: may not change once set';
  if (isFixed('healthCheckNodePort', hasHealthCheck)) return 'spec.healthCheckNodePort: field is immutable';
  return undefined;
}

const nodePortsOf = (spec: Spec): number[] => [
  ...portsOf(spec).flatMap(({ nodePort }) => (nodePort === undefined ? [] : [nodePort])),
  ...(typeof spec.healthCheckNodePort === 'number' ? [spec.healthCheckNodePort] : []),
];

/** Gives what was not asked for, none of which another Service has. */
function filledIn(spec: Spec, others: readonly Spec[]): Spec {
  const held = new Set([...others, spec].flatMap(nodePortsOf));
  const nextNodePort = (): number => {
    let port = FIRST_NODE_PORT;
    while (held.has(port)) port += 1;
    held.add(port);
    return port;
  };
  const addresses = new Set(others.map(({ clusterIP }) => clusterIP));
  let last = 1;
  while (addresses.has(`172.30.200.${last}`)) last += 1;
  const clusterIP = spec.clusterIP ?? `172.30.200.${last}`;
  const isSticky = spec.sessionAffinity === 'ClientIP';
  const allocates = spec.type === 'NodePort' || (isBalanced(spec) && spec.allocateLoadBalancerNodePorts !== false);
  const policy = spec.externalTrafficPolicy ?? 'Cluster';
  const filled: Spec = {
    ...without(spec, (field) => field === 'sessionAffinityConfig'),
    sessionAffinity: spec.sessionAffinity ?? 'None',
    ...(isSticky
      ? { sessionAffinityConfig: spec.sessionAffinityConfig ?? { clientIP: { timeoutSeconds: 10800 } } }
      : {}),
    ...(isAlias(spec)
      ? {}
      : {
          clusterIP,
          clusterIPs: [clusterIP],
          ipFamilies: spec.ipFamilies ?? ['IPv4'],
          ipFamilyPolicy: spec.ipFamilyPolicy ?? 'SingleStack',
          internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
        }),
    ...(hasExternalTraffic(spec) ? { externalTrafficPolicy: policy } : {}),
    ...(isBalanced(spec) ? { allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true } : {}),
    ...(spec.ports
      ? {
          ports: portsOf(spec).map((port) => ({
            protocol: 'TCP',
            ...port,
            targetPort: port.targetPort ?? port.port,
            ...(allocates ? { nodePort: port.nodePort ?? nextNodePort() } : {}),
          })),
        }
      : {}),
  };
  return hasHealthCheck(filled)
    ? { ...filled, healthCheckNodePort: spec.healthCheckNodePort ?? nextNodePort() }
    : filled;
}

/**
 * The Service as the API server keeps it.
 * @param before the one that it takes the place of; undefined when it is created
 * @param others of the same cluster
 * @param dryRun a cluster IP that another Service has passes a dry run, a node port does not
 * @throws 422 in the API server's words
 */
export function serviceAsKept(
  sent: Service,
  before: Service | undefined,
  others: readonly Service[],
  dryRun: boolean,
): Service {
  const refuse = (why: string): never => {
    throw invalid(`Service "${sent.metadata?.name ?? ''}" is invalid: ${why}`);
  };
  const given: Spec = { ...specOf(sent), type: specOf(sent).type ?? 'ClusterIP' };
  const spec = before ? afterDrop(given, { type: 'ClusterIP', ...specOf(before) }) : given;
  const refusal = refusalOf(spec, specOf(before));
  if (refusal) refuse(refusal);
  const theirs = others.map(specOf);
  const held = new Set(theirs.flatMap(nodePortsOf));
  if (nodePortsOf(spec).some((port) => held.has(port)))
    refuse('spec.ports[0].nodePort: provided port is already allocated');
  const isHeld = !isHeadless(spec) && theirs.some(({ clusterIP }) => clusterIP && clusterIP === spec.clusterIP);
  if (isHeld && !dryRun && !before) refuse('spec.clusterIPs: failed to allocate IP: provided IP is already allocated');
  return { ...sent, spec: filledIn(spec, theirs) };
}

/**
 * OwnerReferencesPermissionEnforcement, which OpenShift has on, for a user who may not set finalizers on the owners.
 * @throws 403 when an owner is to wait for the Service
 */
export function refuseToBlockOwners({ metadata }: Service): void {
  if ((metadata?.ownerReferences ?? []).some(({ blockOwnerDeletion }) => blockOwnerDeletion))
    throw forbidden(
      `services "${metadata?.name ?? ''}" is forbidden: cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on`,
    );
}
