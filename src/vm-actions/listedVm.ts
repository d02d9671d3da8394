import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

/**
 * A VirtualMachine as the stock menus hand it to an action provider. The fleet pages of Advanced Cluster Management
 * show the same menus for VMs of other clusters, and mark these by `cluster`.
 */
export interface ListedVm extends K8sResourceCommon {
  readonly cluster?: string;
}
