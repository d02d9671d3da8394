import type { ReactNode } from 'react';
import { Content, Spinner } from '@patternfly/react-core';
import type { KnownClusterNetwork } from '../cluster/ask/useClusterNetwork';
import type { SizedRange } from '../domain/network/rangeSize';
import { serviceRangeText } from '../ui/text/clusterNetworkText';
import { useNumber } from '../ui/useNumber';
import { useText } from '../ui/useText';
import { HelpTerm } from './HelpTerm';
import { RangeBars } from './RangeBars';

interface ServiceRangesProps {
  readonly known: KnownClusterNetwork;
  readonly namespace: string | undefined;
  readonly among: readonly SizedRange[];
}

/** The ranges of Service addresses, from whatever source told them. */
export const ServiceRanges = ({
  known: { serviceRanges, learned, needsProject },
  namespace,
  among,
}: ServiceRangesProps) => {
  const t = useText();
  const number = useNumber();
  const value = (): ReactNode => {
    if (serviceRanges.length > 0)
      return (
        <>
          <RangeBars
            ranges={serviceRanges.map((range) => ({ ...range, size: serviceRangeText(t, number, range) }))}
            among={among}
          />
          {learned && (
            <Content component="small">
              {t('Read from the API server in project {{namespace}}. There may be more ranges.', { namespace })}
            </Content>
          )}
        </>
      );
    if (learned ? learned.state === 'absent' : needsProject)
      return t('Select a project where you can create Services to see this range.');
    return !learned || learned.state === 'loading' ? <Spinner size="md" aria-label={t('Loading')} /> : undefined;
  };
  return (
    <HelpTerm name={t('Services')} help={t('Each Service gets an address from this range, unless it is headless.')}>
      {value()}
    </HelpTerm>
  );
};
