import { Button, Content } from '@patternfly/react-core';
import type { Finding } from '../../domain/diagnosis/finding';
import { offerFor } from '../../domain/diagnosis/offer';
import type { Situation } from '../../domain/diagnosis/situation';
import { CopyText } from '../../ui/CopyText';
import { findingText, findingTitle, fixLabel } from '../../ui/text/findings/findingText';
import { useText } from '../../ui/useText';

interface FindingOfResultProps {
  readonly finding: Finding;
  /** what it was found in */
  readonly situation: Situation;
  /** opens the review of the fix, whose title are the words of the button */
  readonly onFix: (title: string) => void;
}

/** What keeps a VM from being reached: what it is, and the fix, or a command to look or to mend by. */
export const FindingOfResult = ({ finding, situation, onFix }: FindingOfResultProps) => {
  const t = useText();
  const { command, steps } = offerFor(finding.code, situation);
  const [line = '', ...more] = (command ?? '').split('\n');
  const label = steps.length > 0 ? fixLabel(t, finding, steps) : undefined;
  return (
    <div>
      <Content component="p">
        <strong>{findingTitle(t, finding)}</strong>
      </Content>
      <Content component="p">{findingText(t, finding)}</Content>
      {label !== undefined ? (
        <Button variant="secondary" size="sm" className="pf-v6-u-mt-sm" onClick={() => onFix(label)}>
          {label}
        </Button>
      ) : (
        line && more.length === 0 && <CopyText text={line} />
      )}
    </div>
  );
};
