import type { ReactNode } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import type { Diagnosis } from '../../domain/diagnosis/diagnose';
import { offerFor } from '../../domain/diagnosis/offer';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Situation } from '../../domain/diagnosis/situation';
import { reasonsOf } from '../../domain/exposure/reasons';
import { namespaceOf } from '../../domain/k8s/objects';
import { useText } from '../../ui/useText';
import { fixTask } from '../steps/fixTask';
import type { StepsTask } from '../steps/stepsTask';
import { FindingCard } from './FindingCard';
import { Section } from './Section';

interface FindingListProps {
  readonly diagnosis: Diagnosis;
  /** in which they were found */
  readonly situation: Situation;
  /** names the connection, for screen readers */
  readonly connection: string;
  /** opens the review of a fix */
  readonly onTask: (task: StepsTask) => void;
}

/** Findings as cards: those that the verdict rests on are shown, limitations and notes on request. */
export const FindingList = ({ diagnosis, situation, connection, onTask }: FindingListProps) => {
  const t = useText();
  const reasons = reasonsOf(diagnosis);
  const notes = diagnosis.findings.filter((finding) => !reasons.includes(finding));
  const cards = (some: readonly Finding[], label: string): ReactNode => (
    <List isPlain aria-label={label}>
      {some.map((finding) => (
        <ListItem key={finding.code}>
          <FindingCard
            finding={finding}
            namespace={namespaceOf(situation.service)}
            vm={situation.vm}
            offer={offerFor(finding.code, situation)}
            connection={connection}
            onFix={(title) => onTask(fixTask(title, finding, situation))}
          />
        </ListItem>
      ))}
    </List>
  );
  return (
    <>
      {reasons.length > 0 && cards(reasons, t('Findings'))}
      {notes.length > 0 && (
        <Section
          title={t('Show {{count}} notes', { count: notes.length })}
          openTitle={t('Hide {{count}} notes', { count: notes.length })}
          of={connection}
        >
          {() => cards(notes, t('Notes'))}
        </Section>
      )}
    </>
  );
};
