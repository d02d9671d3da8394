import { Content } from '@patternfly/react-core';
import { NotPlannedAlert } from '../../ui/NotPlannedAlert';
import { Notice } from '../../ui/Notice';
import { failureText } from '../../ui/text/failureText';
import { problemText } from '../../ui/text/problemText';
import { stepText } from '../../ui/text/steps/stepText';
import { useText, type Text } from '../../ui/useText';
import type { Run } from './useRun';

interface RunEndProps {
  readonly run: Run;
  /** what the run exposes */
  readonly name: string;
  /** false when the run has changed nothing that could be undone */
  readonly hasChanges: boolean;
}

function failedText(t: Text, { run: { purpose }, name, hasChanges }: RunEndProps): string {
  if (purpose === 'undo') return t('Could not undo all changes');
  return hasChanges
    ? t('Could not finish exposing {{name}}. Completed changes were kept.', { name })
    : t('Could not expose {{name}}. Nothing was changed.', { name });
}

/** Why the run stopped, in the API server's words; nothing is rolled back unless the user asks for it. */
export const RunEnd = (props: RunEndProps) => {
  const t = useText();
  const { stage, failure, problems = [], purpose, progress } = props.run;
  switch (stage) {
    case 'not-planned':
      return failure ? (
        <NotPlannedAlert failure={failure} />
      ) : (
        <Notice variant="danger" title={t('The cluster has changed, so the plan no longer fits')}>
          {[...new Set(problems.map(({ code }) => code))].map((code) => (
            <Content component="p" key={code}>
              {problemText(t, code)}
            </Content>
          ))}
        </Notice>
      );
    case 'failed':
      return (
        <Notice variant="danger" title={failedText(t, props)}>
          {progress
            .filter(({ state }) => state === 'failed')
            .map((entry) => (
              <Content component="p" key={entry.step.id}>
                <strong>{stepText(t, entry.step)}</strong>
                <br />
                {entry.failure && failureText(t, entry.failure)}
              </Content>
            ))}
        </Notice>
      );
    case 'cancelled':
      return <Notice variant="warning" title={t('Stopped. Completed changes were kept.')} />;
    case 'done':
      return purpose === 'undo' ? <Notice variant="success" title={t('All changes of this run were undone')} /> : null;
    case 'idle':
    case 'planning':
    case 'ready':
    case 'running':
      return null;
  }
};
