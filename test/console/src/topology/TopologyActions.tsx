import { useMemo } from 'react';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import {
  isActionProvider,
  isResourceActionProvider,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useExtensions } from '../console-parts/extensions';
import { isModelOf } from '../kubernetes/modelNames';
import { ActionMenu } from '../plugins/ActionMenu';
import { TOPOLOGY_CONTEXT } from '../plugins/menuContexts';
import { providerFor } from '../plugins/ProvidedActions';
import { VM_GVK } from '../vm-page/virtualMachine';
import type { VirtualMachine } from '../vm-page/virtualMachine';
import { topologyNode } from './topologyNode';

interface TopologyActionsProps {
  vm: VirtualMachine;
  stockActions: Action[];
}

/**
 * The menu of a VM's node. It has two contexts at once: `topology-actions`, whose scope is the node, and the kind of
 * its object, whose scope is the VM. The console's own menu merges no equal ids.
 */
export function TopologyActions({ vm, stockActions }: TopologyActionsProps): JSX.Element | null {
  const node = useMemo(() => topologyNode(vm), [vm]);
  const ofNode = useExtensions(isActionProvider).filter(({ properties }) => properties.contextId === TOPOLOGY_CONTEXT);
  const ofVm = useExtensions(isResourceActionProvider).filter(({ properties }) => isModelOf(properties.model, VM_GVK));
  return (
    <ActionMenu
      isEager
      label={`Actions of ${vm.metadata?.name}`}
      mergesIds={false}
      providers={[
        ...ofNode.map((extension) => providerFor(extension, node)),
        ...ofVm.map((extension) => providerFor(extension, vm)),
      ]}
      stockActions={stockActions}
    />
  );
}
