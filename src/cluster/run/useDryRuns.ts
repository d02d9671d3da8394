import { useEffect, useState } from 'react';
import { dryRun, type DryRunAnswer } from './dryRun';
import { sdkPort } from '../port/sdkPort';
import { isWrite, targetOf, type Step } from '../../domain/steps/step';

/** Answers by step id; a step that has not been answered yet is missing. */
export type Answers = ReadonlyMap<string, DryRunAnswer>;
const NO_ANSWERS: Answers = new Map();

/** A name that an earlier step sets free is still taken in a dry run, which deletes nothing: asking would only mislead. */
export const isAskable = (step: Step, steps: readonly Step[]): boolean =>
  isWrite(step) &&
  !(
    step.kind === 'create' &&
    steps.some((other) => other.kind === 'delete' && targetOf(other).name === targetOf(step).name)
  );

/** Asks the API server about every write once, again when the steps change or the person wants it. Nothing is kept by it. */
export function useDryRuns(steps: readonly Step[]): { readonly answers: Answers; readonly askAgain: () => void } {
  // the plan is made anew with every change on the cluster; only another text is another plan
  const text = JSON.stringify(steps.filter((step) => isAskable(step, steps)));
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState({ text: '', answers: NO_ANSWERS });
  useEffect(() => {
    let isCurrent = true;
    const keep = (id: string, answer: DryRunAnswer) =>
      isCurrent &&
      setAsked((before) => ({
        text,
        answers: new Map(before.text === text ? before.answers : NO_ANSWERS).set(id, answer),
      }));
    for (const step of JSON.parse(text) as Step[]) void dryRun(step, sdkPort).then((answer) => keep(step.id, answer));
    return () => {
      isCurrent = false;
    };
  }, [text, round]);
  const askAgain = () => {
    setAsked({ text: '', answers: NO_ANSWERS });
    setRound(round + 1);
  };
  return { answers: asked.text === text ? asked.answers : NO_ANSWERS, askAgain };
}
