import { Flex, List, ListItem } from '@patternfly/react-core';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../../cluster/port/models';
import type { AddressRange } from '../../domain/network/cidr';
import { namespaceOf, nameOf } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { useText } from '../../ui/useText';
import { lazyPart } from '../../ui/loading/lazyPart';
import { PodIp } from './PodIp';
import { VmStatus } from './VmStatus';

// it has the sentences of all findings
const ObstacleList = lazyPart(() => import('./ObstacleList'));

interface VmDetailsProps {
  readonly vms: readonly SeenVm[];
  /** the cluster's address ranges, as far as they are known */
  readonly ranges: readonly AddressRange[];
  /** false while a run goes on, which causes some of the obstacles itself */
  readonly showsObstacles: boolean;
}

/** Several VMs one below the other, each with its status, its address, and what needs attention. */
export const VmDetails = ({ vms, ranges, showsObstacles }: VmDetailsProps) => {
  const t = useText();
  return (
    // a long list scrolls by itself
    <div style={{ maxHeight: '20rem', overflowY: 'auto' }}>
      <List isPlain isBordered aria-label={t('Virtual machines')}>
        {vms.map((vm) => (
          <ListItem key={nameOf(vm.vm)}>
            <ResourceLink
              groupVersionKind={gvkOf('VirtualMachine')}
              name={nameOf(vm.vm)}
              namespace={namespaceOf(vm.vm)}
              inline
            />
            <Flex columnGap={{ default: 'columnGapMd' }}>
              <VmStatus vm={vm} />
              <PodIp vm={vm} ranges={ranges} />
            </Flex>
            {showsObstacles && <ObstacleList vm={vm} />}
          </ListItem>
        ))}
      </List>
    </div>
  );
};
