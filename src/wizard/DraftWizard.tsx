import { useMemo, useState, type Dispatch, type ReactNode } from 'react';
import { Wizard, WizardStep } from '@patternfly/react-core';
import { isAlias, newDraft, type ExposeDraft } from '../domain/draft/draft';
import { isOfField, stepOf, type DraftStep } from '../domain/draft/draftProblems';
import type { Goal } from '../domain/draft/goal';
import { resolve } from '../domain/draft/resolve';
import { planExpose } from '../domain/plan/plan';
import { canLabelLive, canOnlyRequest, mayDo, rightsToPlan } from '../domain/steps/rights';
import type { ReadableNetwork } from '../cluster/ask/useReadableNetwork';
import type { Failure } from '../domain/k8s/failure';
import type { Seen } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { restartedVms, type Step } from '../domain/steps/step';
import { takingEffectRefusal } from '../domain/draft/specTiming';
import { useText } from '../ui/useText';
import { exposeText } from './vms/exposeTitle';
import type { DraftAction } from './draft/draftReducer';
import { PortsStep } from './ports/PortsStep';
import { ReachStep } from './reach/ReachStep';
import { typeRefusal } from '../domain/draft/typeRefusal';
import { lazyPart } from '../ui/loading/lazyPart';
import { useCopied } from '../ui/useCopied';
import { useWizardSteps, type StepState } from './draft/useWizardSteps';
import { HELD } from './review/reviewState';

// step 3 and its preview are loaded when the user opens them; the YAML library only with Review
const SelectionStep = lazyPart(() => import('./selection/SelectionStep'));
const ReviewStep = lazyPart(() => import('./review/ReviewStep'));

interface DraftWizardProps {
  /** the wizard's own header */
  readonly header: ReactNode;
  /** told in the first step */
  readonly notices: ReactNode;
  /** told in every step in which something is typed or selected */
  readonly lastingNotices: ReactNode;
  /** asked in every step, Review too */
  readonly questions: ReactNode;
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

/**
 * The four steps. Next needs a step without problems, and shows them where there are some; the last button needs the
 * permission and, for a restart, the typed confirmation.
 */
export const DraftWizard = ({
  header,
  notices,
  lastingNotices,
  questions,
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
  const { resolved, problems, goal } = useMemo(() => resolve(draft, seen, runId), [draft, seen, runId]);
  const isRequest = canOnlyRequest(rights, resolved.usesExistingService);
  const planned = rightsToPlan(rights, isRequest);
  const proposal = newDraft(seen, draft.vmNames, canLabelLive(planned, vms));
  const [draftBeforeSwitch, setDraftBeforeSwitch] = useState(resolved.usesExistingService ? proposal : draft);
  const steps = useMemo(() => (goal ? planExpose(goal, seen) : NO_STEPS), [goal, seen]);
  const mayApply = steps.every((step) => mayDo(step, rights));
  const restarted = restartedVms(steps);
  const isConfirmed = restarted.length === 0 || confirmation === restarted[0];

  const refused: Readonly<Record<DraftStep, boolean>> = {
    ports: false,
    reach: typeRefusal(draft.type, { resolved, rights, hasRouteApi }) !== undefined,
    selection: takingEffectRefusal(resolved, planned) !== undefined,
  };
  const isRefused = refused.reach || refused.selection;
  const stateOf = (step: DraftStep): StepState => {
    const found = problems.filter(({ field }) => stepOf(field) === step);
    if (refused[step] || found.some((problem) => !isOfField(problem))) return 'stuck';
    return found.length > 0 ? 'wrong' : 'fine';
  };
  const { frame, texts, propsOf, tellsAll, refusals } = useWizardSteps({
    ports: stateOf('ports'),
    reach: stateOf('reach'),
    selection: stateOf('selection'),
  });
  const form = {
    draft,
    proposal,
    resolved,
    draftBeforeSwitch,
    onBeforeSwitch: setDraftBeforeSwitch,
    problems,
    refusals,
    dispatch,
    vms,
    services,
    servicesFailure,
    rights,
    isRequest,
    cluster,
    hasRouteApi,
  };
  return (
    <Wizard
      {...frame}
      onClose={onClose}
      startIndex={startsAtReview && goal && !isRefused ? REVIEW_INDEX : 1}
      header={header}
    >
      <WizardStep {...propsOf('ports')} name={t('Service and ports')}>
        {notices}
        {lastingNotices}
        {questions}
        <PortsStep {...form} tellsAll={tellsAll('ports')} />
      </WizardStep>
      <WizardStep {...propsOf('reach')} name={t('Access')}>
        {lastingNotices}
        {questions}
        <ReachStep {...form} tellsAll={tellsAll('reach')} />
      </WizardStep>
      <WizardStep {...propsOf('selection')} name={t('VM selection')} isHidden={isAlias(draft)}>
        {lastingNotices}
        {questions}
        <SelectionStep {...form} tellsAll={tellsAll('selection')} />
      </WizardStep>
      <WizardStep
        id="review"
        name={t('Review')}
        isDisabled={problems.length > 0 || isRefused}
        footer={{
          ...texts,
          ...(mayApply
            ? {
                nextButtonText: exposeText(t, draft.vmNames.length, restarted.length),
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
        {questions}
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
