import { namespaceOf, type K8sObject } from '../k8s/objects';
import type { ExposedLists } from './exposedVms';

const within = <T extends K8sObject>(objects: readonly T[] | undefined, namespace: string): readonly T[] | undefined =>
  objects?.filter((object) => namespaceOf(object) === namespace);

/** Of lists of all projects what one of them has: what an opened row and a menu look at. */
export const listsOfProject = (lists: ExposedLists, namespace: string): ExposedLists => ({
  ...lists,
  services: within(lists.services, namespace) ?? [],
  vms: within(lists.vms, namespace) ?? [],
  vmis: within(lists.vmis, namespace),
  pods: within(lists.pods, namespace),
  endpointSlices: within(lists.endpointSlices, namespace),
  networkPolicies: within(lists.networkPolicies, namespace),
  routes: within(lists.routes, namespace),
});
