import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftProblem } from '../../domain/draft/draftProblems';
import type { Failure } from '../../domain/k8s/failure';
import { progressAfter, type ProgressEvent, type StepProgress } from '../../domain/steps/progress';
import type { Step } from '../../domain/steps/step';
import { loadPart } from '../../host/loadPart';
import { toFailure } from '../port/failure';
import { browserClock, sdkPort } from '../port/sdkPort';
import type { ApplyOptions, Outcome } from './applyPlan';
import type { RunEnd } from './continueRun';

// what writes is loaded when it is to write
const loadApply = () => loadPart(() => import('./applyPlan'));
const loadPolite = () => loadPart(() => import('../port/politePort'));

/**
 * How a run ended: as its steps did, or before any was sent because they could not be planned or the code not be
 * loaded.
 */
export type RunEnding = Outcome | 'not-planned';

/** Where a run is: nothing begun, its steps being planned, planned and to be agreed to, being sent, or ended. */
export type RunStage = 'idle' | 'planning' | 'ready' | 'running' | RunEnding;

export interface StepRun {
  readonly stage: RunStage;
  /** what earlier tries have done, then what this one is to do */
  readonly progress: readonly StepProgress[];
  /** those of the last plan that was only looked at; what is shown and then sent */
  readonly steps: readonly Step[];
  /** why it could not be planned or loaded, or the answer at the step that failed */
  readonly failure?: Failure;
  /** why the draft does not fit the cluster any more */
  readonly problems?: readonly DraftProblem[];
}

/** What a piece of work needs to send steps, and to tell how they go. */
export type RunMeans = Omit<ApplyOptions, 'steps'>;
export type Work = (means: RunMeans) => Promise<RunEnd>;

export interface StepRunControl {
  readonly run: StepRun;
  /** plans steps and shows them; nothing is sent */
  readonly plan: (ask: () => Promise<readonly Step[]>) => void;
  /** sends exactly these steps */
  readonly send: (steps: readonly Step[]) => Promise<RunEnding | undefined>;
  /** loads what does a work, and does it; undefined and nothing done while another is being done */
  readonly perform: (load: () => Promise<Work>) => Promise<RunEnding | undefined>;
  /** sends steps beside a run that waits, without a trace in its progress; resolves to what went wrong, if anything */
  readonly sendBeside: (steps: readonly Step[]) => Promise<Failure | undefined>;
  /** stops before the next step, or ends a wait */
  readonly cancel: () => void;
  /** forgets the progress */
  readonly clear: () => void;
}

/** What every work sends with, until its signal is aborted. */
const meansFor = async (signal: AbortSignal, emit: RunMeans['emit']): Promise<RunMeans> => {
  const { politeCalls } = await loadPolite();
  return { port: politeCalls(sdkPort, { clock: browserClock })(signal), clock: browserClock, emit, signal };
};

/** The run after what a work has told. */
export const withEvent = (before: StepRun, event: ProgressEvent): StepRun => ({
  ...before,
  progress: progressAfter(before.progress, event),
  ...(event.type === 'failed' ? { failure: event.failure } : {}),
});

/** The run as it has ended. */
export const withEnd = (before: StepRun, end: RunEnd): StepRun => ({
  ...before,
  stage: end.outcome,
  ...('failure' in end ? { failure: end.failure } : {}),
  ...('problems' in end ? { problems: end.problems } : {}),
});

/** The run as another try begins: what is done stays in sight, why the last try ended does not. */
const begun = ({ progress }: StepRun, stage: 'planning' | 'running', steps: readonly Step[]): StepRun => ({
  stage,
  progress,
  steps,
});

const ENDINGS = {
  done: true,
  failed: true,
  cancelled: true,
  'not-planned': true,
} satisfies Record<RunEnding, true>;

/** True for the stage of a run that has ended, in whatever way. */
export const isEnding = (stage: RunStage): stage is RunEnding => Object.hasOwn(ENDINGS, stage);

/** Loads a work and does it; a part of the plugin that cannot be loaded has sent nothing. */
const endOf = (load: () => Promise<Work>, means: Promise<RunMeans>): Promise<RunEnd> =>
  Promise.all([load(), means])
    .then(([work, known]) => work(known))
    .catch((error: unknown): RunEnd => ({ outcome: 'not-planned', failure: toFailure(error) }));

/**
 * Plans and sends steps, one run at a time, and keeps how far each is. Leaving the page stops before the next step; a
 * call that was sent is never cut off.
 * @param first `planning` where a plan is asked for as soon as the component is there
 */
export function useStepRun(first: 'idle' | 'planning' = 'idle'): StepRunControl {
  const [run, setRun] = useState<StepRun>({ stage: first, progress: [], steps: [] });
  const abort = useRef<AbortController | undefined>(undefined);
  const isSending = useRef(false);
  useEffect(() => () => abort.current?.abort(), []);

  const begin = useCallback((): AbortSignal => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    return controller.signal;
  }, []);

  const plan = useCallback(
    (ask: () => Promise<readonly Step[]>) => {
      if (isSending.current) return;
      const signal = begin();
      const change = (next: (before: StepRun) => StepRun) => {
        if (!signal.aborted) setRun(next);
      };
      setRun((before) => begun(before, 'planning', []));
      ask().then(
        (steps) => change((before) => ({ ...withEvent(before, { type: 'planned', steps }), stage: 'ready', steps })),
        (error: unknown) => change((before) => ({ ...before, stage: 'not-planned', failure: toFailure(error) })),
      );
    },
    [begin],
  );

  const perform = useCallback(
    async (load: () => Promise<Work>): Promise<RunEnding | undefined> => {
      if (isSending.current) return undefined;
      isSending.current = true;
      const signal = begin();
      const emit = (event: ProgressEvent) => setRun((before) => withEvent(before, event));
      setRun((before) => begun(before, 'running', before.steps));
      const end = await endOf(load, meansFor(signal, emit));
      isSending.current = false;
      setRun((before) => withEnd(before, end));
      return end.outcome;
    },
    [begin],
  );

  const send = useCallback(
    (steps: readonly Step[]) =>
      perform(async () => {
        const { applyPlan } = await loadApply();
        return async (means) => {
          means.emit({ type: 'planned', steps });
          return { outcome: await applyPlan({ steps, ...means }) };
        };
      }),
    [perform],
  );

  return {
    run,
    plan,
    send,
    perform,
    sendBeside: async (steps) => {
      const failures: Failure[] = [];
      const emit = (event: ProgressEvent) => {
        if (event.type === 'failed') failures.push(event.failure);
      };
      const { applyPlan } = await loadApply();
      await applyPlan({ steps, ...(await meansFor(new AbortController().signal, emit)) });
      return failures[0];
    },
    cancel: () => abort.current?.abort(),
    clear: () => setRun({ stage: 'idle', progress: [], steps: [] }),
  };
}
