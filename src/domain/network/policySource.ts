import { NAMESPACE_NAME_KEY } from '../k8s/labelKeys';
import { isRequirementMet, requirementsOf, type LabelSelector, type Requirement } from '../k8s/labelSelector';
import type { Labels } from '../k8s/objects';

/** Where a connection may come from: the kinds of clients for which a NetworkPolicy is evaluated. */
export type PolicySource = 'same-namespace' | 'other-namespace' | 'router' | 'outside';
export const POLICY_SOURCES: readonly PolicySource[] = ['same-namespace', 'other-namespace', 'router', 'outside'];

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

/** Set by the API server on every namespace, to its name. */
/** Set by OpenShift on the router's namespace; both are used in policies, the second is the older. */
export const ROUTER_LABEL = 'policy-group.network.openshift.io/ingress';
const POLICY_GROUP_LABEL = 'network.openshift.io/policy-group';
const ROUTER_NAMESPACE: Labels = {
  [NAMESPACE_NAME_KEY]: 'openshift-ingress',
  [ROUTER_LABEL]: '',
  [POLICY_GROUP_LABEL]: 'ingress',
};

const isPlatformLabel = (key: string): boolean =>
  key === POLICY_GROUP_LABEL || key.startsWith('policy-group.network.openshift.io/');

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

/** How many of the other user namespaces meet a condition: neither this namespace nor those of the platform. */
const coverageOfOthers =
  (own: string) =>
  ({ key, operator, values }: Requirement): Coverage => {
    const isPositive = operator === 'In' || operator === 'Exists';
    if (isPlatformLabel(key)) return isPositive ? 'none' : 'all';
    if (key !== NAMESPACE_NAME_KEY) return 'some';
    const others = values.filter((name) => name !== own && name !== ROUTER_NAMESPACE[NAMESPACE_NAME_KEY]);
    if (operator === 'In') return others.length > 0 ? 'some' : 'none';
    if (operator === 'NotIn') return others.length > 0 ? 'some' : 'all';
    return isPositive ? 'all' : 'none';
  };

const namespaceCoverage = (
  selector: LabelSelector,
  source: PolicySource,
  { name, labels }: PolicyNamespace,
): Coverage => {
  const requirements = requirementsOf(selector);
  switch (source) {
    case 'same-namespace':
      return minCoverage(
        requirements.map(labels ? coverageByLabels({ ...labels, [NAMESPACE_NAME_KEY]: name }) : coverageByName(name)),
      );
    case 'other-namespace':
      return minCoverage(requirements.map(coverageOfOthers(name)));
    case 'router':
      return minCoverage(requirements.map(coverageByLabels(ROUTER_NAMESPACE)));
    case 'outside':
      return 'none';
  }
};

/**
 * An address block is meant for what is outside the cluster; whether it covers pods too is up to the network plugin.
 */
const blockCoverage = ({ cidr, except }: NonNullable<PolicyPeer['ipBlock']>, source: PolicySource): Coverage => {
  const isWhole = cidr.endsWith('/0');
  if (source === 'outside') return isWhole && (except ?? []).length === 0 ? 'all' : 'some';
  return isWhole ? 'some' : 'none';
};

/** How much of a source one peer covers. A pod selector alone means the policy's own namespace. */
export function peerCoverage(
  { podSelector, namespaceSelector, ipBlock }: PolicyPeer,
  source: PolicySource,
  namespace: PolicyNamespace,
): Coverage {
  if (ipBlock) return blockCoverage(ipBlock, source);
  // which pods there are is not asked: a selector of some labels stands for some pods
  const ofPods: Coverage = requirementsOf(podSelector ?? {}).length > 0 ? 'some' : 'all';
  if (namespaceSelector) return minCoverage([namespaceCoverage(namespaceSelector, source, namespace), ofPods]);
  return podSelector && source === 'same-namespace' ? ofPods : 'none';
}
