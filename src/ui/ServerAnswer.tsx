import type { ReactNode } from 'react';
import { Content, Icon, type IconComponentProps } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
} from '@patternfly/react-icons';
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
  /** true where the reason of a refusal is told elsewhere on the page */
  readonly hidesReason?: boolean;
}

/** The user's right, then what the API server said in a dry run; it does not promise addresses, so none is shown. */
export const ServerAnswer = ({ step, rights, answer, hidesReason = false }: ServerAnswerProps) => {
  const t = useText();
  if (!isWrite(step)) return null;
  if (rights && isForbidden(step, rights))
    return <Check status="warning" icon={<ExclamationTriangleIcon />} text={t('No permission')} />;
  if (!answer) return <Check icon={<InProgressIcon />} text={t('Dry run in progress')} />;
  if (answer.accepted)
    return (
      <>
        <Check status="success" icon={<CheckCircleIcon />} text={t('Dry run passed')} />
        {reservationTexts(t, answer).map((text) => (
          <Content component="small" key={text}>
            {text}
          </Content>
        ))}
      </>
    );
  return (
    <>
      <Check status="danger" icon={<ExclamationCircleIcon />} text={t('Dry run failed')} />
      {!hidesReason && <Content component="small">{failureText(t, answer.failure)}</Content>}
    </>
  );
};

interface CheckProps {
  readonly status?: NonNullable<IconComponentProps['status']>;
  readonly icon: ReactNode;
  readonly text: string;
}

/** An icon with its meaning beside it. */
const Check = ({ status, icon, text }: CheckProps) => (
  <span>
    <Icon isInline {...(status ? { status } : {})} className="pf-v6-u-mr-xs">
      {icon}
    </Icon>
    <span>{text}</span>
  </span>
);
