import { k8sListItems, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { toLabelSync, type KubeVirtConfig, type LabelSync } from '../../domain/labels/labelSync';
import type { Failure } from '../../domain/k8s/failure';
import { KUBEVIRT } from '../port/models';
import { useOnce } from './useOnce';

/** A cluster has one KubeVirt, in whatever namespace; where none is listed nothing is known. */
async function readLabelSync(): Promise<LabelSync | undefined> {
  const [kubeVirt] = await k8sListItems<K8sResourceCommon>({ model: KUBEVIRT, queryParams: {} });
  return kubeVirt && toLabelSync(kubeVirt as KubeVirtConfig);
}

/**
 * Which template labels KubeVirt carries over by itself; `sync` is undefined while unknown and when it cannot be read.
 */
export function useLabelSync(): { readonly sync: LabelSync | undefined; readonly failure?: Failure } {
  const { data, failure } = useOnce('cluster', readLabelSync);
  return { sync: data, ...(failure ? { failure } : {}) };
}
