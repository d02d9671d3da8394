import { Content, DropdownItem, DropdownList, Spinner } from '@patternfly/react-core';
import { Td } from '@patternfly/react-table';
import { canTryAgain, isBusy, type EachState } from '../../domain/bulk/eachState';
import type { Diagnosis } from '../../domain/diagnosis/diagnose';
import type { Seen } from '../../domain/k8s/seen';
import { Link, useNavigate } from '../../host/router';
import { CopyText } from '../../ui/CopyText';
import { ActionsMenu } from '../../ui/list/ActionsMenu';
import { exposePath, servicePath, servicesTabPath } from '../../ui/paths';
import { eachStateText } from '../../ui/text/bulk/eachText';
import { failureText } from '../../ui/text/failureText';
import { findingTitle } from '../../ui/text/findings/findingText';
import { problemText } from '../../ui/text/problemText';
import { stepText, waitingText } from '../../ui/text/steps/stepText';
import { useText, type Text } from '../../ui/useText';
import { StatusIcon, type StatusLook } from '../../ui/verdict/StatusIcon';
import { VerdictLabel } from '../../ui/verdict/VerdictLabel';
import { RunSteps } from '../run/RunSteps';
import type { Run } from '../run/useRun';
import { EachTableRow } from './EachTableRow';

/** One VM of the run, as the page shows it. */
export interface EachRow {
  readonly vmName: string;
  readonly serviceName: string;
  readonly state: EachState;
  /** true when its record is there, by which the run can be taken up again or back */
  readonly isTaken: boolean;
  /** what this page has begun for it */
  readonly run: Run | undefined;
  /** how far its Service reaches it, once that is there */
  readonly diagnosis: Diagnosis | undefined;
  /** by which clients reach it; undefined while there is none */
  readonly address: string | undefined;
}

interface EachRunRowProps {
  readonly row: EachRow;
  /** the headings of the columns */
  readonly columns: Readonly<Record<'vm' | 'service' | 'status' | 'address', string>>;
  readonly namespace: string;
  readonly seen: Seen;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
}

const LOOKS: Readonly<Record<EachState, StatusLook>> = {
  waiting: 'pending',
  running: 'info',
  exposed: 'success',
  failed: 'danger',
  stopped: 'warning',
  undone: 'info',
  unfinished: 'warning',
};

/** What is being done now, or why it has ended as it has; '' where there is nothing to add. */
function detailText(t: Text, run: Run | undefined): string {
  const current = run?.progress.find(({ state }) => state === 'running')?.step;
  if (current) return current.kind === 'await' ? waitingText(t, current.condition) : stepText(t, current);
  if (run?.failure) return failureText(t, run.failure);
  return [...new Set((run?.problems ?? []).map(({ code }) => problemText(t, code)))].join(' ');
}

/** One VM: its Service, how far its run is or how far the Service reaches it, its address, and what can be done. */
export const EachRunRow = ({ row, columns, namespace, seen, onRetry, onUndo }: EachRunRowProps) => {
  const t = useText();
  const { vmName, serviceName, state, run, diagnosis, address, isTaken } = row;
  const progress = run?.progress ?? [];
  const detail = detailText(t, run);
  const block = diagnosis?.findings.find(({ grade }) => grade === 'blocking');
  return (
    <EachTableRow
      label={t('Steps for {{name}}', { name: vmName })}
      detail={
        progress.length > 0 ? (
          <RunSteps title={t('Steps for {{name}}', { name: vmName })} progress={progress} seen={seen} tellsFailures />
        ) : undefined
      }
    >
      <Td dataLabel={columns.vm} modifier="breakWord">
        <Link to={servicesTabPath(namespace, vmName)} aria-label={t('View Services of {{name}}', { name: vmName })}>
          {vmName}
        </Link>
      </Td>
      <Td dataLabel={columns.service} modifier="breakWord">
        {diagnosis ? <Link to={servicePath(namespace, serviceName)}>{serviceName}</Link> : serviceName}
      </Td>
      <Td dataLabel={columns.status}>
        {state === 'exposed' && diagnosis ? (
          <>
            <VerdictLabel verdict={diagnosis.verdict} /> {block && findingTitle(t, block)}
          </>
        ) : (
          <>
            {state === 'running' ? <Spinner isInline aria-hidden /> : <StatusIcon look={LOOKS[state]} />}{' '}
            {eachStateText(t, state)}
            {detail !== '' && <Content component="small">{detail}</Content>}
          </>
        )}
      </Td>
      <Td dataLabel={columns.address}>{address !== undefined && <CopyText text={address} isCut />}</Td>
      <Td isActionCell>
        <RowActions
          vmName={vmName}
          isBusy={isBusy(state)}
          onRetry={isTaken && canTryAgain(state) ? onRetry : undefined}
          onUndo={isTaken && state !== 'undone' ? onUndo : undefined}
          wizardPath={exposePath(namespace, vmName)}
        />
      </Td>
    </EachTableRow>
  );
};

interface RowActionsProps {
  readonly vmName: string;
  readonly isBusy: boolean;
  /** undefined where nothing is left to do, or to undo */
  readonly onRetry: (() => void) | undefined;
  readonly onUndo: (() => void) | undefined;
  /** the wizard for this VM alone, which takes its run over */
  readonly wizardPath: string;
}

/** What can be done about one VM alone. */
const RowActions = ({ vmName, isBusy: isDisabled, wizardPath, onRetry, onUndo }: RowActionsProps) => {
  const t = useText();
  const navigate = useNavigate();
  return (
    <ActionsMenu label={t('Actions for {{name}}', { name: vmName })} isDisabled={isDisabled}>
      <DropdownList>
        {onRetry && <DropdownItem onClick={onRetry}>{t('Try again')}</DropdownItem>}
        {onUndo && <DropdownItem onClick={onUndo}>{t('Undo')}</DropdownItem>}
        <DropdownItem onClick={() => void navigate(wizardPath)}>{t('Open this VM in the wizard')}</DropdownItem>
      </DropdownList>
    </ActionsMenu>
  );
};
