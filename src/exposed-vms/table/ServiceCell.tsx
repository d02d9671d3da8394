import { memo } from 'react';
import { useTestOutcomes } from '../../cluster-test/useTestOutcomes';
import type { ExposedLists } from '../../domain/exposed/exposedVms';
import type { ListedService } from '../../domain/exposed/listedRow';
import type { Column } from '../../domain/exposed/rowOrder';
import { awaitsLoadBalancer } from '../../domain/service/serviceAddresses';
import { NameCell } from '../../service-parts/list/NameCell';
import { RowStatus } from '../../service-parts/list/RowStatus';
import { isOpenInside, statusNote } from '../../service-parts/list/statusNote';
import { typeAndPorts } from '../../service-parts/list/typeAndPorts';
import { CopyText } from '../../ui/CopyText';
import { servicePath } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { cellText } from './rowTexts';
import { VmNames } from './VmNames';

interface ServiceCellProps {
  readonly row: ListedService;
  readonly column: Column;
  /** of its project or of all */
  readonly endpointSlices: ExposedLists['endpointSlices'];
  readonly networkPolicies: ExposedLists['networkPolicies'];
}

/** What a column shows of a Service. */
export const ServiceCell = ({ row, column, ...reads }: ServiceCellProps) => {
  const t = useText();
  const { namespace, serviceName, address } = row;
  const { service, vms } = row.row;
  switch (column) {
    case 'vm':
      return (
        <VmNames
          namespace={namespace}
          names={row.vmNames}
          status={vms[0]?.seen.vm.status?.printableStatus ?? ''}
          serviceName={serviceName}
        />
      );
    case 'service':
      return (
        <NameCell
          kind="Service"
          name={serviceName}
          to={servicePath(namespace, serviceName)}
          below={typeAndPorts(t, service)}
        />
      );
    case 'address':
      return address ? (
        <CopyText text={address.text} isCut />
      ) : awaitsLoadBalancer(service) ? (
        <>{t('Waiting for IP')}</>
      ) : null;
    case 'dns-name':
      return <CopyText text={row.dnsName} isCut />;
    case 'status':
      return <StatusCell row={row} {...reads} />;
    case 'project':
    case 'type':
    case 'ports':
    case 'creator':
    case 'created':
      return <>{cellText(t, row, column)}</>;
  }
};

/** The status of a Service, with why, or with its last test where it has one VM. */
const StatusCell = memo(({ row, endpointSlices, networkPolicies }: Omit<ServiceCellProps, 'column'>) => {
  const t = useText();
  const outcomeOf = useTestOutcomes();
  const { service, vms, verdict, reason } = row.row;
  const [only, ...others] = vms;
  const test =
    only && others.length === 0 && isOpenInside(verdict)
      ? outcomeOf({
          service,
          vm: only.seen,
          endpointSlices,
          networkPolicies,
        })
      : undefined;
  const reasons = reason && verdict !== 'reachable' ? [reason] : [];
  return <RowStatus verdict={verdict} {...statusNote(t, { service, verdict, reasons, test })} />;
});
StatusCell.displayName = 'StatusCell';
