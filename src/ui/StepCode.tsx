import type { ReactNode } from 'react';
import type { Step } from '../domain/steps/step';
import { CodeWithCopy } from './CodeWithCopy';
import { lazyPart } from './loading/lazyPart';
import type { ShownAs } from './WrittenStep';

// brings the YAML library
const WrittenStep = lazyPart(() => import('./WrittenStep'));

interface StepCodeProps {
  readonly step: Step;
  readonly shownAs: ShownAs;
  /** what stands beside the copy button */
  readonly header?: ReactNode;
}

/** What a step sends, or the command that does the same, to copy; nothing as YAML for a step that sends no object. */
export const StepCode = ({ step, shownAs, header }: StepCodeProps) => (
  <WrittenStep step={step} shownAs={shownAs}>
    {(code, label) => (code ? <CodeWithCopy label={label} code={code} header={header} /> : <>{header}</>)}
  </WrittenStep>
);
