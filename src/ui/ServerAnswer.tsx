import { Content, Label } from '@patternfly/react-core';
import type { DryRunAnswer } from '../cluster/run/dryRun';
import { mayDo } from '../domain/steps/rights';
import type { Rights } from '../domain/k8s/rights';
import { isWrite, type Step } from '../domain/steps/step';
import { failureText } from './text/failureText';
import { useText } from './useText';

/** True for a step that this user has no permission for. */
export const isForbidden = (step: Step, rights: Rights): boolean => !mayDo(step, rights);

interface ServerAnswerProps {
  readonly step: Step;
  /** undefined where they are not known: then the API server alone decides */
  readonly rights: Rights | undefined;
  /** false for a step that cannot be asked about before others are done */
  readonly isAsked: boolean;
  readonly answer: DryRunAnswer;
}

/** The user's right, then what the API server said in a dry run; it does not promise addresses, so none is shown. */
export const ServerAnswer = ({ step, rights, isAsked, answer }: ServerAnswerProps) => {
  const t = useText();
  if (!isWrite(step)) return null;
  if (rights && isForbidden(step, rights)) return <Label status="warning">{t('you may not')}</Label>;
  if (!isAsked) return <Label variant="outline">{t('checked when it is sent')}</Label>;
  if (!answer) return <Label variant="outline">{t('asking the API server')}</Label>;
  if (answer.accepted) return <Label status="success">{t('accepted by the API server')}</Label>;
  return (
    <>
      <Label status="danger">{t('refused by the API server')}</Label>{' '}
      <Content component="small">{failureText(t, answer.failure)}</Content>
    </>
  );
};
