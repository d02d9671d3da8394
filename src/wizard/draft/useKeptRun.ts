import { useEffect, useState } from 'react';
import { readRunRecord } from '../../cluster/run/runRecord';
import { resolve } from '../../domain/draft/resolve';
import { planExpose } from '../../domain/plan/plan';
import type { RunRecord } from '../../domain/plan/run';
import type { Seen } from '../../domain/k8s/seen';
import { useLocation, useNavigate } from '../../host/router';
import { presetsOf } from '../vms/requestedVms';

/** A run of before that the page does not show. */
export interface EarlierRun {
  readonly record: RunRecord;
  readonly isFinished: boolean;
}

/** True when nothing is left to do of the run. */
const isFinished = ({ draft, runId }: RunRecord, seen: Seen): boolean => {
  const { goal } = resolve(draft, seen, runId);
  return goal !== undefined && planExpose(goal, seen).length === 0;
};

/** The run that this entry of the browser's history shows: a reload keeps it, a link to the page has none. */
const runIdIn = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && 'runId' in state ? state.runId : undefined;

/**
 * The run of just these VMs that is kept in the browser tab. It is shown after a reload, and where it is unfinished. In
 * a new page it stands back behind the presets of the link, and a finished one behind a new draft.
 */
export function useKeptRun(seen: Seen, vmNames: readonly string[]) {
  const location = useLocation();
  const [{ shown, other }] = useState(() => {
    const found = readRunRecord(seen.namespace, vmNames);
    if (!found) return {};
    const finished = isFinished(found, seen);
    const isShown = runIdIn(location.state) === found.runId || (!finished && presetsOf(location.search) === '');
    return isShown ? { shown: found } : { other: { record: found, isFinished: finished } };
  });
  const [record, setRecord] = useState<RunRecord | undefined>(shown);
  const [earlier, setEarlier] = useState<EarlierRun | undefined>(other);
  return { record, setRecord, earlier, setEarlier };
}

/** Marks the entry of the browser's history as showing that run, so that a reload finds it; undefined marks nothing. */
export function useShownRun(runId: string | undefined): void {
  const { pathname, search, ...entry } = useLocation();
  const navigate = useNavigate();
  const isMarked = runId === undefined || runIdIn(entry.state) === runId;
  useEffect(() => {
    if (!isMarked) void navigate({ pathname, search }, { replace: true, state: { runId } });
  }, [isMarked, navigate, pathname, search, runId]);
}
