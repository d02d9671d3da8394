import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
} from '@patternfly/react-core';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../../cluster/port/models';
import type { AddressRange } from '../../domain/network/cidr';
import { nameOf } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { useText } from '../../ui/useText';
import { Addresses } from './Addresses';
import { Obstacles } from './Obstacles';
import { lazyPart } from '../../ui/loading/lazyPart';

// most users expose one VM
const VmTable = lazyPart(() => import('./VmTable'));

interface VmHeaderProps {
  readonly namespace: string;
  readonly vms: readonly SeenVm[];
  /** the cluster's address ranges, as far as they are known */
  readonly ranges: readonly AddressRange[];
}

/** The VMs that are being exposed, with their current state, addresses and obstacles. */
export const VmHeader = ({ namespace, vms, ranges }: VmHeaderProps) => {
  const [vm, ...others] = vms;
  if (!vm) return null;
  return others.length === 0 ? (
    <OneVm namespace={namespace} vm={vm} ranges={ranges} />
  ) : (
    <VmTable namespace={namespace} vms={vms} ranges={ranges} />
  );
};

const OneVm = ({ namespace, vm, ranges }: Omit<VmHeaderProps, 'vms'> & { readonly vm: SeenVm }) => {
  const t = useText();
  return (
    <DescriptionList isHorizontal isCompact isAutoFit aria-label={t('The virtual machine')}>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Virtual machine')}</DescriptionListTerm>
        <DescriptionListDescription>
          <ResourceLink groupVersionKind={gvkOf('VirtualMachine')} name={nameOf(vm.vm)} namespace={namespace} inline />
        </DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('State')}</DescriptionListTerm>
        <DescriptionListDescription>
          <Label isCompact>{vm.vm.status?.printableStatus ?? t('unknown')}</Label>
        </DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Addresses')}</DescriptionListTerm>
        <DescriptionListDescription>
          <Addresses vm={vm} ranges={ranges} />
        </DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Needs attention')}</DescriptionListTerm>
        <DescriptionListDescription>
          <Obstacles vm={vm} />
        </DescriptionListDescription>
      </DescriptionListGroup>
    </DescriptionList>
  );
};
