import { lazy, Suspense, useMemo, useState, type Dispatch } from 'react';
import { Wizard, WizardStep, type WizardFooterProps } from '@patternfly/react-core';
import { diagnosePlanned } from '../domain/diagnosis/diagnose';
import type { ExposeDraft } from '../domain/draft';
import { draftProblems, stepOf, type DraftStep } from '../domain/draftProblems';
import { planExpose } from '../domain/plan';
import { plannedService } from '../domain/plannedService';
import { rightFor } from '../domain/rights';
import type { Rights, Seen, SeenVm } from '../domain/seen';
import type { Step } from '../domain/step';
import { Loading } from '../ui/Loading';
import { useText } from '../ui/useText';
import type { DraftAction } from './draftReducer';
import { PortsStep } from './PortsStep';
import { ReachStep } from './ReachStep';
import { SelectionStep } from './SelectionStep';

// the YAML library comes with Review alone
const ReviewStep = lazy(() => import('./ReviewStep'));

interface DraftWizardProps {
  readonly draft: ExposeDraft;
  readonly dispatch: Dispatch<DraftAction>;
  readonly vmName: string;
  readonly vmNames: readonly string[];
  readonly vm: SeenVm;
  readonly vms: readonly SeenVm[];
  readonly seen: Seen;
  readonly rights: Rights;
  readonly runId: string;
  /** called with the very steps that Review shows */
  readonly onApply: (steps: readonly Step[]) => void;
  readonly onClose: () => void;
}

/** The four steps. A step is left only when nothing in it has to be mended; Apply only with the right and, for a restart, with consent. */
export const DraftWizard = ({ draft, dispatch, vmName, vm, seen, rights, runId, onApply, onClose }: DraftWizardProps) => {
  const t = useText();
  const [confirmation, setConfirmation] = useState('');
  const problems = useMemo(() => draftProblems(draft, seen, runId), [draft, seen, runId]);
  const plan = useMemo(() => planExpose(draft, seen, runId), [draft, seen, runId]);
  const steps = plan.ok ? plan.steps : [];
  const findings = useMemo(() => diagnosePlanned(plannedService(draft, {}, runId), vm), [draft, vm, runId]);
  const mayApply = steps.every((step) => {
    const right = rightFor(step);
    return right === undefined || rights[right];
  });
  const isConfirmed = confirmation === vmName || !steps.some(({ kind }) => kind === 'restart');

  const hasProblem = (step: DraftStep) => problems.some(({ field }) => stepOf(field) === step);
  const statusOf = (step: DraftStep) => (hasProblem(step) ? ('error' as const) : ('default' as const));
  const texts: Partial<WizardFooterProps> = { nextButtonText: t('Next'), backButtonText: t('Back'), cancelButtonText: t('Cancel') };
  const footerOf = (step: DraftStep) => ({ ...texts, isNextDisabled: hasProblem(step) });
  const form = { draft, problems, dispatch, vm, rights };
  return (
    <Wizard onClose={onClose} isVisitRequired navAriaLabel={t('Steps of the wizard')} shouldFocusContent>
      <WizardStep id="ports" name={t('Ports and name')} status={statusOf('ports')} footer={footerOf('ports')}>
        <PortsStep {...form} />
      </WizardStep>
      <WizardStep id="reach" name={t('Who should reach it?')} footer={footerOf('reach')}>
        <ReachStep {...form} />
      </WizardStep>
      <WizardStep id="selection" name={t('How the Service finds the VM')} status={statusOf('selection')} footer={footerOf('selection')}>
        <SelectionStep {...form} />
      </WizardStep>
      <WizardStep
        id="review"
        name={t('Review')}
        isDisabled={problems.length > 0}
        footer={{ ...texts, nextButtonText: t('Apply'), isNextDisabled: !plan.ok || !mayApply || !isConfirmed, onNext: () => onApply(steps) }}
      >
        <Suspense fallback={<Loading />}>
          <ReviewStep vmName={vmName} steps={steps} rights={rights} findings={findings} confirmation={confirmation} onConfirm={setConfirmation} />
        </Suspense>
      </WizardStep>
    </Wizard>
  );
};
