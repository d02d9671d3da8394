import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunEnd } from '../../cluster/run/continueRun';
import { toFailure } from '../../cluster/port/failure';
import { keepRunRecord } from '../../cluster/run/runRecord';
import { browserClock, sdkPort } from '../../cluster/port/sdkPort';
import { progressAfter, type ProgressEvent, type StepProgress } from '../../domain/steps/progress';
import type { Failure } from '../../domain/k8s/failure';
import type { RunRecord } from '../../domain/plan/run';
import type { Step } from '../../domain/steps/step';

/** What a run is doing: exposing, or taking back what it did. */
export type RunPurpose = 'expose' | 'undo';

export interface Run {
  readonly purpose: RunPurpose;
  readonly progress: readonly StepProgress[];
  /** undefined while it runs */
  readonly end?: RunEnd;
}

// what writes is loaded when it is to write
const loadApply = () => import('../../cluster/run/applyPlan');
const loadContinue = () => import('../../cluster/run/continueRun');

type Begin = (emit: (event: ProgressEvent) => void, signal: AbortSignal) => Promise<RunEnd>;

/**
 * Runs plans and keeps their progress. Leaving the page stops before the next step; the record in the browser tab's
 * storage lets it go on later.
 */
export function useRun() {
  const [run, setRun] = useState<Run>();
  const abort = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const begin = useCallback(async (purpose: RunPurpose, kept: readonly StepProgress[], work: Begin) => {
    const controller = new AbortController();
    abort.current = controller;
    setRun({ purpose, progress: kept });
    const emit = (event: ProgressEvent) =>
      setRun((before) => before && { ...before, progress: progressAfter(before.progress, event) });
    // a part of the plugin that cannot be loaded has sent nothing
    const end = await work(emit, controller.signal).catch((error: unknown): RunEnd => ({
      outcome: 'not-planned',
      failure: toFailure(error),
    }));
    setRun((before) => before && { ...before, end });
    return end;
  }, []);

  const port = sdkPort;
  const clock = browserClock;
  return {
    run,
    /** sends exactly the reviewed steps */
    start: (record: RunRecord, steps: readonly Step[]) => {
      keepRunRecord(record);
      return begin('expose', [], async (emit, signal) => {
        const { applyPlan } = await loadApply();
        emit({ type: 'planned', steps });
        return { outcome: await applyPlan({ steps, port, clock, emit, signal }) };
      });
    },
    /** looks again, plans again, does what is left; `onRecord` gets the record as it is from then on */
    retry: (record: RunRecord, onRecord: (record: RunRecord) => void) =>
      begin('expose', run?.purpose === 'expose' ? run.progress : [], async (emit, signal) =>
        (await loadContinue()).continueRun({
          record,
          keep: (next) => (keepRunRecord(next), onRecord(next)),
          port,
          clock,
          emit,
          signal,
        }),
      ),
    undo: (record: RunRecord) =>
      begin('undo', run?.purpose === 'undo' ? run.progress : [], async (emit, signal) =>
        (await loadContinue()).undoRun({ record, port, clock, emit, signal }),
      ),
    /** sends steps beside a run that waits, without a trace in its progress; resolves to what went wrong, if anything */
    force: async (steps: readonly Step[]): Promise<Failure | undefined> => {
      let failure: Failure | undefined;
      const emit = (event: ProgressEvent) => (failure = event.type === 'failed' ? event.failure : failure);
      const { applyPlan } = await loadApply();
      await applyPlan({ steps, port, clock, emit, signal: new AbortController().signal });
      return failure;
    },
    /** stops before the next step */
    cancel: () => abort.current?.abort(),
    /** forgets the progress, to go back to the draft */
    clear: () => setRun(undefined),
  };
}
