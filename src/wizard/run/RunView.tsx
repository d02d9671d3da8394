import {
  ActionList,
  ActionListItem,
  Button,
  Content,
  PageSection,
  ProgressStep,
  ProgressStepper,
  Title,
  type ProgressStepProps,
} from '@patternfly/react-core';
import { isEnding } from '../../cluster/run/useStepRun';
import { nameOf } from '../../domain/k8s/objects';
import type { StepProgress, StepState } from '../../domain/steps/progress';
import type { Failure } from '../../domain/k8s/failure';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { NotPlannedAlert } from '../../ui/NotPlannedAlert';
import { failureText } from '../../ui/text/failureText';
import { problemText } from '../../ui/text/problemText';
import { stepStateText } from '../../ui/text/stepStateText';
import { stepText } from '../../ui/text/stepText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { ShutdownNotice } from './ShutdownNotice';
import type { Run } from './useRun';

interface RunViewProps {
  readonly run: Run;
  /** the VMs as they are now */
  readonly vms: readonly SeenVm[];
  readonly rights: Rights;
  readonly onForce: (steps: readonly Step[]) => Promise<Failure | undefined>;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
  readonly onCancel: () => void;
  /** back to the draft, which is kept */
  readonly onBack: () => void;
}

const VARIANTS: Readonly<Record<StepState, NonNullable<ProgressStepProps['variant']>>> = {
  'not-started': 'pending',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
};

/** A run in progress: each step with its state, the API server's message for a failed one, and the ways to continue. */
const RunView = ({ run, vms, rights, onForce, onRetry, onUndo, onCancel, onBack }: RunViewProps) => {
  const t = useText();
  const { progress, stage, purpose } = run;
  const isEnded = isEnding(stage);
  const title = purpose === 'undo' ? t('Undoing changes') : t('Exposing the virtual machine');
  const isUndone = purpose === 'undo' && stage === 'done';
  return (
    <PageSection hasBodyWrapper={false} aria-busy={!isEnded}>
      <Title headingLevel="h2" className="pf-v6-u-mb-md">
        {title}
      </Title>
      <ProgressStepper isVertical aria-label={title}>
        {progress.map(({ step, state, failure }) => (
          <ProgressStep
            key={step.id}
            id={step.id}
            titleId={`${step.id}-title`}
            variant={VARIANTS[state]}
            isCurrent={state === 'running'}
            aria-label={`${stepText(t, step)}: ${stepStateText(t, state)}`}
            description={failure ? failureText(t, failure) : stepStateText(t, state)}
          >
            {stepText(t, step)}
          </ProgressStep>
        ))}
      </ProgressStepper>
      {vms
        .filter((vm) => isRenewing(progress, nameOf(vm.vm)))
        .map((vm) => (
          <ShutdownNotice key={nameOf(vm.vm)} vm={vm} rights={rights} onForce={onForce} />
        ))}
      <div aria-live="polite" className="pf-v6-u-mt-md">
        {isEnded && <RunEndAlert run={run} />}
      </div>
      <ActionList className="pf-v6-u-mt-md">
        {!isEnded && (
          <ActionListItem>
            <Button variant="secondary" onClick={onCancel}>
              {t('Stop after this step')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && !isUndone && (
          <ActionListItem>
            <Button variant="primary" onClick={purpose === 'undo' ? onUndo : onRetry}>
              {t('Retry')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && purpose === 'expose' && (
          <ActionListItem>
            <Button variant="secondary" onClick={onUndo}>
              {t('Undo')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && (
          <ActionListItem>
            <Button variant="link" onClick={onBack}>
              {t('Back to the wizard')}
            </Button>
          </ActionListItem>
        )}
      </ActionList>
    </PageSection>
  );
};

/** True while the run waits for the restart of that VM. */
const isRenewing = (progress: readonly StepProgress[], vmName: string): boolean =>
  progress.some(
    ({ step, state }) =>
      state === 'running' &&
      step.kind === 'await' &&
      step.condition.until === 'vmi-renewed' &&
      step.condition.vmName === vmName,
  );

/** Why the run stopped; nothing is rolled back unless the user asks for it. */
const RunEndAlert = ({ run: { stage, failure, problems = [], purpose } }: { run: Run }) => {
  const t = useText();
  switch (stage) {
    case 'not-planned':
      return failure ? (
        <NotPlannedAlert failure={failure} />
      ) : (
        <Notice variant="danger" title={t('The cluster has changed, so the run cannot go on as it was planned.')}>
          {[...new Set(problems.map(({ code }) => code))].map((code) => (
            <Content component="p" key={code}>
              {problemText(t, code)}
            </Content>
          ))}
        </Notice>
      );
    case 'failed':
      return (
        <Notice variant="danger" title={t('A step failed. What was done before it is kept.')}>
          {purpose === 'undo'
            ? t('Retry looks at the cluster again and takes back only what is left.')
            : t('Retry looks at the cluster again and does only what is left. Undo takes back what this run did.')}
        </Notice>
      );
    case 'cancelled':
      return <Notice variant="warning" title={t('Stopped. What was done before is kept.')} />;
    case 'done':
      return purpose === 'undo' ? (
        <Notice variant="success" title={t('Everything that this run did was taken back.')} />
      ) : null;
    case 'idle':
    case 'planning':
    case 'ready':
    case 'running':
      return null;
  }
};

export default RunView;
