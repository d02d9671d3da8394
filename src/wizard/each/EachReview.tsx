import { useEffect, useState, type Dispatch } from 'react';
import { Button, Checkbox, Content, Flex, Title } from '@patternfly/react-core';
import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import type { EachPattern } from '../../domain/bulk/eachPattern';
import type { EachPlan } from '../../domain/bulk/planEach';
import type { Rights } from '../../domain/k8s/rights';
import { portTexts } from '../../domain/service/servicePort';
import { toServicePorts } from '../../domain/service/servicePorts';
import { restartedVms } from '../../domain/steps/step';
import { useElementId } from '../../host/useElementId';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { useYaml, type ToYaml } from '../../ui/loading/useYaml';
import { useCopied } from '../../ui/useCopied';
import { requestText } from '../review/requestText';
import { typeText } from '../../ui/text/typeText';
import { useText } from '../../ui/useText';
import { EachReviewRow } from './EachReviewRow';
import { LeftOut } from './EachNames';
import type { EachAction } from './useEachPattern';
import { useEachReview, type EachReviewRow as Row } from './useEachReview';

interface EachReviewProps {
  readonly pattern: EachPattern;
  readonly plans: readonly EachPlan[];
  readonly rights: Rights;
  readonly dispatch: Dispatch<EachAction>;
  /** tells whether the run may begin; the same function at each render */
  readonly onHeld: (isHeld: boolean) => void;
}

/** The rows that cannot be carried out as they are. */
const unfit = (rows: readonly Row[]): Row[] => rows.filter(({ check }) => check === 'problem' || check === 'refused');

/**
 * Step 4 for one Service for each VM: what stands in the way, then a row for each VM with what the API server says of
 * it, and one confirmation for all restarts.
 */
const EachReview = ({ pattern, plans, rights, dispatch, onHeld }: EachReviewProps) => {
  const t = useText();
  const id = useElementId();
  const { draft } = pattern;
  const { rows, isHeld, askAgain } = useEachReview(draft.namespace, plans, rights);
  const [confirmation, setConfirmation] = useState('');
  const [accepted, setAccepted] = useState('');
  const restarts = plans.flatMap(({ steps }) => restartedVms(steps)).length;
  const wrong = unfit(rows);
  const unreached = rows.filter(({ blocking }) => blocking !== undefined);
  const unreachedKey = unreached.map(({ plan, blocking }) => `${plan.vmName} ${blocking?.code ?? ''}`).join(', ');
  const isAccepted = unreached.length === 0 || accepted === unreachedKey;
  const isConfirmed = restarts === 0 || confirmation.trim() === String(restarts);
  const isRefused = isHeld || !isAccepted || !isConfirmed;
  useEffect(() => {
    onHeld(isRefused);
    return () => onHeld(true);
  }, [isRefused, onHeld]);
  const isRequest = rows.some(({ check }) => check === 'forbidden');
  const { toYaml } = useYaml(isRequest);
  const [isCopied, copy] = useCopied();
  const requestOf = (yaml: ToYaml): string =>
    plans
      .flatMap(({ goal, steps }) => (goal ? [requestText(t, goal, steps, yaml, window.location.origin)] : []))
      .join('\n\n');
  const leaveOut = (which: readonly Row[]) =>
    dispatch({ type: 'leave-out', vmNames: which.map(({ plan }) => plan.vmName) });
  const ports = portTexts({ spec: { ports: toServicePorts(draft.ports, draft.type) } }).join(', ');
  const columns = { vm: t('VM'), service: t('Service'), changes: t('Changes'), check: t('Check') };
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
      <Title headingLevel="h2">{t('Review')}</Title>
      {isRequest && (
        <Notice
          variant="info"
          title={t("You don't have permission to make some of these changes")}
          actionLinks={
            <Button variant="link" isInline isDisabled={!toYaml} onClick={() => toYaml && copy(requestOf(toYaml))}>
              {isCopied ? t('Request copied') : t('Copy request')}
            </Button>
          }
        >
          {t('Copy the request and send it to someone who has permission.')}
        </Notice>
      )}
      {wrong.length > 0 && (
        <Notice
          variant="danger"
          title={t('{{count}} VMs cannot be exposed this way', { count: wrong.length })}
          actionLinks={
            <>
              <Button variant="link" isInline onClick={() => leaveOut(wrong)}>
                {t('Leave out {{count}} VMs', { count: wrong.length })}
              </Button>
              <Button variant="link" isInline onClick={askAgain}>
                {t('Check again')}
              </Button>
            </>
          }
        >
          {t('The other VMs are not affected. The reason is in the row of the VM.')}
        </Notice>
      )}
      {unreached.length > 0 && (
        <>
          <Notice
            variant="danger"
            title={t('{{count}} VMs will not be reachable', { count: unreached.length })}
            actionLinks={
              <Button variant="link" isInline onClick={() => leaveOut(unreached)}>
                {t('Leave out {{count}} VMs', { count: unreached.length })}
              </Button>
            }
          />
          <Checkbox
            id={`${id}-anyway`}
            label={t('Create these Services anyway')}
            isChecked={isAccepted}
            onChange={(_event, isOn) => setAccepted(isOn ? unreachedKey : '')}
          />
        </>
      )}
      {restarts > 0 && (
        <Notice variant="warning" title={t('{{count}} VMs will restart', { count: restarts })}>
          <p>{t('The guest OS shuts down. Open connections are closed.')}</p>
          <TextField
            id="confirm-restarts"
            label={t('Type {{number}}, the number of VMs, to confirm the restart', { number: restarts })}
            isRequired
            value={confirmation}
            onChange={setConfirmation}
          />
        </Notice>
      )}
      <LeftOut skipped={pattern.skipped} onTakeAll={() => dispatch({ type: 'take-all' })} />
      <Content component="p">
        {t('Access: {{access}}. Ports: {{ports}}.', { access: typeText(t, draft.type).label, ports })}
      </Content>
      <Title headingLevel="h3" size="lg">
        {t('What will change')}
      </Title>
      {rows.length > 0 && (
        <Table variant="compact" aria-label={t('Services to create')}>
          <Thead>
            <Tr>
              <Th screenReaderText={t('Details')} />
              <Th>{columns.vm}</Th>
              <Th>{columns.service}</Th>
              <Th>{columns.changes}</Th>
              <Th>{columns.check}</Th>
              <Th screenReaderText={t('Actions')} />
            </Tr>
          </Thead>
          {rows.map((row) => (
            <EachReviewRow
              key={row.plan.vmName}
              row={row}
              columns={columns}
              rights={rights}
              onLeaveOut={() => leaveOut([row])}
            />
          ))}
        </Table>
      )}
    </Flex>
  );
};

export default EachReview;
