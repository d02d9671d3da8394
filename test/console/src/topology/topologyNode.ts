import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../vm-page/virtualMachine';

/** What the virtualization plugin puts into the node of a VM. */
export interface VmNodeData {
  id?: string;
  name?: string;
  type: string;
  resource: K8sResourceCommon;
  resources: { obj: K8sResourceCommon; isMonitorable: boolean; isOperatorBackedService: boolean };
  data: { kind: string; vmStatus?: string };
}

/** As much of a graph element of the topology as action providers are known to ask for. */
export interface TopologyElement {
  getId: () => string;
  getType: () => string;
  getLabel: () => string;
  getData: () => VmNodeData;
  getResource: () => K8sResourceCommon;
  hasParent: () => boolean;
  /** There in the real one, and not here: a provider that needs it has to be looked at. */
  getController: () => never;
}

const VM_NODE = 'virtual-machine';

/** The node of a VM, as the topology hands it to providers of `topology-actions`. */
export function topologyNode(vm: VirtualMachine): TopologyElement {
  const { uid = '', name = '' } = vm.metadata ?? {};
  const data: VmNodeData = {
    id: uid,
    name,
    type: VM_NODE,
    resource: vm,
    resources: { obj: vm, isMonitorable: false, isOperatorBackedService: false },
    data: { kind: 'kubevirt.io~v1~VirtualMachine', vmStatus: vm.status?.printableStatus },
  };
  return {
    getId: () => uid,
    getType: () => VM_NODE,
    getLabel: () => name,
    getData: () => data,
    getResource: () => vm,
    hasParent: () => false,
    getController: () => {
      throw new Error('The stand-in has no graph: a topology element has no controller here.');
    },
  };
}
