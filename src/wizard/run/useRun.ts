import { useState } from 'react';
import { keepRunRecord } from '../../cluster/run/runRecord';
import { useStepRun, type StepRun } from '../../cluster/run/useStepRun';
import { loadPart } from '../../host/loadPart';
import type { RunRecord } from '../../domain/plan/run';
import type { Step } from '../../domain/steps/step';

/** What a run is doing: exposing, or taking back what it did. */
export type RunPurpose = 'expose' | 'undo';

export interface Run extends StepRun {
  readonly purpose: RunPurpose;
}

// what writes is loaded when it is to write
const loadContinue = () => loadPart(() => import('../../cluster/run/continueRun'));

type OnRecord = (record: RunRecord) => void;

/** Keeps a record for a reload before the page has it. */
const keeping =
  (onRecord: OnRecord): OnRecord =>
  (record) => {
    keepRunRecord(record);
    onRecord(record);
  };

/**
 * The wizard's run: exposes, goes on, and takes back. Leaving the page stops before the next step; the record in the
 * browser tab's storage lets it go on later, where that storage may be written.
 */
export function useRun() {
  const { run, send, perform, sendBeside, cancel, clear } = useStepRun();
  const [purpose, setPurpose] = useState<RunPurpose>('expose');
  /** Progress of one purpose is not shown under the other. */
  const turnTo = (next: RunPurpose) => {
    if (next !== purpose) clear();
    setPurpose(next);
  };
  return {
    /** undefined before anything was begun */
    run: run.stage === 'idle' ? undefined : { ...run, purpose },
    /** sends exactly the reviewed steps */
    start: (record: RunRecord, steps: readonly Step[]) => {
      keepRunRecord(record);
      clear();
      setPurpose('expose');
      return send(steps);
    },
    /** looks again, plans again, does what is left; `onRecord` gets the record as it is from then on */
    retry: (record: RunRecord, onRecord: OnRecord) => {
      turnTo('expose');
      const keep = keeping(onRecord);
      return perform(async () => {
        const { continueRun } = await loadContinue();
        return (means) => continueRun({ ...means, record, keep });
      });
    },
    /** takes back what the run did; `onRecord` gets the record as it is from then on */
    undo: (record: RunRecord, onRecord: OnRecord) => {
      turnTo('undo');
      const keep = keeping(onRecord);
      return perform(async () => {
        const { undoRun } = await loadContinue();
        return (means) => undoRun({ ...means, record, keep });
      });
    },
    /**
     * sends steps beside a run that waits, without a trace in its progress; resolves to what went wrong, if anything
     */
    force: sendBeside,
    /** stops before the next step */
    cancel,
    /** forgets the progress, to go back to the draft */
    clear,
  };
}
