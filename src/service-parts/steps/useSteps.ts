import { useEffect, useState } from 'react';
import { useStepRun, type StepRun } from '../../cluster/run/useStepRun';
import type { Step } from '../../domain/steps/step';

export interface Steps extends StepRun {
  /** sends exactly the planned steps; only once, however often it is called */
  readonly apply: () => void;
  /** stops before the next step, or ends a wait */
  readonly cancel: () => void;
  /** looks at the cluster and plans again; nothing is sent before `apply` */
  readonly retry: () => void;
}

/**
 * Plans steps and sends them. What is sent is what was shown: after a failure the steps are planned again and shown
 * again.
 * @param plan the first one given counts
 * @param onDone called once all steps are done
 */
export function useSteps(plan: () => Promise<readonly Step[]>, onDone?: () => void): Steps {
  const [ask] = useState(() => plan);
  const { run, plan: lookAndPlan, send, cancel } = useStepRun('planning');
  useEffect(() => lookAndPlan(ask), [lookAndPlan, ask]);
  return {
    ...run,
    apply: () => {
      if (run.stage !== 'ready') return;
      void send(run.steps).then((ending) => {
        if (ending === 'done') onDone?.();
      });
    },
    cancel,
    retry: () => lookAndPlan(ask),
  };
}
