import type { ReactNode } from 'react';
import { Content } from '@patternfly/react-core';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { useText } from '../../ui/useText';
import { verdictText } from '../../ui/text/verdictText';
import { StatusIcon, VERDICT_LOOKS } from '../../ui/verdict/StatusIcon';

interface RowStatusProps {
  readonly verdict: Verdict;
  /** true where it works with a limitation that the note names */
  readonly isLimited?: boolean | undefined;
  /** a few words about why, or about what was tested */
  readonly note?: ReactNode;
}

/** The status of a row: icon and word, and below it a few words about why. */
export const RowStatus = ({ verdict, isLimited = false, note }: RowStatusProps) => {
  const t = useText();
  const look = isLimited && verdict === 'reachable' ? 'warning' : VERDICT_LOOKS[verdict];
  return (
    <>
      <div>
        <StatusIcon look={look} /> {verdictText(t, verdict)}
      </div>
      {note !== undefined && <Content component="small">{note}</Content>}
    </>
  );
};
