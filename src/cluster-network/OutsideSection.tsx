import { Content } from '@patternfly/react-core';
import type { ClusterNetwork } from '../domain/network/clusterNetwork';
import { externalIpPolicyText, nodePortsText } from '../ui/text/clusterNetworkText';
import { useText } from '../ui/useText';
import { Ranges } from './Ranges';
import { Section } from './Section';
import { Term } from '../ui/Term';

const toRanges = (cidrs: readonly string[]) => cidrs.map((cidr) => ({ cidr }));

/** What the configuration allows for Services that are reached from outside the cluster. */
export const OutsideSection = ({
  network: { nodePorts, externalIpPolicy, autoAssigned },
}: {
  readonly network: ClusterNetwork;
}) => {
  const t = useText();
  return (
    <Section title={t('From outside the cluster')}>
      <Term name={t('Node ports')}>{nodePortsText(t, nodePorts)}</Term>
      <Term name={t('External addresses')}>{externalIpPolicyText(t, externalIpPolicy)}</Term>
      {externalIpPolicy.code === 'listed' && (
        <Term name={t('Allowed ranges')}>
          <Ranges ranges={toRanges(externalIpPolicy.allowed)} />
        </Term>
      )}
      {externalIpPolicy.code === 'listed' && externalIpPolicy.rejected.length > 0 && (
        <Term name={t('Rejected ranges')}>
          <Ranges ranges={toRanges(externalIpPolicy.rejected)} />
        </Term>
      )}
      <Term name={t('Assigned by the cluster')}>
        {autoAssigned.length > 0 ? (
          <>
            <Ranges ranges={toRanges(autoAssigned)} />
            <Content component="small">{t('Services of type LoadBalancer get an address of it.')}</Content>
          </>
        ) : (
          t('none: the configuration names no range for it (autoAssignCIDRs)')
        )}
      </Term>
    </Section>
  );
};
