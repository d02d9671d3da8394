import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../cluster/run/applyPlan';
import { toFailure } from '../cluster/port/failure';
import { browserClock, sdkPort } from '../cluster/port/sdkPort';
import { progressAfter, type ProgressEvent, type StepProgress } from '../domain/steps/progress';
import type { Failure } from '../domain/k8s/failure';
import type { Step } from '../domain/steps/step';

// what writes is loaded when it is to write
const loadApply = () => import('../cluster/run/applyPlan');

/**
 * Where the steps are: being planned, ready to be sent, being sent, or ended. `not-planned`: the cluster could not be
 * looked at; `not-loaded`: what sends could not be loaded; nothing is sent in either case.
 */
export type StepsStage = 'planning' | 'ready' | 'running' | 'not-planned' | 'not-loaded' | Outcome;

interface StepsState {
  readonly stage: StepsStage;
  /** what an earlier try has done, then what this one is to do */
  readonly progress: readonly StepProgress[];
  /** what is sent next: those of the last plan */
  readonly steps: readonly Step[];
  /** why it could not be planned or loaded, or the answer at the step that failed */
  readonly failure?: Failure;
}

const BEGUN: StepsState = { stage: 'planning', progress: [], steps: [] };

export interface Steps extends StepsState {
  /** sends exactly the steps that were planned; once, however often it is called */
  readonly apply: () => void;
  /** stops before the next step, or ends a wait */
  readonly cancel: () => void;
  /** looks at the cluster and plans again; nothing is sent before `apply` */
  readonly retry: () => void;
}

const withEvent = (before: StepsState, event: ProgressEvent): StepsState => ({
  ...before,
  progress: progressAfter(before.progress, event),
  ...(event.type === 'failed' ? { failure: event.failure } : {}),
});

/**
 * Plans steps and sends them. What is sent is what was shown: after a failure the steps are planned anew and shown again.
 * Leaving stops before the next step.
 * @param plan the first one given counts
 * @param onDone called once all steps are done
 */
export function useSteps(plan: () => Promise<readonly Step[]>, onDone?: () => void): Steps {
  const [ask] = useState(() => plan);
  const [state, setState] = useState(BEGUN);
  const [round, setRound] = useState(0);
  const abort = useRef<AbortController | undefined>(undefined);
  const isRunning = useRef(false);
  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (steps) =>
        isCurrent &&
        setState(({ progress }) => ({
          stage: 'ready',
          steps,
          progress: progressAfter(progress, { type: 'planned', steps }),
        })),
      (error: unknown) =>
        isCurrent &&
        setState(({ progress }) => ({ stage: 'not-planned', steps: [], progress, failure: toFailure(error) })),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, round]);

  const run = useCallback(async (steps: readonly Step[], signal: AbortSignal) => {
    const emit = (event: ProgressEvent) => setState((before) => withEvent(before, event));
    let applyPlan;
    try {
      ({ applyPlan } = await loadApply());
    } catch (error) {
      setState((before) => ({ ...before, stage: 'not-loaded', failure: toFailure(error) }));
      return 'not-loaded';
    }
    const stage = await applyPlan({ steps, port: sdkPort, clock: browserClock, emit, signal });
    setState((before) => ({ ...before, stage }));
    return stage;
  }, []);

  return {
    ...state,
    apply: () => {
      if (state.stage !== 'ready' || isRunning.current) return;
      isRunning.current = true;
      abort.current = new AbortController();
      setState({ ...state, stage: 'running' });
      void run(state.steps, abort.current.signal).then((stage) => {
        isRunning.current = false;
        if (stage === 'done') onDone?.();
      });
    },
    cancel: () => abort.current?.abort(),
    retry: () => {
      if (isRunning.current) return;
      setState(({ progress }) => ({ stage: 'planning', progress, steps: [] }));
      setRound((before) => before + 1);
    },
  };
}
