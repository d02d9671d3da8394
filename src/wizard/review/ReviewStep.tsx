import { useEffect, type ReactNode } from 'react';
import { Flex, FlexItem, Title } from '@patternfly/react-core';
import type { Goal } from '../../domain/draft/goal';
import { nameOf, type Service } from '../../domain/k8s/objects';
import type { Rights } from '../../domain/k8s/rights';
import { isWrite, type Step } from '../../domain/steps/step';
import { creationTask } from '../../service-parts/steps/creationTask';
import { useStepsTask } from '../../service-parts/steps/useStepsTask';
import { lazyPart } from '../../ui/loading/lazyPart';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { ExportMenu } from './ExportMenu';
import { RefusedSteps } from './RefusedSteps';
import { RestartWarning } from './RestartWarning';
import { ReviewList } from './ReviewList';
import type { ReviewState } from './reviewState';
import { ServiceSummary } from './ServiceSummary';
import { LostServices, Unchanged } from './Unchanged';
import { useReview } from './useReview';

// most plans need none of them
const Blockers = lazyPart(() => import('./Blockers'), null);
const ReviewNotes = lazyPart(() => import('./ReviewNotes'), null);
const Unchecked = lazyPart(() => import('./Unchecked'), null);
const StepsDialog = lazyPart(() => import('../../service-parts/steps/StepsDialog'), null);

interface ReviewStepProps {
  readonly goal: Goal;
  /** exactly the steps that the last button sends */
  readonly steps: readonly Step[];
  readonly rights: Rights;
  /** of the project */
  readonly services: readonly Service[];
  /** the VMs that are restarted, in order; the user confirms by typing the first name */
  readonly restarted: readonly string[];
  readonly confirmation: string;
  readonly onConfirm: (typed: string) => void;
  /** the blockers that the user has accepted; '' when none */
  readonly accepted: string;
  readonly onAccept: (accepted: string) => void;
  /** tells whether the plan may be sent now; the same function at each render */
  readonly onState: (state: ReviewState) => void;
  /** called when Review is shown; the same function at each render */
  readonly onOpen: () => void;
}

/**
 * Step 4: what stands in the way, what was chosen, what changes and what does not, each change with the API server's
 * dry-run answer. For a user without permission all of it is a request to an administrator.
 */
const ReviewStep = ({
  goal,
  steps,
  rights,
  services,
  restarted,
  confirmation,
  onConfirm,
  accepted,
  onAccept,
  onState,
  onOpen,
}: ReviewStepProps) => {
  const t = useText();
  const { answers, askAgain, notes, isRequest, blockers, blockersKey, isAccepted, refused } = useReview({
    goal,
    steps,
    rights,
    accepted,
    onState,
  });
  useEffect(() => onOpen(), [onOpen]);
  const { task, open, close, top } = useStepsTask();
  const vmNames = goal.vms.map(({ seen }) => nameOf(seen.vm));
  const others = notes.findings.filter(({ grade }) => grade !== 'blocking');
  const hasChanges = steps.some(isWrite);
  const hasUnchecked =
    notes.loaded && goal.vms.length > 0 && notes.notChecked.length + (notes.otherKinds?.length ?? 0) > 0;
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <div ref={top} tabIndex={-1}>
          <Title headingLevel="h2">{isRequest ? t('Request for an administrator') : t('Review')}</Title>
        </div>
        {steps.length > 0 && (
          <FlexItem>
            <ExportMenu steps={steps} serviceName={goal.draft.serviceName} />
          </FlexItem>
        )}
      </Flex>
      {/* what stands there stays while the findings come */}
      {blockers.length > 0 && (
        <Blockers
          findings={blockers}
          situation={notes.situation}
          vmNames={vmNames}
          isNewService={!goal.usesExistingService}
          isAccepted={isAccepted}
          onAccept={(isOn) => onAccept(isOn ? blockersKey : '')}
          onFix={({ steps: created }, title) => open(creationTask(title, vmNames[0] ?? '', created))}
        />
      )}
      {isRequest && (
        <Notice variant="info" title={t("You don't have permission to make some of these changes")}>
          {t('Copy the request and send it to someone who has permission.')}
        </Notice>
      )}
      {refused.length > 0 && <RefusedSteps refused={refused} onCheckAgain={askAgain} />}
      {restarted.length > 0 && !isRequest && (
        <RestartWarning
          restarted={restarted}
          vms={goal.vms.map(({ seen }) => seen)}
          confirmation={confirmation}
          onConfirm={onConfirm}
        />
      )}
      {others.length + notes.management.length > 0 && <ReviewNotes findings={others} management={notes.management} />}
      <Part title={t('Service')}>
        <ServiceSummary goal={goal} />
      </Part>
      <Part title={t('What will change')}>
        {hasChanges ? (
          <ReviewList
            key={isRequest ? 'commands' : 'yaml'}
            steps={steps}
            rights={rights}
            answers={answers}
            shownFirst={isRequest ? 'commands' : 'yaml'}
          />
        ) : (
          <Notice
            variant="success"
            title={
              steps.length === 0
                ? t('No changes needed. The VM is already exposed this way.')
                : t('No changes needed. Expose VM waits until the VM can be reached.')
            }
          />
        )}
        <LostServices goal={goal} services={services} />
      </Part>
      <Part title={t('What will not change')}>
        <Unchanged goal={goal} steps={steps} services={services} />
      </Part>
      {hasUnchecked && (
        <Part title={t('Not checked')}>
          <Unchecked notChecked={notes.notChecked} otherKinds={notes.otherKinds} />
        </Part>
      )}
      {/* it stays when the finding that it is about goes */}
      {task && <StepsDialog task={task} rights={rights} onClose={close} />}
    </Flex>
  );
};

/** A part of Review under its heading. */
const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <Title headingLevel="h3" size="lg" className="pf-v6-u-mb-sm">
      {title}
    </Title>
    {children}
  </section>
);

export default ReviewStep;
