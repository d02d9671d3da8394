import { DropdownItem } from '@patternfly/react-core';
import { MAX_VMS } from '../../domain/draft/vmNames';
import { isTestable } from '../../domain/cluster-test/testable';
import type { ListedService } from '../../domain/exposed/listedRow';
import { listsOfProject } from '../../domain/exposed/projectLists';
import type { Seen } from '../../domain/k8s/seen';
import { ActionLink } from '../../service-parts/ActionLink';
import { ServiceActions } from '../../service-parts/ServiceActions';
import { exposePath } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { testedService } from '../bulk/testedService';
import type { RowContext } from './rowContext';

interface RowActionsProps extends Pick<
  RowContext,
  'projectNow' | 'rights' | 'onToggle' | 'onMenu' | 'onTask' | 'onTest'
> {
  readonly row: ListedService;
  readonly isExpanded: boolean;
}

/** The menu of a Service in the list. */
export const RowActions = ({
  row,
  isExpanded,
  projectNow,
  rights,
  onToggle,
  onMenu,
  onTask,
  onTest,
}: RowActionsProps) => {
  const t = useText();
  const { namespace, vmNames } = row;
  const { service, vms } = row.row;
  const listsNow = () => projectNow(namespace)?.lists;
  const seen = (): Seen => {
    const lists = listsNow();
    const own = lists && listsOfProject(lists, namespace);
    return {
      namespace,
      vms: vms.map((vm) => vm.seen),
      services: own?.services ?? [],
      endpointSlices: own?.endpointSlices ?? [],
      routes: own?.routes,
    };
  };
  const ownRights = rights.get(namespace);
  const isOfMany = vmNames.length > MAX_VMS;
  return (
    <ServiceActions
      service={service}
      vmNames={vmNames}
      seen={seen}
      rights={ownRights}
      onTask={onTask}
      onOpen={() => onMenu(namespace)}
    >
      <DropdownItem onClick={() => onToggle(row.key)}>
        {isExpanded ? t('Hide details') : t('View details')}
      </DropdownItem>
      <DropdownItem
        isAriaDisabled={!isTestable(service)}
        {...(isTestable(service) ? {} : { description: t('Only TCP ports can be tested.') })}
        onClick={() => onTest([testedService(row.row, listsNow())])}
      >
        {t('Run connection test')}
      </DropdownItem>
      <ActionLink
        to={exposePath(namespace, ...vmNames)}
        reason={isOfMany ? t('Select up to {{most}} VMs.', { most: MAX_VMS }) : undefined}
      >
        {t('Expose again')}
      </ActionLink>
    </ServiceActions>
  );
};
