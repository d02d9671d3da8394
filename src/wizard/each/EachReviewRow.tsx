import { Button, Content, List, ListItem } from '@patternfly/react-core';
import { Td } from '@patternfly/react-table';
import type { Rights } from '../../domain/k8s/rights';
import { isWrite, restartedVms } from '../../domain/steps/step';
import { eachProblemText } from '../../ui/text/bulk/eachText';
import { failureText } from '../../ui/text/failureText';
import { findingTitle } from '../../ui/text/findings/findingText';
import { stepText } from '../../ui/text/steps/stepText';
import { StatusIcon, type StatusLook } from '../../ui/verdict/StatusIcon';
import { useText, type Text } from '../../ui/useText';
import { ReviewList } from '../review/ReviewList';
import { EachTableRow } from './EachTableRow';
import type { EachCheck, EachReviewRow as Row } from './useEachReview';

interface EachReviewRowProps {
  readonly row: Row;
  /** the headings of the columns */
  readonly columns: Readonly<Record<'vm' | 'service' | 'changes' | 'check', string>>;
  readonly rights: Rights;
  readonly onLeaveOut: () => void;
}

const LOOKS: Readonly<Record<EachCheck, StatusLook>> = {
  problem: 'danger',
  forbidden: 'warning',
  asking: 'pending',
  refused: 'danger',
  passed: 'success',
};

function checkText(t: Text, check: EachCheck): string {
  switch (check) {
    case 'problem':
      return t('Cannot be exposed');
    case 'forbidden':
      return t('No permission');
    case 'asking':
      return t('Dry run in progress');
    case 'refused':
      return t('Dry run failed');
    case 'passed':
      return t('Dry run passed');
  }
}

/** The plan of one VM in short: opened, the changes in order as Review of one VM shows them. */
export const EachReviewRow = ({ row, columns, rights, onLeaveOut }: EachReviewRowProps) => {
  const t = useText();
  const { plan, check, answers, failure, blocking, limitation } = row;
  const { vmName, draft, steps, problems } = plan;
  const writes = steps.filter(isWrite);
  const reasons = [
    ...problems.map((problem) => eachProblemText(t, problem)),
    ...(failure ? [failureText(t, failure)] : []),
  ];
  const finding = blocking ?? limitation;
  return (
    <EachTableRow
      label={t('Changes for {{name}}', { name: vmName })}
      detail={
        writes.length > 0 ? <ReviewList steps={steps} rights={rights} answers={answers} shownFirst="yaml" /> : undefined
      }
    >
      <Td dataLabel={columns.vm} modifier="breakWord">
        {vmName}
      </Td>
      <Td dataLabel={columns.service} modifier="breakWord">
        {draft.serviceName}
      </Td>
      <Td dataLabel={columns.changes}>
        {writes.length === 1 ? (
          writes.map((step) => stepText(t, step))
        ) : (
          <List isPlain>
            {writes.length > 0 && <ListItem>{t('{{count}} changes', { count: writes.length })}</ListItem>}
            {restartedVms(steps).length > 0 && <ListItem>{t('Restarts the VM')}</ListItem>}
          </List>
        )}
        {finding && (
          <Content component="small">
            <StatusIcon look={blocking ? 'danger' : 'warning'} /> {findingTitle(t, finding)}
          </Content>
        )}
      </Td>
      <Td dataLabel={columns.check}>
        <StatusIcon look={LOOKS[check]} /> {checkText(t, check)}
        {reasons.map((reason) => (
          <Content component="small" key={reason}>
            {reason}
          </Content>
        ))}
      </Td>
      <Td>
        <Button variant="link" isInline aria-label={t('Leave out {{name}}', { name: vmName })} onClick={onLeaveOut}>
          {t('Leave out')}
        </Button>
      </Td>
    </EachTableRow>
  );
};
