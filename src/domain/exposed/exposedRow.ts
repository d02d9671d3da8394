import { nameOf, namespaceOf, type Service } from '../k8s/objects';
import type { ExposedRow, ExposedVm } from './exposedList';
import { rowReasonOf, rowVerdictOf } from './rowVerdict';

/** The row of a Service with the VMs that it has to do with, at least one. */
export function exposedRow(service: Service, vms: readonly ExposedVm[]): ExposedRow {
  const exposures = vms.map(({ exposure }) => exposure);
  const reason = rowReasonOf(exposures);
  return {
    key: `${namespaceOf(service)}/${nameOf(service)}`,
    namespace: namespaceOf(service),
    service,
    vms,
    verdict: rowVerdictOf(exposures.map(({ verdict }) => verdict)),
    ...(reason ? { reason } : {}),
  };
}
