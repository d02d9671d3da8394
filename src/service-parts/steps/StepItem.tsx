import { useState, type ReactNode } from 'react';
import { ExpandableSection, Flex, FlexItem, Label, type LabelProps } from '@patternfly/react-core';
import { isWrite } from '../../domain/steps/step';
import type { StepProgress, StepState } from '../../domain/steps/progress';
import { stepStateText } from '../../ui/text/steps/stepStateText';
import { stepText } from '../../ui/text/steps/stepText';
import { StepCode } from '../../ui/StepCode';
import { useText } from '../../ui/useText';

const STATUS: Readonly<Record<StepState, LabelProps['status']>> = {
  'not-started': undefined,
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
};

interface StepItemProps extends StepProgress {
  /** said where the steps are in several projects */
  readonly project?: string | undefined;
  /** the API server's dry-run answer; absent once the step was started */
  readonly children?: ReactNode;
}

/** One step as a sentence with its progress; on request what is sent, and the command that does the same. */
export const StepItem = ({ step, state, project, children }: StepItemProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const status = STATUS[state];
  const text = stepText(t, step);
  return (
    <li className="pf-v6-u-mb-md">
      <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
        <FlexItem>{text}</FlexItem>
        {project !== undefined && <FlexItem>{t('Project {{namespace}}', { namespace: project })}</FlexItem>}
        <FlexItem>
          {children ?? (
            <Label variant="outline" {...(status ? { status } : {})}>
              {stepStateText(t, state)}
            </Label>
          )}
        </FlexItem>
      </Flex>
      {isWrite(step) && (
        <ExpandableSection
          // sighted users see which step it belongs to
          toggleContent={
            <>
              <span aria-hidden>{t('YAML and command')}</span>
              <span className="pf-v6-screen-reader pf-v6-u-text-wrap">
                {t('YAML and command: {{step}}', { step: text })}
              </span>
            </>
          }
          isExpanded={isOpen}
          onToggle={(_event, open) => setOpen(open)}
        >
          {isOpen && (
            <>
              <StepCode step={step} shownAs="yaml" />
              <StepCode step={step} shownAs="commands" />
            </>
          )}
        </ExpandableSection>
      )}
    </li>
  );
};
