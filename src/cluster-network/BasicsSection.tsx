import { Content } from '@patternfly/react-core';
import { valueOf, type Part } from '../cluster/ask/useClusterPart';
import { clusterDomainOf, type ClusterNetwork, type UncheckedObject } from '../domain/network/clusterNetwork';
import { CopyText } from '../ui/CopyText';
import { failureText } from '../ui/text/failureText';
import { useText, type Text } from '../ui/useText';
import { Section } from './Section';
import { Term } from '../ui/Term';

/** Why the DNS domain is only assumed. */
function assumedText(t: Text, dns: Part<UncheckedObject>): string {
  switch (dns.state) {
    case 'loading':
      return '';
    case 'known':
      return t('Assumed: the DNS configuration names none.');
    case 'absent':
      return t('Assumed: this cluster has no DNS configuration of OpenShift.');
    case 'forbidden':
      return t('Assumed: you may not read the DNS configuration.');
    case 'failed':
      return t('Assumed: the DNS configuration could not be read. {{failure}}', {
        failure: failureText(t, dns.failure),
      });
  }
}

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
        {isAssumed && <Content component="small">{assumedText(t, dns)}</Content>}
      </Term>
    </Section>
  );
};
