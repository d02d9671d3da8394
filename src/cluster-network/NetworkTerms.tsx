import type { ClusterNetwork } from '../domain/network/clusterNetwork';
import { externalIpPolicyText, nodePortsText } from '../ui/text/clusterNetworkText';
import { useText } from '../ui/useText';
import { HelpTerm } from './HelpTerm';
import { RangeBars } from './RangeBars';

/** A list of ranges without sizes. */
const Cidrs = ({ cidrs }: { readonly cidrs: readonly string[] }) => (
  <RangeBars ranges={cidrs.map((cidr) => ({ cidr }))} among={[]} />
);

/** What OpenShift's network configuration says beside the ranges of pods and Services. */
export const NetworkTerms = ({ network }: { readonly network: ClusterNetwork | undefined }) => {
  const t = useText();
  const policy = network?.externalIpPolicy;
  return (
    <>
      <HelpTerm
        name={t('Node ports')}
        help={t('NodePort and LoadBalancer Services open a port from this range on every node.')}
      >
        {network && nodePortsText(t, network.nodePorts)}
      </HelpTerm>
      <HelpTerm
        name={t('External IPs')}
        help={t('Addresses that a Service can set in spec.externalIPs. Cluster administrators can set any address.')}
      >
        {policy && externalIpPolicyText(t, policy)}
      </HelpTerm>
      {policy?.code === 'listed' && (
        <HelpTerm name={t('Allowed ranges')} help={t('Services can set external IPs from these ranges.')}>
          <Cidrs cidrs={policy.allowed} />
        </HelpTerm>
      )}
      {policy?.code === 'listed' && policy.rejected.length > 0 && (
        <HelpTerm name={t('Rejected ranges')} help={t('Services cannot set external IPs from these ranges.')}>
          <Cidrs cidrs={policy.rejected} />
        </HelpTerm>
      )}
      <HelpTerm
        name={t('Load balancer range')}
        help={t('The cluster assigns these addresses to LoadBalancer Services (autoAssignCIDRs).')}
      >
        {network && (network.autoAssigned.length > 0 ? <Cidrs cidrs={network.autoAssigned} /> : t('None'))}
      </HelpTerm>
      <HelpTerm name={t('Network type')} help={t('The network plugin.')}>
        {network && (network.networkType ?? t('None'))}
      </HelpTerm>
      <HelpTerm name={t('MTU')} help={t('The largest packet on the pod network, in bytes.')}>
        {network?.mtu}
      </HelpTerm>
    </>
  );
};
