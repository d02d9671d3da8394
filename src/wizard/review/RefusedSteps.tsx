import { Button, List, ListItem } from '@patternfly/react-core';
import type { Failure } from '../../domain/k8s/failure';
import type { Step } from '../../domain/steps/step';
import { failureText } from '../../ui/text/failureText';
import { stepText } from '../../ui/text/steps/stepText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

/** A step that the API server would not accept, with its reason. */
export interface RefusedStep {
  readonly step: Step;
  readonly failure: Failure;
}

interface RefusedStepsProps {
  /** not empty */
  readonly refused: readonly RefusedStep[];
  readonly onCheckAgain: () => void;
}

/** Which changes the API server would reject, why in its words, and the way to ask it again. */
export const RefusedSteps = ({ refused, onCheckAgain }: RefusedStepsProps) => {
  const t = useText();
  return (
    <Notice
      variant="danger"
      title={t('One of the changes would be rejected')}
      actionLinks={
        <Button variant="link" isInline onClick={onCheckAgain}>
          {t('Check again')}
        </Button>
      }
    >
      <List>
        {refused.map(({ step, failure }) => (
          <ListItem key={step.id}>
            <strong>{stepText(t, step)}</strong>
            <br />
            {failureText(t, failure)}
          </ListItem>
        ))}
      </List>
    </Notice>
  );
};
