import { useState } from 'react';
import type { WizardFooterProps, WizardProps, WizardStepProps } from '@patternfly/react-core';
import type { DraftStep } from '../../domain/draft/draftProblems';
import { useText } from '../../ui/useText';

/** A step is `wrong` while a field of it has a problem, and `stuck` when no field of it can mend what is wrong. */
export type StepState = 'fine' | 'wrong' | 'stuck';

export interface WizardSteps {
  /** of the Wizard itself */
  readonly frame: Omit<WizardProps, 'children'>;
  /** of the footer in every step */
  readonly texts: Partial<WizardFooterProps>;
  /** of the WizardStep of one step */
  readonly propsOf: (step: DraftStep) => Pick<WizardStepProps, 'id' | 'status' | 'footer'>;
  /** true from when the step was left, or Next was refused in it: it then tells all its problems */
  readonly tellsAll: (step: DraftStep) => boolean;
  /** how often Next was refused */
  readonly refusals: number;
}

/** The steps before Review: Next needs one without problems, and shows them where there are some. */
export function useWizardSteps(states: Readonly<Record<DraftStep, StepState>>): WizardSteps {
  const t = useText();
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState(0);
  const tell = (step: string) => setTold((before) => new Set([...before, step]));
  const texts: Partial<WizardFooterProps> = {
    nextButtonText: t('Next'),
    backButtonText: t('Back'),
    cancelButtonText: t('Cancel'),
    // all three stay in view in a window of 320 pixels
    className: 'pf-v6-u-px-md pf-v6-u-px-lg-on-md',
    nextButtonProps: { className: 'pf-v6-u-text-wrap' },
    cancelButtonProps: { className: 'pf-v6-u-px-0' },
  };
  const refuse = (step: DraftStep) => {
    tell(step);
    setRefusals(refusals + 1);
  };
  return {
    frame: {
      onStepChange: (_event, _step, previous) => tell(String(previous.id)),
      isVisitRequired: true,
      navAriaLabel: t('Steps of the wizard'),
      shouldFocusContent: true,
      // grows into the rest of the page, so that the footer stays in view and the step scrolls; a short window scrolls
      style: { height: 0, minHeight: '29rem' },
      className: 'pf-v6-u-flex-grow-1',
    },
    texts,
    propsOf: (step) => ({
      id: step,
      status: told.has(step) && states[step] !== 'fine' ? 'error' : 'default',
      footer: {
        ...texts,
        // what no field of the step mends is told in full already
        isNextDisabled: states[step] === 'stuck',
        ...(states[step] === 'wrong' ? { onNext: () => refuse(step) } : {}),
      },
    }),
    tellsAll: (step) => told.has(step),
    refusals,
  };
}
