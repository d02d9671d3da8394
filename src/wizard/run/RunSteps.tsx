import { Spinner } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationCircleIcon, ExclamationTriangleIcon, PendingIcon } from '@patternfly/react-icons';
import type { StepProgress, StepState } from '../../domain/steps/progress';
import { failureText } from '../../ui/text/failureText';
import { stepStateText } from '../../ui/text/steps/stepStateText';
import { stepText, waitingText } from '../../ui/text/steps/stepText';
import { useText } from '../../ui/useText';
import { Elapsed } from './Elapsed';
import { stepFact, type SeenByRun } from './stepFact';

interface RunStepsProps {
  /** names the list */
  readonly title: string;
  readonly progress: readonly StepProgress[];
  readonly seen: SeenByRun;
  /** false where the end of the run tells why a step has failed */
  readonly tellsFailures: boolean;
}

const MODIFIERS: Readonly<Record<StepState, string>> = {
  'not-started': 'pf-m-pending',
  running: 'pf-m-info pf-m-current',
  done: 'pf-m-success',
  failed: 'pf-m-danger',
  cancelled: 'pf-m-warning',
};

const Icons: Readonly<Record<StepState, () => JSX.Element>> = {
  'not-started': () => <PendingIcon />,
  running: () => <Spinner isInline aria-hidden />,
  done: () => <CheckCircleIcon />,
  failed: () => <ExclamationCircleIcon />,
  cancelled: () => <ExclamationTriangleIcon />,
};

/** The steps of a run with how far each is: facts below those that are done, what is waited for and since when. */
export const RunSteps = ({ title, progress, ...props }: RunStepsProps) => (
  <ol className="pf-v6-c-progress-stepper pf-m-vertical" aria-label={title}>
    {progress.map((entry) => (
      <RunStep key={entry.step.id} {...entry} {...props} />
    ))}
  </ol>
);

const RunStep = ({
  step,
  state,
  failure,
  seen,
  tellsFailures,
}: StepProgress & Omit<RunStepsProps, 'title' | 'progress'>) => {
  const t = useText();
  const Icon = Icons[state];
  const text = stepText(t, step);
  const isWaiting = state === 'running' && step.kind === 'await';
  const description = tellsFailures && failure ? failureText(t, failure) : stepFact(t, step, state, seen);
  return (
    <li
      className={`pf-v6-c-progress-stepper__step ${MODIFIERS[state]}`}
      aria-label={t('{{step}}: {{state}}', { step: text, state: stepStateText(t, state) })}
      {...(state === 'running' ? { 'aria-current': 'step' as const } : {})}
    >
      <div className="pf-v6-c-progress-stepper__step-connector">
        <span className="pf-v6-c-progress-stepper__step-icon" aria-hidden>
          <Icon />
        </span>
      </div>
      <div className="pf-v6-c-progress-stepper__step-main">
        <div className="pf-v6-c-progress-stepper__step-title">
          {isWaiting ? waitingText(t, step.condition) : text}
          {isWaiting && <Elapsed />}
        </div>
        {description !== '' && <div className="pf-v6-c-progress-stepper__step-description">{description}</div>}
      </div>
    </li>
  );
};
