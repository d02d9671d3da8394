import type { RunRecord } from '../../domain/plan/run';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { Step } from '../../domain/steps/step';
import type { Clock, ClusterPort } from '../port/clusterPort';
import { politeCalls } from '../port/politePort';
import { toFailure } from '../port/failure';
import { applyPlan, type ApplyOptions } from './applyPlan';
import { continueRun, undoRun, type RunEnd } from './continueRun';

/** How many VMs are worked on at a time. */
const VMS_AT_ONCE = 4;
/** How many calls of all of them are under way at a time. */
export const CALLS_AT_ONCE = 4;

/** What is to be done for one VM. */
export type EachWork =
  /** sends exactly the reviewed steps */
  | { readonly does: 'expose'; readonly steps: readonly Step[] }
  /** looks again, plans again, does what is left; `keep` gets the record as it has to be before anything is written */
  | { readonly does: 'continue' | 'undo'; readonly record: RunRecord; readonly keep: (record: RunRecord) => void };

interface EachRunnerOptions {
  readonly port: ClusterPort;
  readonly clock: Clock;
  /** called when the turn of a VM has come */
  readonly onBegin: (vmName: string) => void;
  /** called with what the run of a VM tells */
  readonly onEvent: (vmName: string, event: ProgressEvent) => void;
}

const performed = (work: EachWork, means: Omit<ApplyOptions, 'steps'>): Promise<RunEnd> => {
  switch (work.does) {
    case 'expose':
      means.emit({ type: 'planned', steps: work.steps });
      return applyPlan({ ...means, steps: work.steps }).then((outcome) => ({ outcome }));
    case 'continue':
      return continueRun({ ...means, ...work });
    case 'undo':
      return undoRun({ ...means, ...work });
  }
};

/**
 * Runs of many VMs side by side, each by itself: a few VMs and calls at a time, the others in their order. What
 * fails for one VM changes nothing for the others.
 * @returns adds work for one VM; the promise resolves to how it has ended. Once the signal is aborted, what has not
 * begun does not begin, and what has stops before its next step
 */
export function eachRunner({ port, clock, onBegin, onEvent }: EachRunnerOptions) {
  const portFor = politeCalls(port, { clock, mostAtOnce: CALLS_AT_ONCE });
  const waiting: (() => Promise<void>)[] = [];
  let working = 0;
  const goOn = (): void => {
    while (working < VMS_AT_ONCE) {
      const next = waiting.shift();
      if (!next) return;
      working += 1;
      void next().finally(() => {
        working -= 1;
        goOn();
      });
    }
  };
  return (vmName: string, work: EachWork, signal: AbortSignal): Promise<RunEnd> =>
    new Promise((resolve) => {
      waiting.push(async () => {
        const end = signal.aborted
          ? ({ outcome: 'cancelled' } as const)
          : await begun(vmName, work, signal).catch(
              (error: unknown) => ({ outcome: 'not-planned', failure: toFailure(error) }) as const,
            );
        resolve(end);
      });
      goOn();
    });

  async function begun(vmName: string, work: EachWork, signal: AbortSignal): Promise<RunEnd> {
    onBegin(vmName);
    return performed(work, { port: portFor(signal), clock, signal, emit: (event) => onEvent(vmName, event) });
  }
}
