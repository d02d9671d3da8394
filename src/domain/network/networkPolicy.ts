import { matchesLabelSelector } from '../k8s/labelSelector';
import { nameOf, type Labels, type NetworkPolicy } from '../k8s/objects';
import {
  maxCoverage,
  peerCoverage,
  POLICY_SOURCES,
  ROUTER_LABEL,
  type Coverage,
  type PolicyNamespace,
  type PolicyPeer,
  type PolicySource,
} from './policySource';

/** A port of the pod. Rules of a policy count against it, not against the port of a Service. */
export interface PodPort {
  readonly port: number;
  readonly protocol: string;
}

/**
 * The pod that traffic goes to; `containerPorts` are those of all its containers, by which a policy's named ports
 * resolve. `keepsClientAddress`: no node puts its own address in place of an outside client's, as with
 * externalTrafficPolicy Local.
 */
export interface PolicyTarget {
  readonly labels: Labels;
  readonly keepsClientAddress?: boolean;
  readonly containerPorts: readonly {
    readonly name?: string;
    readonly containerPort: number;
    readonly protocol?: string;
  }[];
}

/**
 * `some`: only some pods of the source, or some addresses, are allowed, or it depends on something that could not be
 * read.
 */
export type Admission = 'allowed' | 'some' | 'blocked';

/**
 * The traffic that is allowed on a port, by its source, and the names of the policies that select the pod for ingress.
 * No port stands for whichever a client of a Service without ports connects to.
 */
export interface PortAdmission {
  readonly port: PodPort | undefined;
  readonly policies: readonly string[];
  readonly sources: Readonly<Record<PolicySource, Admission>>;
}

const ADMISSIONS: Readonly<Record<Coverage, Admission>> = { all: 'allowed', some: 'some', none: 'blocked' };

/** `policyTypes` may be missing: then the policy counts for ingress, whatever rules it has (networking.k8s.io/v1). */
const isIngressPolicy = ({ spec }: NetworkPolicy): boolean => {
  const types = spec?.policyTypes ?? [];
  return types.length === 0 || types.includes('Ingress');
};

/**
 * The policies that restrict what comes into a pod of these labels. As soon as there is one, only what one of them
 * allows gets in.
 */
export const policiesSelecting = (policies: readonly NetworkPolicy[], labels: Labels): NetworkPolicy[] =>
  policies.filter((policy) => isIngressPolicy(policy) && matchesLabelSelector(policy.spec?.podSelector ?? {}, labels));

/** The API type of `port` is int-or-string; the client library's types say string only. */
interface RulePort {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: string;
}

const isOpen =
  (wanted: PodPort, { containerPorts }: PolicyTarget) =>
  ({ port, endPort, protocol = 'TCP' }: RulePort): boolean => {
    if (protocol !== wanted.protocol) return false;
    if (port === undefined) return true;
    if (typeof port === 'number') return wanted.port >= port && wanted.port <= (endPort ?? port);
    return containerPorts.some(
      (own) => own.name === port && own.containerPort === wanted.port && (own.protocol ?? 'TCP') === protocol,
    );
  };

/** A rule of a policy that counts for a port, and whether it counts for all of what was asked. */
interface PortRule {
  readonly from: readonly PolicyPeer[];
  readonly isForAll: boolean;
}

/** The rules of policies that count for a port; without one, a rule that lists ports counts for some. */
const rulesOn = (
  selecting: readonly NetworkPolicy[],
  target: PolicyTarget,
  port: PodPort | undefined,
): readonly PortRule[] =>
  selecting.flatMap(({ spec }) =>
    (spec?.ingress ?? []).flatMap(({ from = [], ports = [] }): PortRule[] => {
      const isForAll =
        ports.length === 0 || (port !== undefined && (ports as readonly RulePort[]).some(isOpen(port, target)));
      return isForAll || !port ? [{ from, isForAll }] : [];
    }),
  );

/** The address blocks of outside clients, short of all addresses, by which a pod's policies allow a port. */
export const allowedBlocks = (
  policies: readonly NetworkPolicy[],
  target: PolicyTarget,
  port: PodPort | undefined,
): string[] =>
  rulesOn(policiesSelecting(policies, target.labels), target, port).flatMap(({ from }) =>
    from.flatMap(({ ipBlock }) => (ipBlock && !ipBlock.cidr.endsWith('/0') ? [ipBlock.cidr] : [])),
  );

/**
 * The traffic that the NetworkPolicies of a namespace allow on one port of a pod, according to their specs alone.
 * Policies of other kinds (AdminNetworkPolicy, CiliumNetworkPolicy) are not looked at.
 * @param port undefined for a Service without ports, whose clients connect to any
 */
export function portAdmission(
  policies: readonly NetworkPolicy[],
  namespace: PolicyNamespace,
  target: PolicyTarget,
  port: PodPort | undefined,
): PortAdmission {
  const selecting = policiesSelecting(policies, target.labels);
  const rules = rulesOn(selecting, target, port);
  const admissionOf = (source: PolicySource): Admission => {
    if (selecting.length === 0) return 'allowed';
    const covered = rules.flatMap(({ from, isForAll }): Coverage[] => {
      const peers: Coverage[] =
        from.length === 0
          ? ['all']
          : from.map((peer) => peerCoverage(peer, source, namespace, !target.keepsClientAddress));
      return isForAll ? peers : peers.map((coverage) => (coverage === 'all' ? 'some' : coverage));
    });
    return ADMISSIONS[maxCoverage(covered)];
  };
  return {
    port,
    policies: selecting.map(nameOf),
    sources: Object.fromEntries(POLICY_SOURCES.map((source) => [source, admissionOf(source)])) as Record<
      PolicySource,
      Admission
    >,
  };
}

/** The sources for which a policy can be made; the cluster's own namespaces are for an administrator. */
export type OpenedSource = Exclude<PolicySource, 'platform'>;

const PEERS: Readonly<Record<OpenedSource, readonly PolicyPeer[]>> = {
  'same-namespace': [{ podSelector: {} }],
  // an empty selector selects every namespace, the router's and this one included
  'other-namespace': [{ namespaceSelector: {} }],
  router: [{ namespaceSelector: { matchLabels: { [ROUTER_LABEL]: '' } } }],
  outside: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }],
};

/**
 * The NetworkPolicy that lets sources in on ports of the pods that carry the labels. Policies add up, so no other one
 * has to change. Without a source or a port it opens nothing: an empty list in a rule would mean all.
 */
export function allowingPolicy(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  podLabels: Labels,
  ports: readonly PodPort[],
  sources: readonly OpenedSource[],
): NetworkPolicy {
  const rule = {
    from: sources.flatMap((source) => PEERS[source]),
    ports: ports.map(({ port, protocol }) => ({ protocol, port })),
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: { ...podLabels } },
      policyTypes: ['Ingress'],
      ingress: rule.from.length > 0 && rule.ports.length > 0 ? [rule] : [],
    } as unknown as NonNullable<NetworkPolicy['spec']>,
  };
}
