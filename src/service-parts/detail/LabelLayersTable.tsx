import { useRef } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { labelTable, type LabelRow, type LabelState } from '../../domain/labels/labelTable';
import type { Labels } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { labelStateText } from '../../ui/text/labelStateText';
import { useWidth } from '../../host/useWidth';
import { useText } from '../../ui/useText';
import { StatusIcon, type StatusLook } from '../../ui/verdict/StatusIcon';

/** Below it the layers have no room side by side. */
const COLUMNS_FROM = 520;

const LOOKS: Readonly<Record<LabelState, StatusLook>> = {
  pending: 'warning',
  'not-on-pod': 'danger',
  'lost-at-restart': 'warning',
  'lost-at-migration': 'warning',
  temporary: 'warning',
  'vm-object-only': 'danger',
  absent: 'danger',
  'managed-by-kubevirt': 'info',
  persistent: 'success',
  'not-checked': 'unknown',
};

interface LabelLayersTableProps {
  readonly vm: SeenVm;
  /** the labels that are required */
  readonly selector: Labels;
  /** what the table shows, for screen readers */
  readonly label: string;
  /** true for all labels of the VM that are not required */
  readonly isOfOthers?: boolean;
}

/** Labels by the layers that hold them: template, running instance and pod side by side, and what that means. */
export const LabelLayersTable = ({ vm, selector, label, isOfOthers = false }: LabelLayersTableProps) => {
  const t = useText();
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const table = labelTable(vm, selector);
  const rows = isOfOthers ? table.others : table.selected;
  const layers: readonly { readonly title: string; readonly of: (row: LabelRow) => string | undefined }[] = [
    { title: t('Template'), of: ({ template }) => template },
    { title: t('Instance'), of: ({ vmi }) => vmi },
    { title: t('Pod'), of: ({ pod }) => pod },
  ];
  const valueText = (value: string | undefined, isUnknown: boolean): string =>
    isUnknown ? t('Not available') : value === undefined ? t('None') : value === '' ? t('Empty') : value;
  return (
    <div ref={pane}>
      <Table
        variant="compact"
        borders={false}
        aria-label={label}
        className="pf-m-fixed"
        gridBreakPoint={width > 0 && width < COLUMNS_FROM ? 'grid' : ''}
      >
        <Thead>
          <Tr>
            <Th>{t('Label')}</Th>
            {!isOfOthers && <Th>{t('Required')}</Th>}
            {layers.map(({ title }) => (
              <Th key={title}>{title}</Th>
            ))}
            <Th>{t('Status')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={row.key}>
              <Td dataLabel={t('Label')} modifier="breakWord">
                {row.key}
              </Td>
              {!isOfOthers && (
                <Td dataLabel={t('Required')} modifier="breakWord">
                  {valueText(row.needed, false)}
                </Td>
              )}
              {layers.map(({ title, of }, index) => (
                <Td key={title} dataLabel={title} modifier="breakWord">
                  {valueText(of(row), index === layers.length - 1 && row.state === 'not-checked')}
                </Td>
              ))}
              <Td dataLabel={t('Status')}>
                {/* one element: a card puts each into a line of its own */}
                <div>
                  <StatusIcon look={LOOKS[row.state]} /> {labelStateText(t, row.state)}
                </div>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
