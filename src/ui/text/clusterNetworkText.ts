import type { RangeUse } from '../../domain/network/cidr';
import type { ExternalIpPolicy, PodRange, ServiceRange } from '../../domain/network/clusterNetwork';
import type { NodePortRange } from '../../domain/k8s/nodePortRange';
import type { NumberText } from '../useNumber';
import type { Text } from '../useText';

/** What OpenShift sets as the kubelet's maxPods. */
const MAX_PODS = 250;

/** The sizes that follow from a pod range and its hostPrefix; undefined when only the range is known. */
export function podRangeText(t: Text, number: NumberText, { hostPrefix, capacity }: PodRange): string | undefined {
  if (!capacity) return undefined;
  const { nodes, addressesPerNode } = capacity;
  const values = { hostPrefix, maxPods: MAX_PODS };
  if (nodes === 1) {
    return addressesPerNode === 'plenty'
      ? t('One node gets all of it; there is none left for others.')
      : t('One node gets all of it, about {{addresses}} addresses; there is none left for others.', {
          addresses: number(addressesPerNode),
        });
  }
  if (addressesPerNode === 'plenty') {
    return nodes === 'plenty'
      ? t(
          "Each node gets a /{{hostPrefix}} of it: more nodes and more addresses than a cluster can use; the kubelet's maxPods, {{maxPods}} by default, is the limit.",
          values,
        )
      : t(
          "Each node gets a /{{hostPrefix}} of it: {{nodes}} nodes, each with more addresses than it can use; the kubelet's maxPods, {{maxPods}} by default, is the limit.",
          { ...values, count: nodes, nodes: number(nodes) },
        );
  }
  const addresses = number(addressesPerNode);
  if (nodes === 'plenty')
    return t(
      'Each node gets a /{{hostPrefix}} of it: more nodes than a cluster can have, about {{addresses}} addresses each.',
      { ...values, addresses },
    );
  const counted = { ...values, count: nodes, nodes: number(nodes), addresses };
  return addressesPerNode > MAX_PODS
    ? t(
        'Up to {{nodes}} nodes (/{{hostPrefix}} per node, about {{addresses}} addresses each). Nodes run up to {{maxPods}} pods by default.',
        counted,
      )
    : t(
        "Each node gets a /{{hostPrefix}} of it: {{nodes}} nodes, about {{addresses}} addresses each, fewer than the kubelet's maxPods, {{maxPods}} by default.",
        counted,
      );
}

/** How many addresses a Service range has; undefined where it cannot be read. */
export function serviceRangeText(t: Text, number: NumberText, { addresses }: ServiceRange): string | undefined {
  if (addresses === undefined) return undefined;
  return addresses === 'plenty'
    ? t('More addresses than a cluster can use.')
    : t('Addresses: {{addresses}}.', { addresses: number(addresses) });
}

/** Which external addresses a Service may name. */
export function externalIpPolicyText(t: Text, policy: ExternalIpPolicy): string {
  switch (policy.code) {
    case 'none':
      return t(
        'Not allowed. Services cannot set spec.externalIPs in this cluster. This does not apply to cluster administrators or to addresses that the cluster assigns.',
      );
    case 'listed':
      return policy.rejected.length > 0
        ? t(
            'A Service may name external addresses (spec.externalIPs) of the allowed ranges, except those of the rejected ones. Cluster administrators are not bound by it.',
          )
        : t(
            'A Service may name external addresses (spec.externalIPs) of the allowed ranges only. Cluster administrators are not bound by it.',
          );
  }
}

/** The ports that a node port can have. */
export function nodePortsText(t: Text, nodePorts: NodePortRange | undefined): string {
  if (!nodePorts) return t('The configuration holds something that is no range of ports.');
  const { first, last, isDefault } = nodePorts;
  return isDefault
    ? t('{{first}} to {{last}}, the default', { first, last })
    : t('{{first}} to {{last}}', { first, last });
}

/** Which of the cluster's ranges an address is from. */
export function rangeUseText(t: Text, use: RangeUse): string {
  switch (use) {
    case 'pod':
      return t('pod network');
    case 'service':
      return t('Service network');
    case 'external-auto-assigned':
      return t('of the range for addresses that the cluster assigns to load balancers');
    case 'external-allowed':
      return t('of a range that is allowed for external addresses');
  }
}
