import { Content } from '@patternfly/react-core';
import { rangeOf, type AddressRange } from '../domain/cidr';
import { rangeUseText } from './clusterNetworkText';
import { CopyText } from './CopyText';
import { useText } from './useText';

/** An address to copy and, where that is known, which of the cluster's ranges it is from. */
export const IpAddress = ({ ip, ranges }: { readonly ip: string; readonly ranges: readonly AddressRange[] }) => {
  const t = useText();
  const range = rangeOf(ip, ranges);
  return (
    <>
      <CopyText text={ip} />
      {range && <Content component="small">{t('{{use}} ({{cidr}})', { use: rangeUseText(t, range.use), cidr: range.cidr })}</Content>}
    </>
  );
};
