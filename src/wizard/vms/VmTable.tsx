import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { gvkOf } from '../../cluster/port/models';
import type { AddressRange } from '../../domain/network/cidr';
import { nameOf } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { useText } from '../../ui/useText';
import { Addresses } from './Addresses';
import { Obstacles } from './Obstacles';

interface VmTableProps {
  readonly namespace: string;
  readonly vms: readonly SeenVm[];
  /** the cluster's address ranges, as far as they are known */
  readonly ranges: readonly AddressRange[];
}

/** Several VMs that are being exposed together, one row each. */
const VmTable = ({ namespace, vms, ranges }: VmTableProps) => {
  const t = useText();
  const columns = { name: t('Name'), state: t('State'), addresses: t('Addresses'), obstacles: t('Needs attention') };
  return (
    <Table variant="compact" aria-label={t('The virtual machines')}>
      <Thead>
        <Tr>
          {Object.entries(columns).map(([key, title]) => (
            <Th key={key}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {vms.map((vm) => (
          <Tr key={nameOf(vm.vm)}>
            <Td dataLabel={columns.name} modifier="breakWord">
              <ResourceLink
                groupVersionKind={gvkOf('VirtualMachine')}
                name={nameOf(vm.vm)}
                namespace={namespace}
                inline
              />
            </Td>
            <Td dataLabel={columns.state}>
              <Label isCompact>{vm.vm.status?.printableStatus ?? t('unknown')}</Label>
            </Td>
            <Td dataLabel={columns.addresses} modifier="breakWord">
              <Addresses vm={vm} ranges={ranges} />
            </Td>
            <Td dataLabel={columns.obstacles} modifier="breakWord">
              <Obstacles vm={vm} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

export default VmTable;
