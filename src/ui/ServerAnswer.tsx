import { Content, Label } from '@patternfly/react-core';
import type { DryRunAnswer } from '../cluster/run/dryRun';
import { mayDo } from '../domain/steps/rights';
import type { Rights } from '../domain/k8s/rights';
import { isWrite, type Step } from '../domain/steps/step';
import { reservationTexts } from './text/reservationTexts';
import { failureText } from './text/failureText';
import { useText } from './useText';

/** True for a step that this user has no permission for. */
export const isForbidden = (step: Step, rights: Rights): boolean => !mayDo(step, rights);

interface ServerAnswerProps {
  readonly step: Step;
  /** undefined where they are not known: then the API server alone decides */
  readonly rights: Rights | undefined;
  readonly answer: DryRunAnswer;
}

/** The user's right, then what the API server said in a dry run; it does not promise addresses, so none is shown. */
export const ServerAnswer = ({ step, rights, answer }: ServerAnswerProps) => {
  const t = useText();
  if (!isWrite(step)) return null;
  if (rights && isForbidden(step, rights)) return <Label status="warning">{t('No permission')}</Label>;
  if (!answer) return <Label variant="outline">{t('asking the API server')}</Label>;
  if (answer.accepted)
    return (
      <>
        <Label status="success">{t('Dry run passed')}</Label>
        {reservationTexts(t, answer).map((text) => (
          <Content component="small" key={text}>
            {text}
          </Content>
        ))}
      </>
    );
  return (
    <>
      <Label status="danger">{t('Dry run failed')}</Label>{' '}
      <Content component="small">{failureText(t, answer.failure)}</Content>
    </>
  );
};
