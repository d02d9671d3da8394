import { Tbody, Td, Tr } from '@patternfly/react-table';
import type { ListedVm } from '../../domain/exposed/listedRow';
import type { Column } from '../../domain/exposed/rowOrder';
import { nameOf } from '../../domain/k8s/objects';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposePath } from '../../ui/paths';
import { columnText } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';
import { TIGHT } from './columnWidths';
import { SelectCell } from './SelectCell';
import { VmNames } from './VmNames';

interface VmRowProps {
  readonly row: ListedVm;
  readonly rowIndex: number;
  readonly columns: readonly Column[];
  readonly isCard: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
}

/** A VM that no Service has to do with, and the way to expose it. */
const VmRow = ({ row, columns, isCard, isSelected, onSelect }: VmRowProps) => {
  const t = useText();
  const { vm, namespace, key } = row;
  const name = nameOf(vm);
  const contentOf = (column: Column) => {
    switch (column) {
      case 'vm':
        return <VmNames namespace={namespace} names={row.vmNames} status={vm.status?.printableStatus ?? ''} />;
      case 'service':
        return t('Not exposed');
      case 'project':
        return namespace;
      case 'status':
        return (
          <ButtonLink variant="secondary" to={exposePath(namespace, name)} label={t('Expose {{name}}', { name })}>
            {t('Expose')}
          </ButtonLink>
        );
      case 'address':
      case 'type':
      case 'ports':
      case 'dns-name':
      case 'creator':
      case 'created':
        return null;
    }
  };
  return (
    <Tbody>
      <Tr>
        <Td {...(isCard ? {} : { className: TIGHT })} />
        <SelectCell name={name} isSelected={isSelected} isCard={isCard} onSelect={(isOn) => onSelect([key], isOn)} />
        {columns.map((column) => {
          const content = contentOf(column);
          return isCard && content === null ? null : (
            <Td
              key={column}
              modifier="breakWord"
              {...(isCard ? { style: { gridColumn: 1 } } : { dataLabel: columnText(t, column), className: TIGHT })}
            >
              {content}
            </Td>
          );
        })}
        <Td {...(isCard ? {} : { className: 'pf-v6-u-px-0' })} />
      </Tr>
    </Tbody>
  );
};

export default VmRow;
