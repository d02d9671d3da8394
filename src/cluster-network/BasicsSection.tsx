import { Content } from '@patternfly/react-core';
import { valueOf, type Part } from '../cluster/ask/useClusterPart';
import { clusterDomainOf, type ClusterNetwork, type UncheckedObject } from '../domain/network/clusterNetwork';
import { CopyText } from '../ui/CopyText';
import { assumedDomainText } from '../ui/text/assumedDomainText';
import { useText } from '../ui/useText';
import { Section } from './Section';
import { Term } from '../ui/Term';

interface BasicsSectionProps {
  readonly network: ClusterNetwork | undefined;
  readonly dns: Part<UncheckedObject>;
}

/** Network plugin and DNS domain. */
export const BasicsSection = ({ network, dns }: BasicsSectionProps) => {
  const t = useText();
  const { domain, isAssumed } = clusterDomainOf(valueOf(dns));
  return (
    <Section title={t('Network plugin and DNS')}>
      {network && <Term name={t('Network type')}>{network.networkType ?? t('The configuration names none.')}</Term>}
      {network?.mtu !== undefined && <Term name={t('MTU of the pod network')}>{network.mtu}</Term>}
      <Term name={t('DNS domain')}>
        <CopyText text={domain} />
        {isAssumed && <Content component="small">{assumedDomainText(t, domain, dns)}</Content>}
      </Term>
    </Section>
  );
};
