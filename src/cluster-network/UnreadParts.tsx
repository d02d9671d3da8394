import { Button, StackItem } from '@patternfly/react-core';
import type { KnownClusterNetwork } from '../cluster/ask/useClusterNetwork';
import { FailureAlert } from '../ui/FailureAlert';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';

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
  return (
    <>
      {failed && (
        <StackItem>
          <FailureAlert title={t('Some values could not be read')} failure={failed}>
            <Button variant="link" isInline onClick={onAgain}>
              {t('Try again')}
            </Button>
          </FailureAlert>
        </StackItem>
      )}
      {parts.some(({ state }) => state === 'forbidden') && (
        <StackItem>
          <Notice variant="info" title={t('Some values need administrator permissions')} />
        </StackItem>
      )}
      {network.state === 'absent' && (
        <StackItem>
          <Notice variant="info" title={t('This cluster has no OpenShift network configuration')} />
        </StackItem>
      )}
    </>
  );
};
