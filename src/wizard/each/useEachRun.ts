import { useCallback, useEffect, useRef, useState } from 'react';
import type { EachWork } from '../../cluster/run/eachRunner';
import { forgetRunRecord, keepRunRecord } from '../../cluster/run/runRecord';
import { withEnd, withEvent, type StepRun } from '../../cluster/run/useStepRun';
import { browserClock, sdkPort } from '../../cluster/port/sdkPort';
import { toFailure } from '../../cluster/port/failure';
import type { RunEnd } from '../../cluster/run/continueRun';
import type { RunRecord } from '../../domain/plan/run';
import type { Step } from '../../domain/steps/step';
import { loadPart } from '../../host/loadPart';
import type { Run, RunPurpose } from '../run/useRun';

// what writes is loaded when it is to write
const loadRunner = () => loadPart(() => import('../../cluster/run/eachRunner'));
type Runner = ReturnType<Awaited<ReturnType<typeof loadRunner>>['eachRunner']>;

/** What is to be sent for one VM, as it was reviewed. */
export interface EachStart {
  readonly record: RunRecord;
  readonly steps: readonly Step[];
}

const WAITING: StepRun = { stage: 'idle', progress: [], steps: [] };

interface EachRunOptions {
  readonly records: ReadonlyMap<string, RunRecord>;
  /** called with the record of a VM as it has to be from then on */
  readonly onRecord: (vmName: string, record: RunRecord) => void;
  /** called when all was taken back that the run did for a VM */
  readonly onUndone: (vmName: string) => void;
}

/**
 * The runs of several VMs, each by itself: exposes, tries again, and takes back, one VM or all. Leaving the page stops
 * each before its next step; the records in the browser tab's storage let them go on later.
 */
export function useEachRun({ records, onRecord, onUndone }: EachRunOptions) {
  const [runs, setRuns] = useState<ReadonlyMap<string, Run>>(new Map());
  const abort = useRef(new AbortController());
  const runner = useRef<Runner | undefined>(undefined);
  useEffect(() => () => abort.current.abort(), []);
  const latest = useRef({ records, onRecord, onUndone });
  useEffect(() => {
    latest.current = { records, onRecord, onUndone };
  });

  const change = useCallback((vmName: string, next: (before: StepRun) => StepRun, purpose?: RunPurpose) => {
    setRuns((all) => {
      const before = all.get(vmName);
      const of = purpose ?? before?.purpose ?? 'expose';
      // progress of one purpose is not shown under the other
      const kept = before && before.purpose === of ? before : WAITING;
      return new Map(all).set(vmName, { ...next(kept), purpose: of });
    });
  }, []);

  const ended = useCallback(
    (vmName: string, purpose: RunPurpose, end: RunEnd) => {
      change(vmName, (before) => withEnd(before, end));
      if (purpose !== 'undo' || end.outcome !== 'done') return;
      const record = latest.current.records.get(vmName);
      if (record) forgetRunRecord(record);
      latest.current.onUndone(vmName);
    },
    [change],
  );

  const perform = useCallback(
    async (purpose: RunPurpose, works: readonly (readonly [string, EachWork])[]): Promise<void> => {
      if (abort.current.signal.aborted) abort.current = new AbortController();
      const { signal } = abort.current;
      for (const [vmName] of works) change(vmName, ({ progress }) => ({ ...WAITING, progress }), purpose);
      try {
        const { eachRunner } = await loadRunner();
        runner.current ??= eachRunner({
          port: sdkPort,
          clock: browserClock,
          onBegin: (vmName) => change(vmName, (before) => ({ ...before, stage: 'running' })),
          onEvent: (vmName, event) => change(vmName, (before) => withEvent(before, event)),
        });
        const add = runner.current;
        await Promise.all(
          works.map(([vmName, work]) => add(vmName, work, signal).then((end) => ended(vmName, purpose, end))),
        );
      } catch (error) {
        for (const [vmName] of works) ended(vmName, purpose, { outcome: 'not-planned', failure: toFailure(error) });
      }
    },
    [change, ended],
  );

  /** Takes runs up again, or back; a VM whose record is gone is left alone. */
  const take = (does: 'continue' | 'undo', vmNames: readonly string[]): Promise<void> =>
    perform(
      does === 'undo' ? 'undo' : 'expose',
      vmNames.flatMap((vmName) => {
        const record = latest.current.records.get(vmName);
        if (!record) return [];
        const keep = (next: RunRecord) => {
          keepRunRecord(next);
          latest.current.onRecord(vmName, next);
        };
        return [[vmName, { does, record, keep }] as const];
      }),
    );

  return {
    /** by VM; nothing for one for which this page has begun nothing */
    runs,
    /** sends exactly the reviewed steps */
    start: (starts: ReadonlyMap<string, EachStart>): Promise<void> => {
      for (const { record } of starts.values()) keepRunRecord(record);
      return perform(
        'expose',
        [...starts].map(([vmName, { steps }]) => [vmName, { does: 'expose', steps }] as const),
      );
    },
    retry: (vmNames: readonly string[]) => take('continue', vmNames),
    undo: (vmNames: readonly string[]) => take('undo', vmNames),
    /** stops every VM before its next step */
    cancel: () => abort.current.abort(),
  };
}
