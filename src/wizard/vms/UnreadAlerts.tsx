import { useState } from 'react';
import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import type { WatchedVms } from '../../cluster/watch/watchedVms';
import { unreadOf } from '../../domain/k8s/unread';
import type { Failure } from '../../domain/k8s/failure';
import { failureText } from '../../ui/text/failureText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

/** What could not be read, and what is unknown because of that; one alert, the server's words when it is opened. */
export const UnreadAlerts = ({ namespace, watched }: { namespace: string; watched: WatchedVms }) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { instancesFailure, podsFailure, servicesFailure } = watched;
  const unread: readonly (readonly [Failure | undefined, string])[] = [
    [instancesFailure, t('Instances of virtual machines could not be read, so their status is not known.')],
    [podsFailure, t('Pods could not be read, so what Services select is not known.')],
    [servicesFailure, t('Services could not be read, so names that are in use are not known.')],
  ];
  const told = unread.flatMap(([failure, text]) => (failure ? [{ failure, text }] : []));
  if (told.length === 0) return null;
  const isForbidden = told.every(({ failure }) => unreadOf(failure).state === 'forbidden');
  return (
    <Notice
      variant="warning"
      title={
        isForbidden
          ? t("You don't have permission to view some objects in project {{namespace}}", { namespace })
          : t('Some objects in project {{namespace}} could not be read', { namespace })
      }
    >
      <List isPlain>
        {told.map(({ text }) => (
          <ListItem key={text}>{text}</ListItem>
        ))}
      </List>
      <ExpandableSection
        toggleText={t('Details')}
        isExpanded={isOpen}
        onToggle={(_event, willExpand) => setOpen(willExpand)}
      >
        {isOpen && told.map(({ failure, text }) => <p key={text}>{failureText(t, failure)}</p>)}
      </ExpandableSection>
    </Notice>
  );
};
