import { useMemo, useState } from 'react';
import { PageSection } from '@patternfly/react-core';
import { forgetRunRecord, keepRunRecord } from '../cluster/run/runRecord';
import { settled, type Choice, type Conflict } from '../domain/draft/conflict';
import type { Goal } from '../domain/draft/goal';
import { resolve } from '../domain/draft/resolve';
import { planExpose } from '../domain/plan/plan';
import { canLabelLive, canOnlyRequest, rightsToPlan } from '../domain/steps/rights';
import { recordOf, takenUp } from '../domain/plan/run';
import type { Step } from '../domain/steps/step';
import { useNavigate } from '../host/router';
import { exposePath, servicesTabPath } from '../ui/paths';
import { DraftWizard } from './DraftWizard';
import { forgetDraft } from './draft/keptDraft';
import { useForgetOnLeave } from './draft/useForgetOnLeave';
import { useWizardSeen } from './draft/useWizardSeen';
import type { ExposeWizardProps } from './draft/wizardProps';
import { IgnoredPresets } from './vms/IgnoredPresets';
import { UnreadAlerts } from './vms/UnreadAlerts';
import { useDraft } from './draft/useDraft';
import { useRun } from './run/useRun';
import { useKeptRun, useShownRun, type EarlierRun } from './draft/useKeptRun';
import { ExposeHeader } from './vms/ExposeHeader';
import { lazyPart } from '../ui/loading/lazyPart';

// needed only after Review
const ResultView = lazyPart(() => import('./result/ResultView'));
const loadRun = () => import('./run/RunView');
const RunView = lazyPart(loadRun);
/** A run begins without a wait for its page: that is fetched while the plan is reviewed. */
const fetchRun = () => void loadRun().catch(() => undefined);
const UndoConfirmation = lazyPart(() => import('./run/UndoConfirmation'), null);
const Conflicts = lazyPart(() => import('./draft/Conflicts'), null);
const UnfinishedRun = lazyPart(() => import('./draft/UnfinishedRun'));
const MissingVms = lazyPart(() => import('./vms/MissingVms'), null);
const EarlierRunAlert = lazyPart(() => import('./draft/EarlierRunAlert'), null);

/** From draft through run to result; after a reload it continues where the run record says. */
export const ExposeWizard = ({ namespace, vmNames, watched, watchedRoutes, rights, onAgain }: ExposeWizardProps) => {
  const navigate = useNavigate();
  const { hasApi, routes } = watchedRoutes;
  const { cluster, ranges, seen } = useWizardSeen({ namespace, watched, watchedRoutes, rights });
  const { vms, missing } = watched;
  const canAllBeLabelledLive =
    missing.length === 0 && canLabelLive(rightsToPlan(rights, canOnlyRequest(rights, false)), vms);
  const { record, setRecord, earlier, setEarlier } = useKeptRun(seen, vmNames);
  // what was typed for a finished run is no draft any more
  const { draft: typed, dispatch, ignored } = useDraft(seen, vmNames, canAllBeLabelledLive, earlier?.isFinished);
  const [newRunId] = useState(() => crypto.randomUUID());
  // the record is shown first; going back to the draft is up to the user
  const [isEditing, setEditing] = useState(!record);
  // the draft opens on Review after a run that has stopped
  const [isBack, setBack] = useState(false);
  const [isAskingToUndo, setAskingToUndo] = useState(false);
  const { run, start, retry, undo, force, cancel, clear } = useRun();
  useShownRun(record && (run || !isEditing) ? record.runId : undefined);
  const runId = record?.runId ?? newRunId;
  // while a Service is being recreated, only the record knows it
  const draft = useMemo(() => (record ? takenUp(typed, record) : typed), [typed, record]);

  const remaining = useMemo(() => {
    if (!record) return undefined;
    const { goal, problems } = resolve(record.draft, seen, record.runId);
    return { problems, steps: goal && planExpose(goal, seen) };
  }, [record, seen]);
  // a run that is going on is not interrupted
  const isAsking = !run || run.stage === 'not-planned';
  const conflicts = useMemo(() => {
    if (!isAsking) return [];
    const problems = !run && isEditing ? resolve(draft, seen, runId).problems : (remaining?.problems ?? []);
    return problems.flatMap(({ conflict }) => conflict ?? []);
  }, [isAsking, run, isEditing, draft, seen, runId, remaining]);
  // it tells what was chosen after the last question is gone
  const [hasAsked, setAsked] = useState(false);
  if (conflicts.length > 0 && !hasAsked) setAsked(true);
  const isExposed = run?.purpose === 'expose' && run.stage === 'done';
  const wasExposed = !run && !isEditing && remaining?.steps?.length === 0;
  const isOver = isExposed || wasExposed;

  const forget = () => {
    if (record) forgetRunRecord(record);
    forgetDraft(namespace, vmNames);
  };
  useForgetOnLeave(isOver, forget);

  const startOver = () => {
    forget();
    void navigate(exposePath(namespace, ...vmNames));
    onAgain();
  };
  const apply = (goal: Goal, steps: readonly Step[]) => {
    const startedAt = record?.startedAt ?? new Date().toISOString();
    const next = { ...recordOf(goal, record), startedAt };
    setRecord(next);
    setEarlier(undefined);
    void start(next, steps);
  };
  const settle = (conflict: Conflict, choice: Choice) => {
    dispatch({ type: 'settle', conflict, choice });
    if (!record) return;
    const next = { ...record, draft: settled(record.draft, conflict, choice) };
    keepRunRecord(next);
    setRecord(next);
  };
  const takeBack = () => {
    setAskingToUndo(false);
    if (record) void undo(record, setRecord).then((ending) => ending === 'done' && forgetRunRecord(record));
  };
  const askToUndo = () => setAskingToUndo(true);

  const dismiss = (kept: EarlierRun) => {
    forgetRunRecord(kept.record);
    setEarlier(undefined);
  };
  const showRun = (kept: EarlierRun) => {
    setRecord(kept.record);
    setEarlier(undefined);
    setEditing(false);
  };

  const [name = ''] = vmNames;
  if (vms.length === 0) return null;
  const isDrafting = !isOver && !run && isEditing && missing.length === 0;
  const header = { count: vmNames.length, vms, ranges, showsObstacles: !run };
  const unread = <UnreadAlerts key="unread" namespace={namespace} watched={watched} />;
  const asked = hasAsked && !isOver && isAsking && (
    <Conflicts key="conflicts" conflicts={conflicts} onSettle={settle} />
  );

  return (
    <>
      {!isDrafting && (
        <>
          <ExposeHeader {...header} isOfWizard={false} />
          {(missing.length > 0 || unread) && (
            <PageSection hasBodyWrapper={false}>
              {missing.length > 0 && <MissingVms namespace={namespace} vmNames={vmNames} missing={missing} />}
              {unread}
            </PageSection>
          )}
        </>
      )}
      {/* what is shown stays while the dialog comes */}
      {isAskingToUndo && record && (
        <UndoConfirmation
          records={[record]}
          seen={seen}
          rights={rights}
          onConfirm={takeBack}
          onCancel={() => setAskingToUndo(false)}
        />
      )}
      {!isDrafting && asked && <PageSection hasBodyWrapper={false}>{asked}</PageSection>}
      {isOver && record && (
        <ResultView
          draft={record.draft}
          vms={vms}
          watched={watched}
          routes={routes}
          ranges={ranges}
          rights={rights}
          onUndo={askToUndo}
          onAgain={startOver}
        />
      )}
      {!isOver && run && record && (
        <RunView
          run={run}
          record={record}
          seen={seen}
          rights={rights}
          onForce={force}
          onRetry={() => void retry(record, setRecord)}
          onUndo={run.purpose === 'undo' ? takeBack : askToUndo}
          onCancel={cancel}
          onBack={() => {
            if (run.purpose === 'undo' && run.stage === 'done') setRecord(undefined);
            setEditing(true);
            setBack(run.purpose === 'expose');
            clear();
          }}
        />
      )}
      {!isOver && !run && !isEditing && record && remaining && (
        <UnfinishedRun
          serviceName={record.draft.serviceName}
          {...remaining}
          onContinue={() => void retry(record, setRecord)}
          onUndo={askToUndo}
          onDiscard={startOver}
        />
      )}
      {isDrafting && (
        <DraftWizard
          header={<ExposeHeader {...header} isOfWizard />}
          notices={
            <>
              {earlier && (
                <EarlierRunAlert earlier={earlier} onShow={() => showRun(earlier)} onDismiss={() => dismiss(earlier)} />
              )}
              <IgnoredPresets ignored={ignored} />
            </>
          }
          lastingNotices={unread}
          questions={asked}
          draft={draft}
          dispatch={dispatch}
          seen={seen}
          servicesFailure={watched.servicesFailure}
          cluster={cluster}
          hasRouteApi={hasApi}
          rights={rights}
          runId={runId}
          startsAtReview={isBack}
          onReview={fetchRun}
          onApply={apply}
          onClose={() => void navigate(vmNames.length === 1 ? servicesTabPath(namespace, name) : exposePath(namespace))}
        />
      )}
    </>
  );
};
