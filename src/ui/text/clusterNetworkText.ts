import type { Amount, ExternalIpPolicy, PodRange, ServiceRange } from '../../domain/network/clusterNetwork';
import type { NodePortRange } from '../../domain/k8s/nodePortRange';
import type { NumberText } from '../useNumber';
import type { Text } from '../useText';

/** What OpenShift sets as the kubelet's maxPods. */
const MAX_PODS = 250;
/** The largest number that is counted: beyond it an amount is `plenty`. */
const MOST_COUNTED = 2 ** 24;

/** An amount as a number, such as 65,534 or >16,777,216. */
const amountText = (number: NumberText, amount: Amount): string =>
  amount === 'plenty' ? `>${number(MOST_COUNTED)}` : number(amount);

const addressesText = (t: Text, number: NumberText, addresses: Amount): string =>
  t('{{addresses}} addresses', { addresses: amountText(number, addresses) });

/** The sizes that follow from a pod range and its hostPrefix; undefined when only the range is known. */
export function podRangeText(t: Text, number: NumberText, { capacity }: PodRange): string | undefined {
  if (!capacity) return undefined;
  const { nodes, addressesPerNode } = capacity;
  return nodes === 1
    ? addressesText(t, number, addressesPerNode)
    : t('{{nodes}} nodes × {{addresses}} addresses', {
        nodes: amountText(number, nodes),
        addresses: amountText(number, addressesPerNode),
      });
}

/** What limits the pods of a pod range beyond its size; undefined where nothing does. */
export function podLimitText(t: Text, { capacity }: PodRange): string | undefined {
  if (capacity?.nodes === 1) return t('One node uses the whole range. No range is left for other nodes.');
  return capacity && capacity.addressesPerNode !== 'plenty' && capacity.addressesPerNode < MAX_PODS
    ? t('Limits each node to fewer pods than the default of {{maxPods}}.', { maxPods: MAX_PODS })
    : undefined;
}

/** How many addresses a Service range has; undefined where it cannot be read. */
export const serviceRangeText = (t: Text, number: NumberText, { addresses }: ServiceRange): string | undefined =>
  addresses === undefined ? undefined : addressesText(t, number, addresses);

/** Which external addresses a Service may name. */
export function externalIpPolicyText(t: Text, policy: ExternalIpPolicy): string {
  switch (policy.code) {
    case 'none':
      return t('Not allowed. Only cluster administrators can set external IPs on a Service.');
    case 'listed':
      return policy.rejected.length > 0
        ? t('Allowed from the allowed ranges, except the rejected ranges.')
        : t('Allowed from the allowed ranges only.');
  }
}

/** The ports that a node port can have. */
export function nodePortsText(t: Text, nodePorts: NodePortRange | undefined): string {
  if (!nodePorts) return t('Not a valid port range');
  const { first, last, isDefault } = nodePorts;
  return isDefault ? t('{{first}}–{{last}} (default)', { first, last }) : `${first}–${last}`;
}
