import { useCallback, useMemo, useState, type Dispatch, type ReactNode } from 'react';
import { Button, Wizard, WizardStep } from '@patternfly/react-core';
import type { ReadableNetwork } from '../../cluster/ask/useReadableNetwork';
import { vmsOfPattern, type EachPattern } from '../../domain/bulk/eachPattern';
import { commonOf, isOfNames, type EachPlan, type EachPlans } from '../../domain/bulk/planEach';
import type { DraftStep } from '../../domain/draft/draftProblems';
import { typeRefusal } from '../../domain/draft/typeRefusal';
import type { Failure } from '../../domain/k8s/failure';
import type { Rights } from '../../domain/k8s/rights';
import { vmNamed, type Seen } from '../../domain/k8s/seen';
import { canOnlyRequest } from '../../domain/steps/rights';
import { restartedVms } from '../../domain/steps/step';
import { lazyPart } from '../../ui/loading/lazyPart';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { StepForm } from '../draft/StepForm';
import type { StepProps } from '../draft/stepProps';
import { useWizardSteps, type StepState } from '../draft/useWizardSteps';
import { Ports } from '../ports/PortsStep';
import OneOrEach from '../ports/OneOrEach';
import { ReachStep } from '../reach/ReachStep';
import { exposeText } from '../vms/exposeTitle';
import { EachNames } from './EachNames';
import type { EachAction } from './useEachPattern';

const EachSelectionStep = lazyPart(() => import('./EachSelectionStep'));
const EachReview = lazyPart(() => import('./EachReview'));

interface EachDraftProps {
  readonly header: ReactNode;
  /** told in the first step */
  readonly notices: ReactNode;
  readonly pattern: EachPattern;
  readonly planned: EachPlans;
  readonly dispatch: Dispatch<EachAction>;
  readonly seen: Seen;
  readonly servicesFailure: Failure | undefined;
  readonly rights: Rights;
  readonly cluster: ReadableNetwork;
  readonly hasRouteApi: boolean;
  /** called with the plans that Review shows */
  readonly onApply: (plans: readonly EachPlan[]) => void;
  readonly onClose: () => void;
}

/** The four steps for one Service for each VM: what all have in common is asked once, then reviewed VM by VM. */
export const EachDraft = (props: EachDraftProps) => {
  const { header, notices, pattern, planned, dispatch, seen, rights, cluster, hasRouteApi, onApply, onClose } = props;
  const t = useText();
  const { plans, common, model } = planned;
  const [isHeld, setHeld] = useState(true);
  const vms = useMemo(() => vmsOfPattern(pattern).flatMap((name) => vmNamed(seen, name) ?? []), [pattern, seen]);
  const surroundings = { resolved: model, rights, hasRouteApi };
  const gone = plans.flatMap(({ vmName, problems }) =>
    problems.some(({ code }) => code === 'vm.missing') ? [vmName] : [],
  );
  const namesAreWrong = plans.length === 0 || gone.length > 0 || plans.some(({ problems }) => problems.some(isOfNames));
  const wrong: Readonly<Record<DraftStep, boolean>> = {
    ports: commonOf(planned, 'ports').length > 0 || namesAreWrong,
    reach: commonOf(planned, 'reach').length > 0 || typeRefusal(pattern.draft.type, surroundings) !== undefined,
    selection: commonOf(planned, 'selection').length > 0,
  };
  const stateOf = (step: DraftStep): StepState => (wrong[step] ? 'wrong' : 'fine');
  const { frame, texts, propsOf, tellsAll, refusals } = useWizardSteps({
    ports: stateOf('ports'),
    reach: stateOf('reach'),
    selection: stateOf('selection'),
  });
  const dispatchCommon = useCallback<StepProps['dispatch']>(
    (action) => dispatch({ type: 'common', action }),
    [dispatch],
  );
  const form: Omit<StepProps, 'tellsAll'> = {
    // the fields of one Service, as they stand for all of them
    draft: { ...pattern.draft, vmNames: model.draft.vmNames },
    proposal: pattern.draft,
    resolved: model,
    draftBeforeSwitch: pattern.draft,
    onBeforeSwitch: () => undefined,
    problems: common,
    refusals,
    dispatch: dispatchCommon,
    vms,
    services: seen.services,
    servicesFailure: props.servicesFailure,
    rights,
    isRequest: canOnlyRequest(rights, false),
    cluster,
    hasRouteApi,
    isForEach: true,
  };
  const restarts = plans.flatMap(({ steps }) => restartedVms(steps)).length;
  return (
    <Wizard {...frame} onClose={onClose} header={header}>
      <WizardStep {...propsOf('ports')} name={t('Service and ports')}>
        {notices}
        {gone.length > 0 && (
          <Notice
            variant="warning"
            title={t('Some virtual machines were not found in project {{namespace}}', { namespace: seen.namespace })}
            actionLinks={
              <Button variant="link" isInline onClick={() => dispatch({ type: 'leave-out', vmNames: gone })}>
                {t('Leave out {{count}} VMs', { count: gone.length })}
              </Button>
            }
          >
            {gone.join(', ')}
          </Notice>
        )}
        <StepForm title={t('Service and ports')} refusals={refusals}>
          <OneOrEach {...pattern.draft} isForEach />
          <EachNames pattern={pattern} plans={plans} dispatch={dispatch} />
          {plans.length === 0 && <Notice variant="warning" title={t('Include at least one VM.')} />}
          <Ports {...form} tellsAll={tellsAll('ports')} />
        </StepForm>
      </WizardStep>
      <WizardStep {...propsOf('reach')} name={t('Access')}>
        <ReachStep {...form} tellsAll={tellsAll('reach')} />
      </WizardStep>
      <WizardStep {...propsOf('selection')} name={t('VM selection')}>
        <EachSelectionStep {...form} plans={plans} tellsAll={tellsAll('selection')} />
      </WizardStep>
      <WizardStep
        id="review"
        name={t('Review')}
        isDisabled={Object.values(wrong).some(Boolean)}
        footer={{
          ...texts,
          nextButtonText: exposeText(t, plans.length, restarts),
          isNextDisabled: isHeld,
          onNext: () => onApply(plans),
        }}
      >
        <EachReview pattern={pattern} plans={plans} rights={rights} dispatch={dispatch} onHeld={setHeld} />
      </WizardStep>
    </Wizard>
  );
};
