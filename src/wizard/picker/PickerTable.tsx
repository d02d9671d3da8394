import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { namespaceOf, nameOf, uidOf, type VirtualMachine } from '../../domain/k8s/objects';
import { gvkOf } from '../../cluster/port/models';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';
import type { VmColumn, VmOrder } from './pickableVms';

interface PickerTableProps {
  /** the VMs of this page of the list */
  readonly vms: readonly VirtualMachine[];
  readonly order: VmOrder;
  readonly onOrder: (order: VmOrder) => void;
  readonly presets: string;
  /** when all projects are shown there is a project column, and VMs cannot be picked */
  readonly isOfOneProject: boolean;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (names: readonly string[], isPicked: boolean) => void;
}

/**
 * The VMs with links to their pages and to the wizard. PatternFly's selection cells name a row only by its number,
 * hence the checkboxes.
 */
export const PickerTable = ({ vms, order, onOrder, presets, isOfOneProject, picked, onPick }: PickerTableProps) => {
  const t = useText();
  const columns: readonly (readonly [VmColumn, string])[] = [
    ['name', t('Name')],
    ...(isOfOneProject ? [] : [['project', t('Project')] as const]),
    ['state', t('Status')],
  ];
  const titles = Object.fromEntries(columns) as Partial<Record<VmColumn, string>>;
  return (
    <Table variant="compact" aria-label={t('Virtual machines')}>
      <Thead>
        <Tr>
          {isOfOneProject && <Th screenReaderText={t('Selection')} />}
          {columns.map(([column, title], columnIndex) => (
            <Th
              key={column}
              sort={{
                columnIndex,
                sortBy: {
                  index: columns.findIndex(([each]) => each === order.column),
                  direction: order.direction,
                  defaultDirection: 'asc',
                },
                onSort: (_event, _index, direction) => onOrder({ column, direction }),
              }}
            >
              {title}
            </Th>
          ))}
          <Th screenReaderText={t('Actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {vms.map((vm) => {
          const name = nameOf(vm);
          const namespace = namespaceOf(vm);
          return (
            <Tr key={uidOf(vm)}>
              {isOfOneProject && (
                <Td modifier="fitContent">
                  <Checkbox
                    id={`pick-${name}`}
                    aria-label={t('Select {{name}}', { name })}
                    isChecked={picked.has(name)}
                    onChange={(_event, isPicked) => onPick([name], isPicked)}
                  />
                </Td>
              )}
              <Td dataLabel={titles.name} modifier="breakWord">
                <ResourceLink groupVersionKind={gvkOf('VirtualMachine')} name={name} namespace={namespace} />
              </Td>
              {!isOfOneProject && <Td dataLabel={titles.project}>{namespace}</Td>}
              <Td dataLabel={titles.state}>{vm.status?.printableStatus}</Td>
              <Td isActionCell>
                <ButtonLink
                  variant="link"
                  to={withQuery(exposePath(namespace, name), presets)}
                  label={t('Expose {{name}}', { name })}
                >
                  {t('Expose')}
                </ButtonLink>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
