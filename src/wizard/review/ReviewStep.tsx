import { useState } from 'react';
import { Button, Flex } from '@patternfly/react-core';
import type { Goal } from '../../domain/draft/goal';
import type { Rights } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { isForbidden } from '../../ui/ServerAnswer';
import type { ShownAs } from '../../ui/StepCode';
import { ReviewList } from './ReviewList';
import { ReviewTexts } from './ReviewTexts';
import { useDryRuns } from '../../cluster/run/useDryRuns';
import { useReviewNotes } from './useReviewNotes';
import { lazyPart } from '../../ui/loading/lazyPart';

// most plans need no notes
const ReviewNotes = lazyPart(() => import('./ReviewNotes'), null);

interface ReviewStepProps {
  readonly goal: Goal;
  /** exactly the steps that Apply sends */
  readonly steps: readonly Step[];
  readonly rights: Rights;
  /** the VMs that are restarted, in order; the user confirms by typing the first name */
  readonly restarted: readonly string[];
  readonly confirmation: string;
  readonly onConfirm: (typed: string) => void;
}

/** Step 4: what will be sent, in order, as YAML or as commands, with the API server's dry-run answers. */
const ReviewStep = ({ goal, steps, rights, restarted, confirmation, onConfirm }: ReviewStepProps) => {
  const t = useText();
  const [shownAs, setShownAs] = useState<ShownAs>('yaml');
  const { answers, askAgain } = useDryRuns(steps);
  const notes = useReviewNotes(goal, steps);
  const hasNotes = notes.findings.length + notes.notChecked.length + notes.management.length > 0;
  const [vmName] = restarted;
  const mayNot = steps.some((step) => isForbidden(step, rights));
  const isRefused = steps.some((step) => answers.get(step.id)?.accepted === false && !isForbidden(step, rights));
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
      {/* what stands there stays while the notes come */}
      {hasNotes && <ReviewNotes {...notes} />}
      {mayNot && (
        <Notice variant="warning" title={t("You don't have permission to make some of these changes")}>
          {t('Send the manifest or the commands to someone who has permission.')}
        </Notice>
      )}
      {isRefused && (
        <Notice
          variant="warning"
          title={t('One of the changes would be rejected')}
          actionLinks={
            <Button variant="link" isInline onClick={askAgain}>
              {t('Ask again')}
            </Button>
          }
        >
          {t('If you continue, Expose VM stops at that step. Changes made before it are kept.')}
        </Notice>
      )}
      {steps.length === 0 && (
        <Notice variant="success" title={t('No changes needed. The VM is already exposed this way.')} />
      )}
      <ReviewTexts steps={steps} serviceName={goal.draft.serviceName} shownAs={shownAs} onShow={setShownAs} />
      <ReviewList steps={steps} rights={rights} answers={answers} shownAs={shownAs} />
      {vmName !== undefined && (
        <TextField
          id="confirm-restart"
          label={
            restarted.length === 1
              ? t('The guest will be shut down. Type {{vmName}} to confirm the restart', { vmName })
              : t(
                  'The guests of {{names}} will be shut down one after the other. Type {{vmName}} to confirm the restart',
                  { names: restarted.join(', '), vmName },
                )
          }
          isRequired
          value={confirmation}
          onChange={onConfirm}
        />
      )}
    </Flex>
  );
};

export default ReviewStep;
