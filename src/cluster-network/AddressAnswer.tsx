import { HelperText, HelperTextItem, Spinner } from '@patternfly/react-core';
import { useAddressOwners } from '../cluster/ask/useAddressOwners';
import { valueOf } from '../cluster/ask/useClusterPart';
import { addressOrigin } from '../domain/network/addressOrigin';
import type { AddressRange } from '../domain/network/cidr';
import { addressOriginText } from '../ui/text/addressOriginText';
import { useText } from '../ui/useText';

interface AddressAnswerProps {
  readonly text: string;
  /** true when the field was left: what is still typed is not called wrong */
  readonly isLeft: boolean;
  readonly ranges: readonly AddressRange[];
  readonly isComplete: boolean;
}

/** Which range an address is from. The nodes are asked for only when no range of pods or Services holds it. */
const AddressAnswer = ({ text, isLeft, ranges, isComplete }: AddressAnswerProps) => {
  const t = useText();
  const known = addressOrigin(text, ranges, []);
  const isOfCluster = known.code === 'range' && (known.range.use === 'pod' || known.range.use === 'service');
  const isElsewhere = known.code !== 'no-address' && !isOfCluster;
  const { nodes, machineRanges } = useAddressOwners(isElsewhere);
  if (isElsewhere && (nodes.state === 'loading' || machineRanges.state === 'loading'))
    return <Spinner size="md" aria-label={t('Loading')} />;
  if (known.code === 'no-address' && !isLeft) return null;
  const origin = isElsewhere
    ? addressOrigin(text, [...ranges, ...(valueOf(machineRanges) ?? [])], valueOf(nodes) ?? [])
    : known;
  const isAllRead = isComplete && nodes.state === 'known' && ['known', 'absent'].includes(machineRanges.state);
  return (
    <HelperText>
      <HelperTextItem variant={known.code === 'no-address' ? 'error' : 'default'}>
        {addressOriginText(t, origin, isAllRead)}
      </HelperTextItem>
    </HelperText>
  );
};

export default AddressAnswer;
