/** The list of exposed VMs without an index and without a memory, for comparison. */
import { vmExposuresOf } from '../../src/domain/exposure/vmExposure';
import type { ExposedList, ExposedLists, ExposedRow } from '../../src/domain/exposed/exposedList';
import { rowReasonOf, rowVerdictOf } from '../../src/domain/exposed/rowVerdict';
import { nameOf, namespaceOf, type K8sObject, type Service } from '../../src/domain/k8s/objects';
import { seenVmsOf } from '../../src/domain/kubevirt/seenVms';

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

/** The list by the plain nested loop: every Service with every VM of its project. */
export function plainExposedVms({
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
