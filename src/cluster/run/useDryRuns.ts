import { useEffect, useState } from 'react';
import { useStable } from '../ask/useStable';
import { dryRun, type DryRunAnswer } from './dryRun';
import { sdkPort } from '../port/sdkPort';
import { isWrite, type Step } from '../../domain/steps/step';

/** Answers by step id; a step that has not been answered yet is missing. */
export type Answers = ReadonlyMap<string, DryRunAnswer>;
const NO_ANSWERS: Answers = new Map();

/** The answers, and to which steps. */
interface Asked {
  readonly steps: readonly Step[] | undefined;
  readonly answers: Answers;
}

/**
 * Asks the API server about every write once, again when the steps change or the person wants it. Nothing is kept by
 * it.
 */
export function useDryRuns(planned: readonly Step[]): { readonly answers: Answers; readonly askAgain: () => void } {
  // the plan is worked out again with every change on the cluster; only other steps are another plan
  const steps = useStable(planned);
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<Asked>({ steps: undefined, answers: NO_ANSWERS });
  useEffect(() => {
    let isCurrent = true;
    const keep = (id: string, answer: DryRunAnswer) =>
      isCurrent &&
      setAsked((before) => ({
        steps,
        answers: new Map(before.steps === steps ? before.answers : NO_ANSWERS).set(id, answer),
      }));
    for (const step of steps.filter(isWrite)) void dryRun(step, sdkPort, steps).then((answer) => keep(step.id, answer));
    return () => {
      isCurrent = false;
    };
  }, [steps, round]);
  const askAgain = () => {
    setAsked({ steps: undefined, answers: NO_ANSWERS });
    setRound(round + 1);
  };
  return { answers: asked.steps === steps ? asked.answers : NO_ANSWERS, askAgain };
}
