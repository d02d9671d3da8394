import type { Verdict } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import type { Exposure } from '../exposure/exposure';
import { vmExposuresOf } from '../exposure/vmExposure';
import { isSameValue } from '../k8s/sameValue';
import {
  nameOf,
  namespaceOf,
  type EndpointSlice,
  type K8sObject,
  type NetworkPolicy,
  type Pod,
  type Route,
  type Service,
  type VirtualMachine,
  type VirtualMachineInstance,
} from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { seenVmsOf } from '../kubevirt/seenVms';
import { rowReasonOf, rowVerdictOf } from './rowVerdict';

/** What the list is made of, of one namespace or of several; undefined: not read. */
export interface ExposedLists {
  readonly services: readonly Service[];
  readonly vms: readonly VirtualMachine[];
  readonly endpointSlices?: readonly EndpointSlice[] | undefined;
  readonly vmis?: readonly VirtualMachineInstance[] | undefined;
  /** those that run VMs */
  readonly pods?: readonly Pod[] | undefined;
  readonly networkPolicies?: readonly NetworkPolicy[] | undefined;
  readonly routes?: readonly Route[] | undefined;
  /** milliseconds since 1970, for what is only wrong after a while */
  readonly now?: number | undefined;
}

/** A VM that a Service reaches or nearly does. */
export interface ExposedVm {
  readonly seen: SeenVm;
  readonly exposure: Exposure;
}

/** A Service that reaches or nearly reaches a VM. */
export interface ExposedRow {
  /** namespace/name */
  readonly key: string;
  readonly namespace: string;
  readonly service: Service;
  /** one or more: those that it reaches first, then by name */
  readonly vms: readonly ExposedVm[];
  readonly verdict: Verdict;
  /** what tells most of why it does not reach all of them */
  readonly reason?: Finding;
}

/** Every Service that has to do with a VM, and the VMs that no Service has to do with, in the order of their lists. */
export interface ExposedList {
  readonly rows: readonly ExposedRow[];
  readonly notExposed: readonly VirtualMachine[];
}

/** Objects by their namespace. */
function byNamespace<T extends K8sObject>(objects: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const object of objects) {
    const namespace = namespaceOf(object);
    const known = found.get(namespace);
    if (known) known.push(object);
    else found.set(namespace, [object]);
  }
  return found;
}

/** The row of a Service; undefined when it has to do with no VM. */
function rowOf(service: Service, exposures: ReturnType<typeof vmExposuresOf>): ExposedRow | undefined {
  if (exposures.length === 0) return undefined;
  const reason = rowReasonOf(exposures);
  return {
    key: `${namespaceOf(service)}/${nameOf(service)}`,
    namespace: namespaceOf(service),
    service,
    vms: exposures.map(({ vm, ...exposure }) => ({ seen: vm, exposure })),
    verdict: rowVerdictOf(exposures.map(({ verdict }) => verdict)),
    ...(reason ? { reason } : {}),
  };
}

/** The list without a memory. */
function listOf({
  services,
  vms,
  endpointSlices,
  networkPolicies,
  routes,
  now,
  ...running
}: ExposedLists): ExposedList {
  const seen = byNamespace(vms);
  const instances = running.vmis && byNamespace(running.vmis);
  const pods = running.pods && byNamespace(running.pods);
  const slices = endpointSlices && byNamespace(endpointSlices);
  const policies = networkPolicies && byNamespace(networkPolicies);
  const routesOf = routes && byNamespace(routes);
  const ownServices = byNamespace(services);
  const seenOf = new Map(
    [...seen].map(([namespace, own]) => [
      namespace,
      seenVmsOf(own, {
        instances: instances && (instances.get(namespace) ?? []),
        pods: pods && (pods.get(namespace) ?? []),
      }),
    ]),
  );
  const rows = services.flatMap((service) => {
    const namespace = namespaceOf(service);
    const exposures = vmExposuresOf(service, seenOf.get(namespace) ?? [], slices && (slices.get(namespace) ?? []), {
      services: ownServices.get(namespace),
      networkPolicies: policies && (policies.get(namespace) ?? []),
      routes: routesOf && (routesOf.get(namespace) ?? []),
      now,
    });
    return rowOf(service, exposures) ?? [];
  });
  const exposed = new Set(rows.flatMap((row) => row.vms.map(({ seen: { vm } }) => vm)));
  return { rows, notExposed: vms.filter((vm) => !exposed.has(vm)) };
}

/** The list of exposed VMs with a memory: a row that has not changed stays the same object. */
export function exposedVms(): (lists: ExposedLists) => ExposedList {
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
