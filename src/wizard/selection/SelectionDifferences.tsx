import { Icon } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon, UnknownIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { HitState, SelectionRow } from '../../domain/labels/selectionSummary';
import { useText, type Text } from '../../ui/useText';

const MAX_SHOWN = 10;

function stateText(t: Text, kind: SelectionRow['kind'], state: HitState): string {
  switch (state) {
    case 'selected':
      return kind === 'chosen' ? t('Selected') : t('Also selected');
    case 'not-selected':
      return t('Not selected');
    case 'not-checked':
      return t('Not checked');
  }
}

const State = ({ kind, state }: { readonly kind: SelectionRow['kind']; readonly state: HitState }) => {
  const t = useText();
  const isGood = (kind === 'chosen') === (state === 'selected');
  return (
    <>
      <Icon isInline {...(state === 'not-checked' ? {} : { status: isGood ? 'success' : 'warning' })}>
        {state === 'not-checked' ? <UnknownIcon /> : isGood ? <CheckCircleIcon /> : <ExclamationTriangleIcon />}
      </Icon>{' '}
      {stateText(t, kind, state)}
    </>
  );
};

function kindText(t: Text, { kind, name }: SelectionRow): string {
  switch (kind) {
    case 'chosen':
      return name;
    case 'other-vm':
      return t('{{name}} (other VM)', { name });
    case 'other-pod':
      return t('{{name}} (other pod)', { name });
  }
}

/** What the Service selects otherwise than it should, at each moment. */
const SelectionDifferences = ({ rows }: { readonly rows: readonly SelectionRow[] }) => {
  const t = useText();
  const columns = { name: t('Name'), now: t('After you apply'), later: t('After the next restart') };
  const more = rows.length - MAX_SHOWN;
  return (
    <>
      <Table variant="compact" borders={false} aria-label={t('What the Service selects')}>
        <Thead>
          <Tr>
            <Th>{columns.name}</Th>
            <Th>{columns.now}</Th>
            <Th>{columns.later}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {rows.slice(0, MAX_SHOWN).map((row) => (
            <Tr key={`${row.kind}/${row.name}`}>
              <Td dataLabel={columns.name} modifier="breakWord">
                {kindText(t, row)}
              </Td>
              <Td dataLabel={columns.now}>
                <State kind={row.kind} state={row.now} />
              </Td>
              <Td dataLabel={columns.later}>
                <State kind={row.kind} state={row.later} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {more > 0 && <div>{t('And {{count}} more', { count: more })}</div>}
    </>
  );
};

export default SelectionDifferences;
