import { Content } from '@patternfly/react-core';
import type { Finding } from '../../domain/diagnosis/finding';
import { offerFor } from '../../domain/diagnosis/offer';
import type { Situation } from '../../domain/diagnosis/situation';
import { CopyText } from '../../ui/CopyText';
import { findingText, findingTitle } from '../../ui/text/findings/findingText';
import { useText } from '../../ui/useText';

interface FindingOfResultProps {
  readonly finding: Finding;
  /** what it was found in */
  readonly situation: Situation;
}

/** What keeps a VM from being reached: what it is, what to do, and a command to look or to mend by. */
export const FindingOfResult = ({ finding, situation }: FindingOfResultProps) => {
  const t = useText();
  const { command, steps } = offerFor(finding.code, situation);
  const [line = '', ...more] = (command ?? '').split('\n');
  return (
    <div>
      <Content component="p">
        <strong>{findingTitle(t, finding)}</strong>
      </Content>
      <Content component="p">{findingText(t, finding)}</Content>
      {steps.length > 0 ? (
        <Content component="p">{t('You can fix this on the Services tab.')}</Content>
      ) : (
        line && more.length === 0 && <CopyText text={line} />
      )}
    </div>
  );
};
