import { Content, DescriptionList } from '@patternfly/react-core';
import { useClusterDomain } from '../../cluster/ask/useClusterDomain';
import type { FurtherAddress } from '../../domain/exposure/furtherAddresses';
import type { AddressRange } from '../../domain/network/cidr';
import { CopyText } from '../../ui/CopyText';
import { IpWithRange } from '../../ui/IpWithRange';
import { Term } from '../../ui/Term';
import { assumedDomainText } from '../../ui/text/assumedDomainText';
import { useText, type Text } from '../../ui/useText';

function termOf(t: Text, address: FurtherAddress): string {
  switch (address.is) {
    case 'url':
      return t('URL');
    case 'vm-name':
      return t('DNS name of {{name}}', { name: address.vmName });
    case 'node':
      return t('Node port');
    case 'dns-name':
      return {
        'anywhere-in-cluster': t('Anywhere in the cluster'),
        'pods-of-any-namespace': t('From pods of any project'),
        'pods-of-same-namespace': t('From pods of the same project'),
      }[address.worksFrom];
    case 'address':
      return {
        cluster: t('Cluster IP'),
        external: t('External IP'),
        'load-balancer': t('Load balancer'),
        alias: t('External name'),
      }[address.origin];
  }
}

/** What has to be known of an address; '' where nothing has. */
function noteOf(t: Text, address: FurtherAddress): string {
  if (address.is === 'url') return address.isAdmitted ? '' : t('Not admitted by a router');
  if (address.is !== 'vm-name') return '';
  if (address.isThere === undefined)
    return t('Not checked: whether DNS has this name. EndpointSlices could not be read.');
  return address.isThere ? '' : t('Works after the next restart, when the VM is ready.');
}

interface MoreAddressesProps {
  readonly addresses: readonly FurtherAddress[];
  readonly ranges: readonly AddressRange[];
}

/** All other names and addresses of the Service, each with from where it works. */
const MoreAddresses = ({ addresses, ranges }: MoreAddressesProps) => {
  const t = useText();
  const { domain, isAssumed, dns } = useClusterDomain();
  // where the cluster has no such configuration, or names no domain, the default is what it uses
  const isDoubtful = isAssumed && (dns.state === 'forbidden' || dns.state === 'failed');
  return (
    <>
      <DescriptionList isCompact isHorizontal aria-label={t('More names and addresses')}>
        {addresses.map((address) => (
          <Term key={`${address.is} ${address.text}`} name={termOf(t, address)}>
            {address.is === 'address' ? (
              <IpWithRange ip={address.text} ranges={ranges} />
            ) : (
              <CopyText text={address.text} />
            )}
            {noteOf(t, address) && <Content component="small">{noteOf(t, address)}</Content>}
          </Term>
        ))}
      </DescriptionList>
      {isDoubtful && <Content component="small">{assumedDomainText(t, domain, dns)}</Content>}
    </>
  );
};

export default MoreAddresses;
