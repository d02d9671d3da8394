import { useRef, useState } from 'react';
import {
  ActionList,
  ActionListItem,
  Button,
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { Choice, Conflict } from '../../domain/draft/conflict';
import { conflictTexts } from '../../ui/text/conflictText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly onSettle: (conflict: Conflict, choice: Choice) => void;
}

/**
 * Asks, for each setting that somebody else has changed too, whose value the Service is to have. What was chosen is
 * told at the place that the focus goes to, because the button that had it is gone.
 */
const Conflicts = ({ conflicts, onSettle }: ConflictsProps) => {
  const t = useText();
  const [answer, setAnswer] = useState('');
  const answerRef = useRef<HTMLDivElement>(null);
  const settle = (conflict: Conflict, choice: Choice) => {
    const { setting, wanted, now } = conflictTexts(t, conflict);
    setAnswer(
      choice === 'theirs'
        ? t('{{setting}} stays as it is now: {{value}}', { setting, value: now })
        : t('{{setting}} is changed to your value: {{value}}', { setting, value: wanted }),
    );
    onSettle(conflict, choice);
    answerRef.current?.focus();
  };
  return (
    <>
      <div ref={answerRef} tabIndex={-1} role="status">
        {answer}
      </div>
      <div aria-live="polite">
        {conflicts.map((conflict) => {
          const { setting, before, wanted, now } = conflictTexts(t, conflict);
          const values: readonly (readonly [term: string, value: string])[] = [
            [t('It was'), before],
            [t('It is now'), now],
            [t('You want'), wanted],
          ];
          return (
            <Notice
              key={setting}
              variant="warning"
              className="pf-v6-u-mt-sm"
              title={t('Someone else also changed this: {{setting}}', { setting })}
            >
              <DescriptionList isHorizontal isCompact>
                {values.map(([term, value]) => (
                  <DescriptionListGroup key={term}>
                    <DescriptionListTerm>{term}</DescriptionListTerm>
                    <DescriptionListDescription>{value}</DescriptionListDescription>
                  </DescriptionListGroup>
                ))}
              </DescriptionList>
              <Content component="p">{t('Nothing is changed before you have chosen.')}</Content>
              <ActionList>
                <ActionListItem>
                  <Button
                    variant="secondary"
                    aria-label={t('Take their value of {{setting}}', { setting })}
                    onClick={() => settle(conflict, 'theirs')}
                  >
                    {t('Take their value')}
                  </Button>
                </ActionListItem>
                <ActionListItem>
                  <Button
                    variant="secondary"
                    aria-label={t('Keep my value of {{setting}}', { setting })}
                    onClick={() => settle(conflict, 'mine')}
                  >
                    {t('Keep my value')}
                  </Button>
                </ActionListItem>
              </ActionList>
            </Notice>
          );
        })}
      </div>
    </>
  );
};

export default Conflicts;
