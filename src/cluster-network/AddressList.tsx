import { DescriptionList } from '@patternfly/react-core';
import type { KnownClusterNetwork } from '../cluster/ask/useClusterNetwork';
import { valueOf } from '../cluster/ask/useClusterPart';
import { podLimitText, podRangeText } from '../ui/text/clusterNetworkText';
import { useNumber } from '../ui/useNumber';
import { useText } from '../ui/useText';
import { DnsTerm } from './DnsTerm';
import { HelpTerm } from './HelpTerm';
import { NetworkTerms } from './NetworkTerms';
import { RangeBars } from './RangeBars';
import { ServiceRanges } from './ServiceRanges';

interface AddressListProps {
  readonly known: KnownClusterNetwork;
  /** the project in which the Service range was asked for, when nothing else told it */
  readonly namespace: string | undefined;
  readonly title: string;
}

/** Where addresses come from: ranges, ports, names, each with its value or that it is not available. */
export const AddressList = ({ known, namespace, title }: AddressListProps) => {
  const t = useText();
  const number = useNumber();
  const network = valueOf(known.network)?.network;
  const podRanges = network?.podRanges ?? [];
  const among = [...podRanges, ...known.serviceRanges];
  return (
    <DescriptionList
      aria-label={title}
      orientation={{ md: 'horizontal' }}
      horizontalTermWidthModifier={{ default: '20ch' }}
    >
      <HelpTerm name={t('Pods and VMs')} help={t('Pods and VMs get these addresses.')}>
        {podRanges.length > 0 ? (
          <RangeBars
            ranges={podRanges.map((range) => ({
              ...range,
              size: podRangeText(t, number, range),
              note: podLimitText(t, range),
            }))}
            among={among}
          />
        ) : (
          network && t('None')
        )}
      </HelpTerm>
      <ServiceRanges known={known} namespace={namespace} among={among} />
      {known.network.state !== 'absent' && <NetworkTerms network={network} />}
      <DnsTerm dns={known.dns} />
    </DescriptionList>
  );
};
