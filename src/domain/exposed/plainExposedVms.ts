import { vmExposuresOf } from '../exposure/vmExposure';
import { namespaceOf, type K8sObject } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { seenVmsOf } from '../kubevirt/seenVms';
import type { ExposedList, ExposedLists, ExposedRow } from './exposedList';
import { exposedRow } from './exposedRow';

/** Up to so many pairs of a Service and a VM are compared one by one within a frame or two. */
const SHORT = 2_000;

/** True where each Service can be compared with each VM whenever something changes; longer lists want the index. */
export const isShort = ({ services, vms }: ExposedLists): boolean => services.length * vms.length <= SHORT;

/** Objects by their namespace. */
function byNamespace<T extends K8sObject>(objects: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const object of objects) {
    const known = found.get(namespaceOf(object));
    if (known) known.push(object);
    else found.set(namespaceOf(object), [object]);
  }
  return found;
}

/** Those of a namespace, of a list that was read. */
const ownOf = <T extends K8sObject>(
  objects: readonly T[] | undefined,
): ((namespace: string) => readonly T[] | undefined) => {
  const found = objects && byNamespace(objects);
  return (namespace) => found && (found.get(namespace) ?? []);
};

/** The list without a memory. */
function listOf({ services, vms, now, ...lists }: ExposedLists): ExposedList {
  const slices = ownOf(lists.endpointSlices);
  const policies = ownOf(lists.networkPolicies);
  const routes = ownOf(lists.routes);
  const servicesOf = ownOf(services);
  const instances = ownOf(lists.vmis);
  const pods = ownOf(lists.pods);
  const seenOf = new Map(
    [...byNamespace(vms)].map(([namespace, own]) => [
      namespace,
      seenVmsOf(own, { instances: instances(namespace), pods: pods(namespace) }),
    ]),
  );
  const rows = services.flatMap((service) => {
    const namespace = namespaceOf(service);
    const exposures = vmExposuresOf(service, seenOf.get(namespace) ?? [], slices(namespace), {
      services: servicesOf(namespace),
      networkPolicies: policies(namespace),
      routes: routes(namespace),
      now,
    });
    return exposures.length > 0
      ? exposedRow(
          service,
          exposures.map(({ vm, ...exposure }) => ({ seen: vm, exposure })),
        )
      : [];
  });
  const exposed = new Set(rows.flatMap((row) => row.vms.map(({ seen }) => seen.vm)));
  return { rows, notExposed: vms.filter((vm) => !exposed.has(vm)) };
}

/**
 * The list of exposed VMs by comparing each Service with each VM. It says the same as the index (`exposedVms`), of
 * which short lists have no need; a row that has not changed stays the same object.
 */
export function plainExposedVms(): (lists: ExposedLists) => ExposedList {
  let before = new Map<string, ExposedRow>();
  return (lists) => {
    const { rows, notExposed } = listOf(lists);
    const kept = rows.map((row) => {
      const known = before.get(row.key);
      return known && isSameValue(known, row) ? known : row;
    });
    before = new Map(kept.map((row) => [row.key, row]));
    return { rows: kept, notExposed };
  };
}
