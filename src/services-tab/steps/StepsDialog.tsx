import { useEffect, useRef, useState } from 'react';
import { useElementId } from '../../host/useElementId';
import { Button, Content, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useDryRuns } from '../../cluster/run/useDryRuns';
import { isEnding } from '../../cluster/run/useStepRun';
import type { Rights } from '../../domain/k8s/rights';
import { restartedVms, type Step } from '../../domain/steps/step';
import { FailureAlert } from '../../ui/FailureAlert';
import { NotPlannedAlert } from '../../ui/NotPlannedAlert';
import { Loading } from '../../ui/loading/Loading';
import { Notice } from '../../ui/Notice';
import { isForbidden, ServerAnswer } from '../../ui/ServerAnswer';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { StepItem } from './StepItem';
import type { StepsTask } from './stepsTask';
import { useSteps, type Steps } from './useSteps';

interface StepsDialogProps {
  readonly task: StepsTask;
  /** undefined when they are unknown: the API server alone decides then */
  readonly rights: Rights | undefined;
  readonly onClose: () => void;
}

const NO_STEPS: readonly Step[] = [];

/**
 * Shows the steps of a task with what is sent and the API server's dry-run answers, sends them once confirmed, and
 * shows their progress.
 */
const StepsDialog = ({ task, rights, onClose }: StepsDialogProps) => {
  const t = useText();
  const id = useElementId();
  const { title, explanation, plan, onDone } = task;
  const run = useSteps(plan, onDone);
  const { stage, steps, progress } = run;
  const isReady = stage === 'ready';
  const isBusy = stage === 'running';
  const { answers } = useDryRuns(isReady ? steps : NO_STEPS);
  const [typed, setTyped] = useState('');
  // the VM name to type before steps that restart it are sent
  const [restarted] = isReady ? restartedVms(steps) : [];
  const mayNot = rights !== undefined && steps.some((step) => isForbidden(step, rights));
  const isNothingLeft = isReady && steps.length === 0;
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the pressed button is gone: move the focus to the outcome
    if (document.activeElement === document.body) news.current?.focus();
  }, [stage]);
  const retry = () => {
    setTyped('');
    run.retry();
  };
  return (
    // a running task is stopped first, then closed
    <Modal
      isOpen
      variant="medium"
      {...(isBusy ? {} : { onClose })}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      aria-busy={isBusy || stage === 'planning'}
    >
      <ModalHeader title={title} labelId={`${id}-title`} />
      <ModalBody id={`${id}-body`}>
        {explanation && <Content component="p">{explanation}</Content>}
        {stage === 'planning' && <Loading />}
        {progress.length > 0 && (
          <ol className="pf-v6-c-list" aria-label={t('Steps')}>
            {progress.map((entry) => (
              <StepItem key={entry.step.id} {...entry}>
                {isReady && entry.state === 'not-started' ? (
                  <ServerAnswer step={entry.step} rights={rights} answer={answers.get(entry.step.id)} />
                ) : undefined}
              </StepItem>
            ))}
          </ol>
        )}
        {isReady && mayNot && (
          <Notice
            variant="warning"
            title={t(
              "You don't have permission to make some of these changes. Copy the commands for someone who has permission.",
            )}
          />
        )}
        {restarted !== undefined && !mayNot && (
          <TextField
            id={`${id}-name`}
            label={t('Type {{name}} to confirm that it is restarted', { name: restarted })}
            hint={t('Its guest is shut down and boots again; connections to it break.')}
            value={typed}
            onChange={setTyped}
            isRequired
          />
        )}
        <div ref={news} tabIndex={-1} aria-live="polite" className="pf-v6-u-mt-md">
          <StepsEnd run={run} isNothingLeft={isNothingLeft} />
        </div>
      </ModalBody>
      <ModalFooter>
        {isReady && !isNothingLeft && (
          <Button
            variant="primary"
            isDisabled={mayNot || (restarted !== undefined && typed !== restarted)}
            onClick={run.apply}
          >
            {t('Apply')}
          </Button>
        )}
        {isBusy && (
          <Button variant="secondary" onClick={run.cancel}>
            {t('Stop after this step')}
          </Button>
        )}
        {isEnding(stage) && stage !== 'done' && (
          <Button variant="primary" onClick={retry}>
            {t('Try again')}
          </Button>
        )}
        {!isBusy && (
          <Button variant="link" onClick={onClose}>
            {isReady && !isNothingLeft ? t('Cancel') : t('Close')}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
};

/** The outcome, and what was kept. */
const StepsEnd = ({ run: { stage, failure }, isNothingLeft }: { run: Steps; isNothingLeft: boolean }) => {
  const t = useText();
  if (isNothingLeft) return <Notice variant="success" title={t('Nothing is left to do.')} />;
  switch (stage) {
    case 'not-planned':
      return failure ? <NotPlannedAlert failure={failure} /> : null;
    case 'failed':
      return failure ? (
        <FailureAlert title={t('A step failed. What was done before it is kept.')} failure={failure}>
          <p>{t('Try again looks at the cluster again and shows only what is left.')}</p>
        </FailureAlert>
      ) : null;
    case 'cancelled':
      return <Notice variant="warning" title={t('Stopped. What was done before is kept.')} />;
    case 'done':
      return <Notice variant="success" title={t('All steps are done.')} />;
    case 'running':
      return <>{t('The steps are being sent.')}</>;
    case 'idle':
    case 'planning':
    case 'ready':
      return null;
  }
};

export default StepsDialog;
