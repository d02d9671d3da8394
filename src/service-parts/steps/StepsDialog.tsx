import { useEffect, useRef, useState } from 'react';
import { useElementId } from '../../host/useElementId';
import { Button, Content, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useDryRuns } from '../../cluster/run/useDryRuns';
import { isEnding } from '../../cluster/run/useStepRun';
import type { Rights } from '../../domain/k8s/rights';
import { restartedVms, targetOf, type Step } from '../../domain/steps/step';
import { vmEffect } from '../../domain/steps/vmEffect';
import { FailureAlert } from '../../ui/FailureAlert';
import { NotPlannedAlert } from '../../ui/NotPlannedAlert';
import { Loading } from '../../ui/loading/Loading';
import { Notice } from '../../ui/Notice';
import { isForbidden, ServerAnswer } from '../../ui/ServerAnswer';
import { TextField } from '../../ui/TextField';
import { vmEffectText } from '../../ui/text/reach/vmEffectText';
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
  const { title, vmName, explanation, isDanger, plan, onDone } = task;
  const run = useSteps(plan, onDone);
  const { stage, steps, progress } = run;
  const isReady = stage === 'ready';
  const isBusy = stage === 'running';
  const { answers } = useDryRuns(isReady ? steps : NO_STEPS);
  const [typed, setTyped] = useState('');
  // the VM name to type before steps that restart it are sent
  const [restarted] = isReady ? restartedVms(steps) : [];
  const meaning = explanation ?? (steps.length > 0 ? vmEffectText(t, vmEffect(steps), vmName) : undefined);
  const mayNot = rights !== undefined && steps.some((step) => isForbidden(step, rights));
  const isNothingLeft = isReady && steps.length === 0;
  const hasSeveralProjects = new Set(progress.map(({ step }) => targetOf(step).namespace)).size > 1;
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
        {meaning && <Content component="p">{meaning}</Content>}
        {stage === 'planning' && <Loading />}
        {progress.length > 0 && (
          <ol className="pf-v6-c-list" aria-label={t('Steps')}>
            {progress.map((entry) => (
              <StepItem
                key={entry.step.id}
                {...entry}
                project={hasSeveralProjects ? targetOf(entry.step).namespace : undefined}
              >
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
            label={t('Type {{name}} to confirm the restart', { name: restarted })}
            hint={t('The guest OS shuts down and open connections are closed.')}
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
            variant={isDanger ? 'danger' : 'primary'}
            isDisabled={mayNot || (restarted !== undefined && typed !== restarted)}
            onClick={run.apply}
          >
            {title}
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
  if (isNothingLeft) return <Notice variant="success" title={t('No changes needed.')} />;
  switch (stage) {
    case 'not-planned':
      return failure ? <NotPlannedAlert failure={failure} /> : null;
    case 'failed':
      return failure ? (
        <FailureAlert title={t('Could not finish. Completed changes were kept.')} failure={failure}>
          <p>{t('Select Try again to check the cluster and show what is left to do.')}</p>
        </FailureAlert>
      ) : null;
    case 'cancelled':
      return <Notice variant="warning" title={t('Stopped. Completed changes were kept.')} />;
    case 'done':
      return <Notice variant="success" title={t('All changes were made.')} />;
    case 'running':
      return <>{t('Making changes.')}</>;
    case 'idle':
    case 'planning':
    case 'ready':
      return null;
  }
};

export default StepsDialog;
