import { DataList } from '@patternfly/react-core';
import type { Answers } from '../../cluster/run/useDryRuns';
import type { Rights } from '../../domain/k8s/rights';
import { isWrite, type Step } from '../../domain/steps/step';
import type { ShownAs } from '../../ui/StepCode';
import { useText } from '../../ui/useText';
import { ReviewRow } from './ReviewRow';

interface ReviewListProps {
  /** the plan; what only waits is no change and is left out */
  readonly steps: readonly Step[];
  readonly rights: Rights;
  readonly answers: Answers;
  /** how the code of a row is shown at first */
  readonly shownFirst: ShownAs;
}

/** The changes in order, each with the user's permission and the API server's dry-run answer. */
export const ReviewList = ({ steps, rights, answers, shownFirst }: ReviewListProps) => {
  const t = useText();
  return (
    <DataList isCompact aria-label={t('Steps')}>
      {steps.filter(isWrite).map((step) => (
        <ReviewRow key={step.id} step={step} rights={rights} answer={answers.get(step.id)} shownFirst={shownFirst} />
      ))}
    </DataList>
  );
};
