import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

/** The parts of a VirtualMachine and its instance that the stock pages show. */
export interface VirtualMachine extends K8sResourceCommon {
  spec?: {
    runStrategy?: string;
    template?: { metadata?: { labels?: Record<string, string> } };
  };
  status?: { printableStatus?: string; ready?: boolean };
}

/** As much of it as menus of a list look at. */
export type VmWithStatus = K8sResourceCommon & Pick<VirtualMachine, 'status'>;

export interface VirtualMachineInstance extends K8sResourceCommon {
  status?: { nodeName?: string; interfaces?: { name?: string; ipAddresses?: string[]; ipAddress?: string }[] };
}

export const VM_GVK = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };
export const VMI_GVK = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachineInstance' };

/** How VM pages are named in URLs. */
export const VM_URL_NAME = 'kubevirt.io~v1~VirtualMachine';
