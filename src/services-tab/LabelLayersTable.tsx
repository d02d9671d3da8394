import { useState } from 'react';
import { Button, Content, ExpandableSection, Label, Title, type LabelProps } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { labelTable, type LabelRow, type LabelState } from '../domain/labels/labelTable';
import type { Labels } from '../domain/k8s/objects';
import type { SeenVm } from '../domain/k8s/seen';
import { labelStateText } from '../ui/text/labelStateText';
import { useText } from '../ui/useText';

const STATUS: Readonly<Record<LabelState, LabelProps['status']>> = {
  pending: 'warning',
  'not-on-pod': 'danger',
  'lost-at-restart': 'warning',
  'lost-at-migration': 'warning',
  temporary: 'warning',
  'vm-object-only': 'danger',
  absent: 'danger',
  'managed-by-kubevirt': 'info',
  persistent: 'success',
  'not-checked': 'info',
};

interface LabelLayersProps {
  readonly vm: SeenVm;
  /** the Service's selector: its keys come first */
  readonly selector: Labels;
  /** copies labels of the VirtualMachine object into its template; absent where nothing can be sent */
  readonly onCopy?: ((labels: Labels) => void) | undefined;
  /** false when the user is not allowed to change the template */
  readonly mayCopy: boolean;
}

/**
 * The labels of template, running instance and pod side by side, with those that require a restart or would be lost.
 */
export const LabelLayersTable = ({ vm, selector, onCopy, mayCopy }: LabelLayersProps) => {
  const t = useText();
  const [isExpanded, setExpanded] = useState(false);
  const { selected, others, isRunning } = labelTable(vm, selector);
  const misplaced = Object.fromEntries(
    selected.flatMap(({ key, state, own }) => (state === 'vm-object-only' && own !== undefined ? [[key, own]] : [])),
  );
  return (
    <>
      <Title headingLevel="h3" size="md">
        {t('Labels')}
      </Title>
      {!isRunning && (
        <Content component="p">
          {vm.arePodsUnknown
            ? t('Not checked: the labels of the pod. It could not be read.')
            : t('The virtual machine does not run, so only its template has labels that will count.')}
        </Content>
      )}
      {selected.length > 0 && <LabelTableView rows={selected} label={t('Labels that the Service selects')} />}
      {Object.keys(misplaced).length > 0 && onCopy && (
        <>
          <Button variant="secondary" size="sm" isDisabled={!mayCopy} onClick={() => onCopy(misplaced)}>
            {t('Copy to template')}
          </Button>
          {!mayCopy && <Content component="small">{t('You may not change this virtual machine.')}</Content>}
        </>
      )}
      {others.length > 0 && (
        <ExpandableSection
          toggleText={t('Other labels ({{count}})', { count: others.length })}
          isExpanded={isExpanded}
          onToggle={(_event, expanded) => setExpanded(expanded)}
        >
          {isExpanded && <LabelTableView rows={others} label={t('Other labels')} />}
        </ExpandableSection>
      )}
    </>
  );
};

const LabelTableView = ({ rows, label }: { rows: readonly LabelRow[]; label: string }) => {
  const t = useText();
  const columns = [t('Key'), t('Service selects'), t('Template'), t('Running instance'), t('Pod'), t('State')];
  return (
    <Table variant="compact" borders={false} aria-label={label}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ key, needed, template, vmi, pod, state }) => (
          <Tr key={key}>
            {[key, needed, template, vmi, pod].map((text, index, { length }) => (
              <Td key={columns[index]} dataLabel={columns[index] ?? ''} modifier="breakWord">
                {text === undefined
                  ? index === length - 1 && state === 'not-checked'
                    ? t('unknown')
                    : t('absent')
                  : text === ''
                    ? t('empty')
                    : text}
              </Td>
            ))}
            <Td dataLabel={t('State')}>
              <Label isCompact status={STATUS[state]}>
                {labelStateText(t, state)}
              </Label>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
