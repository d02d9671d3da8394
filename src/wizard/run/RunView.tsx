import { useEffect, useRef } from 'react';
import { ActionList, ActionListItem, Button, PageSection } from '@patternfly/react-core';
import { isEnding } from '../../cluster/run/useStepRun';
import { isFinal, type Failure } from '../../domain/k8s/failure';
import { nameOf } from '../../domain/k8s/objects';
import type { Rights } from '../../domain/k8s/rights';
import type { Seen } from '../../domain/k8s/seen';
import { planUndo } from '../../domain/plan/planUndo';
import type { RunRecord } from '../../domain/plan/run';
import type { StepProgress } from '../../domain/steps/progress';
import { isWrite, type Step } from '../../domain/steps/step';
import { useText, type Text } from '../../ui/useText';
import { RunEnd } from './RunEnd';
import { RunSteps } from './RunSteps';
import { ShutdownNotice } from './ShutdownNotice';
import type { Run } from './useRun';

interface RunViewProps {
  readonly run: Run;
  /** what the run and those before it have planned */
  readonly record: RunRecord;
  /** the VMs that the run exposes, and the project's Services and Routes, as they are now */
  readonly seen: Seen;
  readonly rights: Rights;
  readonly onForce: (steps: readonly Step[]) => Promise<Failure | undefined>;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
  readonly onCancel: () => void;
  /** back to the draft, which is kept */
  readonly onBack: () => void;
}

function titleText(t: Text, { purpose }: Run, names: readonly string[]): string {
  const [name = '', ...others] = names;
  if (purpose === 'undo') return t('Undoing changes');
  return others.length === 0
    ? t('Exposing {{name}}', { name })
    : t('Exposing {{count}} VMs', { count: others.length + 1 });
}

/** A run in progress: each step with how far it is, why the run stopped, and the ways to continue. */
const RunView = ({ run, record, seen, rights, onForce, onRetry, onUndo, onCancel, onBack }: RunViewProps) => {
  const t = useText();
  const { progress, stage, purpose, failure } = run;
  const isEnded = isEnding(stage);
  const names = seen.vms.map(({ vm }) => nameOf(vm));
  const title = titleText(t, run, names);
  const isUndone = purpose === 'undo' && stage === 'done';
  // what was sent but is not seen yet counts, too
  const hasChanges =
    planUndo(record, seen, rights).length > 0 || progress.some(({ step, state }) => state === 'done' && isWrite(step));
  // where another try would fail again, the draft is where something can be done
  const isBackFirst = purpose === 'expose' && stage === 'failed' && failure !== undefined && isFinal(failure);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [purpose]);
  return (
    <PageSection hasBodyWrapper={false} aria-busy={!isEnded}>
      {/* PatternFly's Title takes no ref */}
      <h2 ref={heading} tabIndex={-1} className="pf-v6-c-title pf-m-h2 pf-v6-u-mb-md">
        {title}
      </h2>
      <RunSteps title={title} progress={progress} seen={seen} tellsFailures={stage === 'not-planned'} />
      {seen.vms
        .filter((vm) => isRenewing(progress, nameOf(vm.vm)))
        .map((vm) => (
          <ShutdownNotice key={nameOf(vm.vm)} vm={vm} rights={rights} onForce={onForce} />
        ))}
      <div aria-live="polite" className="pf-v6-u-mt-md">
        {isEnded && <RunEnd run={run} name={names.join(', ')} hasChanges={hasChanges} />}
      </div>
      <ActionList className="pf-v6-u-mt-md">
        {!isEnded && (
          <ActionListItem>
            <Button variant="secondary" onClick={onCancel}>
              {t('Stop after this step')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && isBackFirst && (
          <ActionListItem>
            <Button variant="primary" onClick={onBack}>
              {t('Back to review')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && !isUndone && (
          <ActionListItem>
            <Button variant={isBackFirst ? 'secondary' : 'primary'} onClick={purpose === 'undo' ? onUndo : onRetry}>
              {t('Try again')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && purpose === 'expose' && hasChanges && (
          <ActionListItem>
            <Button variant="secondary" onClick={onUndo}>
              {t('Undo')}
            </Button>
          </ActionListItem>
        )}
        {isEnded && !isBackFirst && (
          <ActionListItem>
            <Button variant="link" onClick={onBack}>
              {t('Back to review')}
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

export default RunView;
