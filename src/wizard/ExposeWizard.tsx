import { useEffect, useMemo, useRef, useState } from 'react';
import { PageSection } from '@patternfly/react-core';
import { forgetRunRecord, readRunRecord } from '../cluster/runRecord';
import { seenOf, type WatchedVm } from '../cluster/watchVm';
import { planExpose } from '../domain/plan';
import { planUndo } from '../domain/planUndo';
import { canLabelLive } from '../domain/rights';
import { replacedBy, type RunRecord } from '../domain/run';
import type { Rights, SeenVm } from '../domain/seen';
import type { Step } from '../domain/step';
import { useNavigate } from '../host/router';
import { FailureAlert } from '../ui/FailureAlert';
import { exposePath, servicesTabPath } from '../ui/paths';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { DraftWizard } from './DraftWizard';
import { forgetDraft } from './keptDraft';
import { ResultView } from './ResultView';
import { RunView } from './RunView';
import { UndoConfirmation } from './UndoConfirmation';
import { UnfinishedRun } from './UnfinishedRun';
import { useDraft } from './useDraft';
import { useRun } from './useRun';
import { VmHeader } from './VmHeader';

interface ExposeWizardProps {
  readonly namespace: string;
  readonly vm: SeenVm;
  readonly name: string;
  readonly watched: WatchedVm;
  readonly rights: Rights;
  /** begins with a new draft and a new run */
  readonly onAgain: () => void;
}

/** The way from draft through run to result; after a reload it goes on where the record says. */
export const ExposeWizard = ({ namespace, name, vm, watched, rights, onAgain }: ExposeWizardProps) => {
  const t = useText();
  const navigate = useNavigate();
  const seen = useMemo(() => seenOf(namespace, watched), [namespace, watched]);
  const { draft, dispatch, ignored } = useDraft(seen, name, canLabelLive(rights, vm));
  const [record, setRecord] = useState<RunRecord | undefined>(() => readRunRecord(namespace, name));
  const [newRunId] = useState(() => crypto.randomUUID());
  // after a reload in mid-run the record is shown first; going back to the draft is the person's choice
  const [isEditing, setEditing] = useState(!record);
  const [isAskingToUndo, setAskingToUndo] = useState(false);
  const { run, start, retry, undo, cancel, clear } = useRun();
  const runId = record?.runId ?? newRunId;

  const left = useMemo(() => record && planExpose(record.draft, seen, record.runId), [record, seen]);
  const isExposed = run?.purpose === 'expose' && run.end?.outcome === 'done';
  const wasExposed = !run && !isEditing && left?.ok === true && left.steps.length === 0;
  const isOver = isExposed || wasExposed;

  const forget = () => {
    if (record) forgetRunRecord(record);
    forgetDraft(namespace, name);
  };
  // a run that is over is forgotten when its result is left, not when the page is loaded again
  const forgetWhenLeft = useRef<() => void>(undefined);
  useEffect(() => {
    forgetWhenLeft.current = isOver ? forget : undefined;
  });
  useEffect(() => () => forgetWhenLeft.current?.(), []);

  const beginAnew = () => {
    forget();
    void navigate(exposePath(namespace, name));
    onAgain();
  };
  const apply = (steps: readonly Step[]) => {
    const replaced = { ...record?.replaced, [name]: replacedBy(draft, vm, record?.replaced[name]) };
    const next: RunRecord = { runId, draft, replaced };
    setRecord(next);
    void start(next, steps);
  };
  const takeBack = () => {
    setAskingToUndo(false);
    if (record) void undo(record).then((end) => end.outcome === 'done' && forgetRunRecord(record));
  };
  const askToUndo = () => setAskingToUndo(true);

  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <VmHeader namespace={namespace} vm={vm} />
        {watched.servicesFailure && (
          <FailureAlert title={t('The Services of project {{namespace}} could not be read, so it is not known which names are taken.', { namespace })} failure={watched.servicesFailure} />
        )}
        {ignored.length > 0 && (
          <Notice variant="info" title={t('Some values of the link could not be used and were left out')}>
            {ignored.map(({ name: key, value }) => `${key}=${value}`).join(', ')}
          </Notice>
        )}
      </PageSection>
      {isAskingToUndo && record && <UndoConfirmation steps={planUndo(record, seen, rights)} onConfirm={takeBack} onCancel={() => setAskingToUndo(false)} />}
      {isOver && record && <ResultView draft={record.draft} vm={vm} watched={watched} onUndo={askToUndo} onAgain={beginAnew} />}
      {!isOver && run && record && (
        <RunView
          run={run}
          onRetry={() => void retry(record)}
          onUndo={run.purpose === 'undo' ? takeBack : askToUndo}
          onCancel={cancel}
          onBack={() => {
            if (run.purpose === 'undo' && run.end?.outcome === 'done') setRecord(undefined);
            setEditing(true);
            clear();
          }}
        />
      )}
      {!isOver && !run && !isEditing && record && left && (
        <UnfinishedRun serviceName={record.draft.serviceName} plan={left} onContinue={() => void retry(record)} onUndo={askToUndo} onDiscard={beginAnew} />
      )}
      {!isOver && !run && isEditing && (
        <DraftWizard
          draft={draft}
          dispatch={dispatch}
          vmName={name}
          vm={vm}
          seen={seen}
          rights={rights}
          runId={runId}
          onApply={apply}
          onClose={() => void navigate(servicesTabPath(namespace, name))}
        />
      )}
    </>
  );
};
