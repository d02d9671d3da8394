import { NAMESPACE_NAME_KEY } from '../k8s/labelKeys';
import { isRequirementMet, requirementsOf, type LabelSelector, type Requirement } from '../k8s/labelSelector';
import type { Labels } from '../k8s/objects';

/**
 * Where a connection may come from: the kinds of clients for which a NetworkPolicy is evaluated. `platform` are the
 * cluster's own namespaces, such as that of its monitoring; `router` is where Routes come from.
 */
export type PolicySource = 'same-namespace' | 'other-namespace' | 'platform' | 'router' | 'outside';
export const POLICY_SOURCES: readonly PolicySource[] = [
  'same-namespace',
  'other-namespace',
  'platform',
  'router',
  'outside',
];

/** How much of a source something covers. */
export type Coverage = 'all' | 'some' | 'none';

/** A peer of an ingress rule: networking.k8s.io/v1 NetworkPolicyPeer. */
export interface PolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** The namespace that the policies are of; `labels` is undefined when it could not be read. */
export interface PolicyNamespace {
  readonly name: string;
  readonly labels: Labels | undefined;
}

/** Set by OpenShift wherever its router may be, on the host network too. */
export const ROUTER_LABEL = 'policy-group.network.openshift.io/ingress';
const POLICY_GROUP_LABEL = 'network.openshift.io/policy-group';
/** What the router's namespace is known to carry (openshift/cluster-ingress-operator); it may carry more. */
const ROUTER_NAMESPACE: Labels = {
  [NAMESPACE_NAME_KEY]: 'openshift-ingress',
  [ROUTER_LABEL]: '',
  [POLICY_GROUP_LABEL]: 'ingress',
};
/**
 * The namespace that stands for the nodes' own addresses (openshift/cluster-network-operator). A router on the host
 * network comes from there, and so does what a node has translated to an address of its own (ovn-kubernetes adds its
 * gateway addresses to it).
 */
const NODES_NAMESPACE: Labels = {
  [NAMESPACE_NAME_KEY]: 'openshift-host-network',
  'policy-group.network.openshift.io/host-network': '',
};

const isPlatformLabel = (key: string): boolean =>
  key === POLICY_GROUP_LABEL || key.startsWith('policy-group.network.openshift.io/');
/** Names that the API server of OpenShift keeps from users. */
const isPlatformName = (name: string): boolean => /^(openshift|kube)-|^(openshift|default)$/.test(name);

const BY_COVERAGE: readonly Coverage[] = ['none', 'some', 'all'];
const minCoverage = (coverages: readonly Coverage[]): Coverage =>
  BY_COVERAGE.find((coverage) => coverages.includes(coverage)) ?? 'all';

/**
 * What several peers or rules cover together. Two parts may make up the whole; that is not looked for, `some` is said.
 */
export const maxCoverage = (coverages: readonly Coverage[]): Coverage =>
  [...BY_COVERAGE].reverse().find((coverage) => coverages.includes(coverage)) ?? 'none';

const coverageByLabels =
  (labels: Labels) =>
  (requirement: Requirement): Coverage =>
    isRequirementMet(requirement, labels) ? 'all' : 'none';

/** How much of a namespace whose labels are unknown, its name apart, meets a condition. */
const coverageByName =
  (name: string) =>
  (requirement: Requirement): Coverage =>
    requirement.key === NAMESPACE_NAME_KEY ? coverageByLabels({ [NAMESPACE_NAME_KEY]: name })(requirement) : 'some';

/**
 * How many namespaces of some kind meet a condition, whose labels were not read.
 * @param isOfKind whether a namespace of that name is one of them
 * @param byLabel how many meet a condition on another label than the name
 */
const coverageOfSome =
  (isOfKind: (name: string) => boolean, byLabel: (requirement: Requirement) => Coverage) =>
  (requirement: Requirement): Coverage => {
    if (requirement.key !== NAMESPACE_NAME_KEY) return byLabel(requirement);
    const { operator, values } = requirement;
    const areNamed = values.some(isOfKind);
    if (operator === 'In') return areNamed ? 'some' : 'none';
    if (operator === 'NotIn') return areNamed ? 'some' : 'all';
    return operator === 'Exists' ? 'all' : 'none';
  };

/** Users' namespaces carry no label of the platform. */
const byLabelOfUser = ({ key, operator }: Requirement): Coverage =>
  isPlatformLabel(key) ? (operator === 'In' || operator === 'Exists' ? 'none' : 'all') : 'some';

/** How much of the router's namespace meets a condition: what is not known of its labels may be so or not. */
const coverageOfRouter = (requirement: Requirement): Coverage =>
  Object.hasOwn(ROUTER_NAMESPACE, requirement.key) || isPlatformLabel(requirement.key)
    ? coverageByLabels(ROUTER_NAMESPACE)(requirement)
    : 'some';

function namespaceCoverage(
  selector: LabelSelector,
  source: PolicySource,
  { name, labels }: PolicyNamespace,
  isTranslated: boolean,
): Coverage {
  const requirements = requirementsOf(selector);
  const every = (coverage: (requirement: Requirement) => Coverage) => minCoverage(requirements.map(coverage));
  switch (source) {
    case 'same-namespace':
      return every(labels ? coverageByLabels({ ...labels, [NAMESPACE_NAME_KEY]: name }) : coverageByName(name));
    case 'other-namespace':
      return every(coverageOfSome((other) => other !== name && !isPlatformName(other), byLabelOfUser));
    case 'platform':
      return every(coverageOfSome(isPlatformName, () => 'some'));
    case 'router': {
      // whether it runs on the host network cannot be read; then OpenShift labels the nodes' namespace for it, too
      const asPod = every(coverageOfRouter);
      const onNode = every(coverageByLabels({ ...NODES_NAMESPACE, [ROUTER_LABEL]: '' }));
      return asPod === onNode ? asPod : 'some';
    }
    case 'outside':
      return isTranslated && every(coverageByLabels(NODES_NAMESPACE)) === 'all' ? 'some' : 'none';
  }
}

/**
 * Blocks that may overlap the private ranges, from which pods have their addresses: by how they begin, or by a short
 * prefix.
 */
const MAY_HOLD_PODS = /^(?:1[07]|192\.168|f[cd])|\/(?:\d|1[0-5])$/i;

/**
 * An address block is meant for what is outside the cluster, but network plugins compare it with the addresses of pods,
 * too. One of all IPv6 addresses is not all that is outside: clients come by IPv4 as well.
 */
const blockCoverage = ({ cidr, except }: NonNullable<PolicyPeer['ipBlock']>, source: PolicySource): Coverage => {
  if (source === 'outside') return cidr === '0.0.0.0/0' && !except?.length ? 'all' : 'some';
  return MAY_HOLD_PODS.test(cidr) ? 'some' : 'none';
};

/**
 * How much of a source one peer covers. A pod selector alone means the policy's own namespace.
 * @param isTranslated true where a node may put its own address in place of an outside client's
 */
export function peerCoverage(
  { podSelector, namespaceSelector, ipBlock }: PolicyPeer,
  source: PolicySource,
  namespace: PolicyNamespace,
  isTranslated = true,
): Coverage {
  if (ipBlock) return blockCoverage(ipBlock, source);
  // which pods there are is not asked: a selector of some labels stands for some pods
  const ofPods: Coverage = requirementsOf(podSelector ?? {}).length > 0 ? 'some' : 'all';
  if (namespaceSelector)
    return minCoverage([namespaceCoverage(namespaceSelector, source, namespace, isTranslated), ofPods]);
  return podSelector && source === 'same-namespace' ? ofPods : 'none';
}
