import { k8sGet, k8sListItems, type K8sModel, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { machineRangesOf, nodeAddressesOf, type NodeAddress } from '../../domain/network/addressOrigin';
import type { AddressRange } from '../../domain/network/cidr';
import type { UncheckedObject } from '../../domain/network/clusterNetwork';
import { useClusterPart, type Part } from './useClusterPart';

const clusterModel = (kind: string, plural: string, apiGroup?: string): K8sModel => ({
  kind,
  plural,
  abbr: kind,
  apiVersion: 'v1',
  ...(apiGroup ? { apiGroup } : {}),
  namespaced: false,
  label: kind,
  labelPlural: plural,
});
const NODE = clusterModel('Node', 'nodes');
const INFRASTRUCTURE = clusterModel('Infrastructure', 'infrastructures', 'config.openshift.io');

const readNodes = async (): Promise<readonly NodeAddress[]> =>
  nodeAddressesOf(await k8sListItems<K8sResourceCommon>({ model: NODE, queryParams: {} }));

async function readMachineRanges(): Promise<readonly AddressRange[]> {
  const infrastructure: UncheckedObject = await k8sGet({ model: INFRASTRUCTURE, name: 'cluster' });
  return machineRangesOf(infrastructure);
}

/** Who has addresses beside pods and Services, each part by itself. */
export interface AddressOwners {
  readonly nodes: Part<readonly NodeAddress[]>;
  /** ranges of the machines' networks; `absent` on clusters that are not OpenShift */
  readonly machineRanges: Part<readonly AddressRange[]>;
}

/**
 * Reads the nodes' addresses and the machines' networks once.
 * @param isWanted false where the answer would not matter: then nothing is asked
 */
export const useAddressOwners = (isWanted: boolean): AddressOwners => ({
  nodes: useClusterPart(NODE, readNodes, isWanted),
  machineRanges: useClusterPart(INFRASTRUCTURE, readMachineRanges, isWanted),
});
