import { DropdownItem, DropdownList } from '@patternfly/react-core';
import type { TestedService } from '../../domain/cluster-test/projectTests';
import { isTestable, MAX_TESTED } from '../../domain/cluster-test/testable';
import { MAX_VMS, MAX_VMS_EACH } from '../../domain/draft/vmNames';
import type { ListedRow, ListedService, ListedVm } from '../../domain/exposed/listedRow';
import { nameOf } from '../../domain/k8s/objects';
import type { Rights } from '../../domain/k8s/rights';
import { ActionLink } from '../../service-parts/ActionLink';
import { planDeletions } from '../../service-parts/steps/planDeletions';
import type { StepsTask } from '../../service-parts/steps/stepsTask';
import { exposeEachPath, exposePath } from '../../ui/paths';
import { useText, type Text } from '../../ui/useText';
import type { ReadProject } from '../reads/ProjectLists';
import { testedService } from './testedService';

export interface BulkItemsProps {
  /** the selected rows */
  readonly rows: readonly ListedRow[];
  readonly rights: ReadonlyMap<string, Rights>;
  readonly projectOf: (namespace: string) => ReadProject | undefined;
  readonly onTask: (task: StepsTask) => void;
  readonly onTest: (services: readonly TestedService[]) => void;
}

const isService = (row: ListedRow): row is ListedService => row.kind === 'service';
const isVm = (row: ListedRow): row is ListedVm => row.kind === 'vm';

/** Why the selected VMs cannot be exposed in one run; undefined when they can. */
function whyNotExpose(t: Text, vms: readonly ListedVm[], most: number): string | undefined {
  if (vms.length === 0) return t('Select VMs that are not exposed.');
  if (new Set(vms.map(({ namespace }) => namespace)).size > 1)
    return t('Select VMs of one project. A Service reaches only VMs in its own project.');
  return vms.length > most ? t('Select up to {{most}} VMs.', { most }) : undefined;
}

/** Why the selected Services, of one project or of several, cannot be deleted in one go; undefined when they can. */
function whyNotDelete(
  t: Text,
  services: readonly ListedService[],
  rights: ReadonlyMap<string, Rights>,
): string | undefined {
  if (services.length === 0) return t('Select Services.');
  return services.some(({ namespace }) => rights.get(namespace)?.deleteService === false)
    ? t("You don't have permission to delete Services.")
    : undefined;
}

function whyNotTest(t: Text, services: readonly ListedService[]): string | undefined {
  if (!services.some(({ row }) => isTestable(row.service))) return t('Select Services with a TCP port.');
  return services.length > MAX_TESTED ? t('Select up to {{most}} Services.', { most: MAX_TESTED }) : undefined;
}

/** What can be done with the selected rows; what cannot says why. */
const BulkItems = ({ rows, rights, projectOf, onTask, onTest }: BulkItemsProps) => {
  const t = useText();
  const services = rows.filter(isService);
  const vms = rows.filter(isVm);
  const namespace = vms[0]?.namespace ?? '';
  const vmNames = vms.map(({ vm }) => nameOf(vm));
  const noTest = whyNotTest(t, services);
  const noDelete = whyNotDelete(t, services, rights);
  const deletion: StepsTask = {
    title: t('Delete Services'),
    vmName: services[0]?.vmNames[0] ?? '',
    explanation: t('Addresses and DNS names of these Services stop working. The VMs are not changed.'),
    isDanger: true,
    plan: () => planDeletions(services.map(({ row }) => row.service)),
  };
  return (
    <DropdownList>
      <DropdownItem
        isAriaDisabled={noTest !== undefined}
        {...(noTest ? { description: noTest } : {})}
        onClick={() =>
          onTest(
            services
              .filter(({ row }) => isTestable(row.service))
              .map(({ row }) => testedService(row, projectOf(row.namespace)?.lists)),
          )
        }
      >
        {t('Run connection test')}
      </DropdownItem>
      <ActionLink to={exposePath(namespace, ...vmNames)} reason={whyNotExpose(t, vms, MAX_VMS)}>
        {t('Expose together')}
      </ActionLink>
      <ActionLink to={exposeEachPath(namespace, ...vmNames)} reason={whyNotExpose(t, vms, MAX_VMS_EACH)}>
        {t('Expose each')}
      </ActionLink>
      <DropdownItem
        isDanger={noDelete === undefined}
        isAriaDisabled={noDelete !== undefined}
        {...(noDelete ? { description: noDelete } : {})}
        onClick={() => onTask(deletion)}
      >
        {t('Delete Services')}
      </DropdownItem>
    </DropdownList>
  );
};

export default BulkItems;
