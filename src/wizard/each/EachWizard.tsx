import { useMemo, useState } from 'react';
import {
  forgetEachRecord,
  keepEachRecord,
  readEachRecord,
  recordsOfEach,
  type EachRecord,
} from '../../cluster/run/eachRecord';
import { forgetRunRecord } from '../../cluster/run/runRecord';
import { planEach, type EachPlan } from '../../domain/bulk/planEach';
import { recordOf, type RunRecord } from '../../domain/plan/run';
import { useNavigate } from '../../host/router';
import { exposeEachPath, exposePath } from '../../ui/paths';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useForgetOnLeave } from '../draft/useForgetOnLeave';
import { useWizardSeen } from '../draft/useWizardSeen';
import type { ExposeWizardProps } from '../draft/wizardProps';
import { ExposeHeader } from '../vms/ExposeHeader';
import { IgnoredPresets } from '../vms/IgnoredPresets';
import { UnreadAlerts } from '../vms/UnreadAlerts';
import { EachDraft } from './EachDraft';
import { useEachRows } from './useEachRows';
import { forgetEachPattern, useEachPattern } from './useEachPattern';
import { useEachRun, type EachStart } from './useEachRun';

// needed only after Review
const EachRunView = lazyPart(() => import('./EachRunView'));

const NO_RUN: EachRecord = { runIds: {}, undone: [] };

/** One Service for each VM, from the draft through the run to its result; a reload goes on where the records say. */
const EachWizard = ({ namespace, vmNames, watched, watchedRoutes, rights, onAgain }: ExposeWizardProps) => {
  const navigate = useNavigate();
  const { cluster, ranges, seen } = useWizardSeen({ namespace, watched, watchedRoutes, rights });
  const { pattern, dispatch, ignored } = useEachPattern(seen, vmNames);
  const [kept, setKept] = useState(() => readEachRecord(namespace, vmNames));
  const [records, setRecords] = useState<ReadonlyMap<string, RunRecord>>(() =>
    kept ? recordsOfEach(namespace, kept) : new Map(),
  );
  const [runIds] = useState(() => Object.fromEntries(vmNames.map((name) => [name, crypto.randomUUID()])));
  // a run that goes on is planned VM by VM, if at all
  const planned = useMemo(
    () => (kept ? undefined : planEach(pattern, seen, { runIds, rights })),
    [kept, pattern, seen, runIds, rights],
  );

  const keep = (next: EachRecord) => {
    keepEachRecord(namespace, vmNames, next);
    setKept(next);
  };
  const { runs, start, retry, undo, cancel } = useEachRun({
    records,
    onRecord: (vmName, record) => setRecords((all) => new Map(all).set(vmName, record)),
    onUndone: (vmName) =>
      setKept((before) => {
        if (!before) return before;
        const next = { ...before, undone: [...new Set([...before.undone, vmName])] };
        keepEachRecord(namespace, vmNames, next);
        return next;
      }),
  });
  const rows = useEachRows({ kept: kept ?? NO_RUN, records, runs, seen });

  const forget = () => {
    forgetEachRecord(namespace, vmNames);
    forgetEachPattern(namespace, vmNames);
    records.forEach(forgetRunRecord);
  };
  const isOver = kept !== undefined && rows.every(({ state }) => state === 'exposed' || state === 'undone');
  useForgetOnLeave(isOver, forget);

  const apply = (plans: readonly EachPlan[]) => {
    const startedAt = new Date().toISOString();
    const starts = new Map(
      plans.flatMap(({ vmName, goal, steps }): [string, EachStart][] =>
        goal ? [[vmName, { record: { ...recordOf(goal), startedAt }, steps }]] : [],
      ),
    );
    setRecords(new Map([...starts].map(([vmName, { record }]) => [vmName, record])));
    keep({ runIds: Object.fromEntries([...starts].map(([vmName, { record }]) => [vmName, record.runId])), undone: [] });
    void start(starts);
  };
  const startOver = () => {
    forget();
    void navigate(exposeEachPath(namespace, ...vmNames));
    onAgain();
  };

  const header = { count: vmNames.length, vms: watched.vms, ranges, showsObstacles: !kept };
  const unread = <UnreadAlerts namespace={namespace} watched={watched} />;
  if (planned)
    return (
      <EachDraft
        header={<ExposeHeader {...header} isOfWizard />}
        notices={
          <>
            {unread}
            <IgnoredPresets ignored={ignored} />
          </>
        }
        pattern={pattern}
        planned={planned}
        dispatch={dispatch}
        seen={seen}
        servicesFailure={watched.servicesFailure}
        rights={rights}
        cluster={cluster}
        hasRouteApi={watchedRoutes.hasApi}
        onApply={apply}
        onClose={() => void navigate(exposePath(namespace))}
      />
    );
  return (
    <>
      <ExposeHeader {...header} isOfWizard={false} />
      <EachRunView
        namespace={namespace}
        rows={rows}
        records={records}
        seen={seen}
        rights={rights}
        onRetry={(names) => void retry(names)}
        onUndo={(names) => void undo(names)}
        onCancel={cancel}
        onAgain={startOver}
      />
    </>
  );
};

export default EachWizard;
