import { Content } from '@patternfly/react-core';
import type { ServiceRange } from '../domain/network/clusterNetwork';
import { useText } from './useText';

/** Where a Service's address will come from, in one line; nothing where it is not known. */
export const ServiceRangeLine = ({ ranges }: { readonly ranges: readonly ServiceRange[] }) => {
  const t = useText();
  if (ranges.length === 0) return null;
  return (
    <Content component="small">
      {t('Services of this cluster get an address from {{ranges}}.', {
        ranges: ranges.map(({ cidr }) => cidr).join(', '),
      })}
    </Content>
  );
};
