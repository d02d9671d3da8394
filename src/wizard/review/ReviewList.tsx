import { Flex, FlexItem, Title } from '@patternfly/react-core';
import type { Answers } from '../../cluster/run/useDryRuns';
import type { Rights } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { ServerAnswer } from '../../ui/ServerAnswer';
import { StepCode, type ShownAs } from '../../ui/StepCode';
import { stepText } from '../../ui/text/stepText';
import { useText } from '../../ui/useText';

interface ReviewListProps {
  readonly steps: readonly Step[];
  readonly rights: Rights;
  readonly answers: Answers;
  readonly shownAs: ShownAs;
}

/** The steps in order, each with what is sent, the user's permission and the API server's dry-run answer. */
export const ReviewList = ({ steps, rights, answers, shownAs }: ReviewListProps) => {
  const t = useText();
  return (
    <ol className="pf-v6-c-list" aria-label={t('Steps')}>
      {steps.map((step) => (
        <li key={step.id} className="pf-v6-u-mb-md">
          <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
            <FlexItem>
              <Title headingLevel="h2" size="md">
                {stepText(t, step)}
              </Title>
            </FlexItem>
            <FlexItem>
              <ServerAnswer step={step} rights={rights} answer={answers.get(step.id)} />
            </FlexItem>
          </Flex>
          <StepCode step={step} shownAs={shownAs} />
        </li>
      ))}
    </ol>
  );
};
