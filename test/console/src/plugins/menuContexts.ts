import { isFrom } from '../release';

/** The context of the VM list's bulk Actions, whose scope is the array of the selected VMs. */
export const BULK_VM_CONTEXT = 'kubevirt.io~v1~VirtualMachine[]';

/** The context of every node's menu in the topology, whose scope is the node as a graph element. */
export const TOPOLOGY_CONTEXT = 'topology-actions';

/** The contexts of `console.action/provider` for which the stand-in has a menu. */
export const MENU_CONTEXTS: readonly string[] = [BULK_VM_CONTEXT, TOPOLOGY_CONTEXT];

/** Kinds whose menus take `console.action/resource-provider`, in exactly this group and version. */
export const MENU_MODELS: readonly { group?: string; version: string; kind: string }[] = [
  { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' },
  { version: 'v1', kind: 'Service' },
];

/** Up to 4.20 the menus of the virtualization plugin take nothing, on the VM's page and in the list of VMs. */
export const VM_MENUS_TAKE_ACTIONS = isFrom('4.21');
