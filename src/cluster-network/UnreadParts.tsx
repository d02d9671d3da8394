import { StackItem } from '@patternfly/react-core';
import type { KnownClusterNetwork } from '../cluster/ask/useClusterNetwork';
import { lazyPart } from '../ui/loading/lazyPart';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';

const FailedRead = lazyPart(() => import('./FailedRead'), null);

interface UnreadPartsProps {
  readonly known: KnownClusterNetwork;
  /** reads all of it again */
  readonly onAgain: () => void;
}

/** Why values are not available, one alert for each kind of reason; renders nothing when all could be read. */
export const UnreadParts = ({ known: { network, dns, learned }, onAgain }: UnreadPartsProps) => {
  const t = useText();
  const parts = [network, dns, ...(learned ? [learned] : [])];
  const failed = parts.flatMap((part) => (part.state === 'failed' ? [part.failure] : []))[0];
  const note = parts.some(({ state }) => state === 'forbidden')
    ? t('Some values need administrator permissions')
    : network.state === 'absent' && t('This cluster has no OpenShift network configuration');
  return (
    <>
      {failed && (
        <StackItem>
          <FailedRead failure={failed} onAgain={onAgain} />
        </StackItem>
      )}
      {note && (
        <StackItem>
          <Notice variant="info" title={note} />
        </StackItem>
      )}
    </>
  );
};
