import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

/**
 * An object as the console's menus hand it to an action provider. The fleet pages of Advanced Cluster Management show
 * the same menus for objects of other clusters, and mark these by `cluster`.
 */
export interface ListedObject extends K8sResourceCommon {
  readonly cluster?: string;
}

/** Where an object of this cluster is. */
export interface ObjectKey {
  readonly namespace: string;
  readonly name: string;
}

/**
 * Tells where an object is that a menu is about.
 * @param object undefined or without metadata while the console is still reading it
 * @returns undefined for an object of another cluster, whose actions would write to this one
 */
export function keyOfListed(object: ListedObject | undefined): ObjectKey | undefined {
  const { namespace, name } = object?.metadata ?? {};
  return namespace && name && !object?.cluster ? { namespace, name } : undefined;
}
