import { useEffect, useRef, useState } from 'react';
import { ActionList, ActionListItem, Button, PageSection } from '@patternfly/react-core';
import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import { canTryAgain, isBusy } from '../../domain/bulk/eachState';
import type { Rights } from '../../domain/k8s/rights';
import type { Seen } from '../../domain/k8s/seen';
import type { RunRecord } from '../../domain/plan/run';
import { lazyPart } from '../../ui/loading/lazyPart';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposedVmsPath } from '../../ui/paths';
import { useCopied } from '../../ui/useCopied';
import { useText, type Text } from '../../ui/useText';
import { EachRunRow, type EachRow } from './EachRunRow';

const UndoConfirmation = lazyPart(() => import('../run/UndoConfirmation'), null);

interface EachRunViewProps {
  readonly namespace: string;
  readonly rows: readonly EachRow[];
  readonly records: ReadonlyMap<string, RunRecord>;
  readonly seen: Seen;
  readonly rights: Rights;
  readonly onRetry: (vmNames: readonly string[]) => void;
  readonly onUndo: (vmNames: readonly string[]) => void;
  readonly onCancel: () => void;
  /** keeps what was done, and begins with a new pattern */
  readonly onAgain: () => void;
}

function titleText(t: Text, rows: readonly EachRow[]): string {
  const busy = rows.filter(({ state }) => isBusy(state));
  const exposed = rows.filter(({ state }) => state === 'exposed').length;
  if (busy.length === 0)
    return t('{{count}} of {{total}} VMs have their Service', { count: exposed, total: rows.length });
  return busy.every(({ run }) => run?.purpose === 'undo')
    ? t('Undoing changes')
    : t('Exposing {{count}} VMs', { count: rows.length });
}

/**
 * The run and its result in one table: a row for each VM, with how far it is, then with its status and its address.
 * What failed can be tried again, and what was done be undone, for one VM or for all.
 */
const EachRunView = (props: EachRunViewProps) => {
  const { namespace, rows, records, seen, rights, onRetry, onUndo, onCancel, onAgain } = props;
  const t = useText();
  const [isCopied, copy] = useCopied();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isGoingOn = rows.some(({ state }) => isBusy(state));
  const finished = rows.filter(({ state }) => !isBusy(state)).length;
  const again = rows.filter(({ state, isTaken }) => isTaken && canTryAgain(state));
  const kept = rows.filter(({ state, isTaken }) => isTaken && state !== 'undone');
  /** Goes on with each in the direction in which it was going. */
  const tryAgain = (which: readonly EachRow[]) => {
    const back = which.filter(({ run }) => run?.purpose === 'undo').map(({ vmName }) => vmName);
    const on = which.map(({ vmName }) => vmName).filter((name) => !back.includes(name));
    if (on.length > 0) onRetry(on);
    if (back.length > 0) onUndo(back);
  };
  const addresses = rows.flatMap(({ vmName, address }) => (address === undefined ? [] : [`${vmName} ${address}`]));
  const title = titleText(t, rows);
  const columns = { vm: t('VM'), service: t('Service'), status: t('Status'), address: t('Address') };
  return (
    <PageSection hasBodyWrapper={false} aria-busy={isGoingOn}>
      {/* PatternFly's Title takes no ref */}
      <h2 ref={heading} tabIndex={-1} className="pf-v6-c-title pf-m-h2 pf-v6-u-mb-sm">
        {title}
      </h2>
      <p role="status" className="pf-v6-u-mb-md">
        {isGoingOn
          ? t('{{finished}} of {{total}} finished', { finished, total: rows.length })
          : again.length > 0 &&
            t('{{count}} VMs are not finished. The others are not affected.', { count: again.length })}
      </p>
      <ActionList className="pf-v6-u-mb-md">
        {isGoingOn && (
          <ActionListItem>
            <Button variant="secondary" onClick={onCancel}>
              {t('Stop after this step')}
            </Button>
          </ActionListItem>
        )}
        {!isGoingOn && again.length > 0 && (
          <ActionListItem>
            <Button variant="primary" onClick={() => tryAgain(again)}>
              {t('Try again for {{count}} VMs', { count: again.length })}
            </Button>
          </ActionListItem>
        )}
        {!isGoingOn && (
          <ActionListItem>
            <ButtonLink variant={again.length > 0 ? 'secondary' : 'primary'} to={exposedVmsPath(namespace)}>
              {t('View exposed VMs')}
            </ButtonLink>
          </ActionListItem>
        )}
        {addresses.length > 0 && (
          <ActionListItem>
            <Button variant="secondary" onClick={() => copy(addresses.join('\n'))}>
              {isCopied ? t('Copied') : t('Copy all addresses')}
            </Button>
          </ActionListItem>
        )}
        {!isGoingOn && kept.length > 0 && (
          <ActionListItem>
            <Button variant="secondary" onClick={() => setAsked(kept.map(({ vmName }) => vmName))}>
              {t('Undo all')}
            </Button>
          </ActionListItem>
        )}
        {!isGoingOn && (
          <ActionListItem>
            <Button variant="link" onClick={onAgain}>
              {kept.length > 0 ? t('Keep completed changes and start over') : t('Start over')}
            </Button>
          </ActionListItem>
        )}
      </ActionList>
      {asked.length > 0 && (
        <UndoConfirmation
          vmNames={asked}
          records={asked.flatMap((name) => records.get(name) ?? [])}
          seen={seen}
          rights={rights}
          onConfirm={() => {
            setAsked([]);
            onUndo(asked);
          }}
          onCancel={() => setAsked([])}
        />
      )}
      <Table variant="compact" aria-label={t('Virtual machines of this run')}>
        <Thead>
          <Tr>
            <Th screenReaderText={t('Details')} />
            <Th>{columns.vm}</Th>
            <Th>{columns.service}</Th>
            <Th>{columns.status}</Th>
            <Th>{columns.address}</Th>
            <Th screenReaderText={t('Actions')} />
          </Tr>
        </Thead>
        {rows.map((row) => (
          <EachRunRow
            key={row.vmName}
            row={row}
            columns={columns}
            namespace={namespace}
            seen={seen}
            onRetry={() => tryAgain([row])}
            onUndo={() => setAsked([row.vmName])}
          />
        ))}
      </Table>
    </PageSection>
  );
};

export default EachRunView;
