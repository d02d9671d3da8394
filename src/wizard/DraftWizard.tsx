import { useMemo, useState, type Dispatch } from 'react';
import { Wizard, WizardStep, type WizardFooterProps } from '@patternfly/react-core';
import { isAlias, newDraft, type ExposeDraft } from '../domain/draft/draft';
import { stepOf, type DraftStep } from '../domain/draft/draftProblems';
import type { Goal } from '../domain/draft/goal';
import { resolve } from '../domain/draft/resolve';
import { planExpose } from '../domain/plan/plan';
import { canLabelLive, mayDo } from '../domain/steps/rights';
import type { ReadableNetwork } from '../cluster/ask/useReadableNetwork';
import type { Failure } from '../domain/k8s/failure';
import type { Seen } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { restartedVms, type Step } from '../domain/steps/step';
import { takingEffectRefusal } from '../domain/draft/specTiming';
import { useText, type Text } from '../ui/useText';
import type { DraftAction } from './draft/draftReducer';
import { PortsStep } from './ports/PortsStep';
import { ReachStep } from './reach/ReachStep';
import { typeRefusal } from '../domain/draft/typeRefusal';
import { lazyPart } from '../ui/loading/lazyPart';
import { useCopied } from '../ui/useCopied';
import { HELD } from './review/reviewState';

// step 3 and its preview are loaded when the user opens them; the YAML library only with Review
const SelectionStep = lazyPart(() => import('./selection/SelectionStep'));
const ReviewStep = lazyPart(() => import('./review/ReviewStep'));

interface DraftWizardProps {
  readonly draft: ExposeDraft;
  readonly dispatch: Dispatch<DraftAction>;
  readonly seen: Seen;
  /** why the Services of `seen` could not be read */
  readonly servicesFailure: Failure | undefined;
  readonly rights: Rights;
  readonly cluster: ReadableNetwork;
  readonly hasRouteApi: boolean;
  readonly runId: string;
  /** true to open on Review, where the draft allows it */
  readonly startsAtReview: boolean;
  /** called when Review is shown; the same function at each render */
  readonly onReview: () => void;
  /** called with the goal and the very steps that Review shows */
  readonly onApply: (goal: Goal, steps: readonly Step[]) => void;
  readonly onClose: () => void;
}

const NO_STEPS: readonly Step[] = [];
/** Review's place among the steps of the wizard, hidden ones counted. */
const REVIEW_INDEX = 4;

/** The words of the button that starts the run; a restart is named where there is one. */
function exposeText(t: Text, vmCount: number, restarts: boolean): string {
  if (vmCount === 1) return restarts ? t('Expose and restart VM') : t('Expose VM');
  return restarts ? t('Expose and restart VMs') : t('Expose VMs');
}

/**
 * The four steps. Next needs a step without problems; the last button needs the permission and, for a restart, the
 * typed confirmation.
 */
export const DraftWizard = ({
  draft,
  dispatch,
  seen,
  servicesFailure,
  rights,
  cluster,
  hasRouteApi,
  runId,
  startsAtReview,
  onReview,
  onApply,
  onClose,
}: DraftWizardProps) => {
  const t = useText();
  const { vms, services } = seen;
  const [confirmation, setConfirmation] = useState('');
  // what Review has found: whether it holds the plan back, and which blockers the user has accepted
  const [review, setReview] = useState(HELD);
  const [accepted, setAccepted] = useState('');
  const [isCopied, copy] = useCopied();
  const proposal = newDraft(seen, draft.vmNames, canLabelLive(rights, vms));
  const { resolved, problems, goal } = useMemo(() => resolve(draft, seen, runId), [draft, seen, runId]);
  const [draftBeforeSwitch, setDraftBeforeSwitch] = useState(resolved.usesExistingService ? proposal : draft);
  const steps = useMemo(() => (goal ? planExpose(goal, seen) : NO_STEPS), [goal, seen]);
  const mayApply = steps.every((step) => mayDo(step, rights));
  const restarted = restartedVms(steps);
  const isConfirmed = restarted.length === 0 || confirmation === restarted[0];

  const refused: Readonly<Record<DraftStep, boolean>> = {
    ports: false,
    reach: typeRefusal(draft.type, { resolved, rights, hasRouteApi }) !== undefined,
    selection: takingEffectRefusal(resolved, rights) !== undefined,
  };
  const isRefused = refused.reach || refused.selection;
  const hasProblem = (step: DraftStep) => problems.some(({ field }) => stepOf(field) === step) || refused[step];
  const statusOf = (step: DraftStep) => (hasProblem(step) ? ('error' as const) : ('default' as const));
  const texts: Partial<WizardFooterProps> = {
    nextButtonText: t('Next'),
    backButtonText: t('Back'),
    cancelButtonText: t('Cancel'),
  };
  const footerOf = (step: DraftStep) => ({ ...texts, isNextDisabled: hasProblem(step) });
  const form = {
    draft,
    proposal,
    resolved,
    draftBeforeSwitch,
    onBeforeSwitch: setDraftBeforeSwitch,
    problems,
    dispatch,
    vms,
    services,
    servicesFailure,
    rights,
    cluster,
    hasRouteApi,
  };
  return (
    <Wizard
      onClose={onClose}
      startIndex={startsAtReview && goal && !isRefused ? REVIEW_INDEX : 1}
      isVisitRequired
      navAriaLabel={t('Steps of the wizard')}
      shouldFocusContent
      // grows into the rest of the page, so that the footer stays in view and the step scrolls; the number 0 is ignored
      height="0"
      className="pf-v6-u-flex-grow-1"
    >
      <WizardStep id="ports" name={t('Service and ports')} status={statusOf('ports')} footer={footerOf('ports')}>
        <PortsStep {...form} />
      </WizardStep>
      <WizardStep id="reach" name={t('Access')} status={statusOf('reach')} footer={footerOf('reach')}>
        <ReachStep {...form} />
      </WizardStep>
      <WizardStep
        id="selection"
        name={t('VM selection')}
        isHidden={isAlias(draft)}
        status={statusOf('selection')}
        footer={footerOf('selection')}
      >
        <SelectionStep {...form} />
      </WizardStep>
      <WizardStep
        id="review"
        name={t('Review')}
        isDisabled={problems.length > 0 || isRefused}
        footer={{
          ...texts,
          ...(mayApply
            ? {
                nextButtonText: exposeText(t, vms.length, restarted.length > 0),
                isNextDisabled: !goal || isRefused || review.isHeld || !isConfirmed,
                onNext: () => goal && onApply(goal, steps),
              }
            : {
                nextButtonText: isCopied ? t('Request copied') : t('Copy request'),
                isNextDisabled: review.request === undefined,
                onNext: () => copy(review.request ?? ''),
              }),
        }}
      >
        {goal && (
          <ReviewStep
            goal={goal}
            steps={steps}
            rights={rights}
            restarted={restarted}
            confirmation={confirmation}
            onConfirm={setConfirmation}
            services={services}
            accepted={accepted}
            onAccept={setAccepted}
            onState={setReview}
            onOpen={onReview}
          />
        )}
      </WizardStep>
    </Wizard>
  );
};
