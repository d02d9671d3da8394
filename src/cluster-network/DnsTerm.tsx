import { Content } from '@patternfly/react-core';
import { valueOf, type Part } from '../cluster/ask/useClusterPart';
import { clusterDomainOf } from '../domain/network/clusterDomain';
import type { UncheckedObject } from '../domain/network/clusterNetwork';
import { CopyText } from '../ui/CopyText';
import { useText } from '../ui/useText';
import { HelpTerm } from './HelpTerm';

/** The cluster's DNS domain, and that it is the default one where nothing says another. */
export const DnsTerm = ({ dns }: { readonly dns: Part<UncheckedObject> }) => {
  const t = useText();
  const { domain, isAssumed } = clusterDomainOf(valueOf(dns));
  const isUnread = dns.state === 'forbidden' || dns.state === 'failed';
  return (
    <HelpTerm name={t('DNS domain')} help={t('DNS names of Services end with this domain.')}>
      <CopyText text={domain} />
      {isAssumed && (
        <Content component="small">
          {isUnread ? t('Default. The DNS configuration of the cluster could not be read.') : t('Default')}
        </Content>
      )}
    </HelpTerm>
  );
};
