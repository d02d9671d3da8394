import { useState } from 'react';
import { Content, List, ListItem } from '@patternfly/react-core';
import { useNow } from '../../cluster/ask/useNow';
import type { ClusterEvent } from '../../domain/k8s/objects';
import { CopyText } from '../../ui/CopyText';
import { useText } from '../../ui/useText';

interface WaitedForProps {
  /** of the Service, newest first */
  readonly events: readonly ClusterEvent[];
  /** where the Service is reached until then */
  readonly meanwhile: readonly string[];
}

const SECOND = 1000;
/** Minutes and seconds as `0:35`. */
const elapsedText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** For how long the address of a load balancer has been waited for, what its provider says, and the way until then. */
export const WaitedFor = ({ events, meanwhile }: WaitedForProps) => {
  const t = useText();
  const now = useNow(SECOND);
  const [since] = useState(now);
  return (
    <div>
      {/* not announced: it changes every second */}
      <Content component="p" aria-live="off">
        {t('Waiting for {{elapsed}}', { elapsed: elapsedText(now - since) })}
      </Content>
      {events.length > 0 && (
        <List aria-label={t('Events of the Service')}>
          {events.slice(0, 3).map(({ metadata, reason = '', message = '' }) => (
            <ListItem key={metadata?.uid}>{[reason, message].filter(Boolean).join(': ')}</ListItem>
          ))}
        </List>
      )}
      {meanwhile.length > 0 && (
        <>
          <strong>{t('Meanwhile, use a node port')}</strong>
          {meanwhile.map((address) => (
            <div key={address}>
              <CopyText text={address} />
            </div>
          ))}
        </>
      )}
    </div>
  );
};
