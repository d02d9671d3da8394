import { CREATED_BY_KEY } from '../../domain/k8s/labelKeys';
import { uidOf, type Route } from '../../domain/k8s/objects';
import type { Seen, SeenVm } from '../../domain/k8s/seen';
import type { ClusterReads } from '../port/clusterPort';
import { toFailure } from '../port/failure';

/** Reads a VM with its VMI and that VMI's pods; undefined when there is no such VM. */
async function lookAtVm(port: ClusterReads, namespace: string, name: string): Promise<SeenVm | undefined> {
  const [vm, vmi] = await Promise.all([
    port.get({ kind: 'VirtualMachine', namespace, name }),
    port.get({ kind: 'VirtualMachineInstance', namespace, name }),
  ]);
  if (!vm) return undefined;
  const uid = uidOf(vmi);
  const pods = uid ? await port.list('Pod', namespace, { [CREATED_BY_KEY]: uid }) : [];
  return { vm, ...(vmi ? { vmi } : {}), pods };
}

/** The Routes of a namespace; undefined on a cluster that has none, and for who may not read them. */
async function readRoutes(port: ClusterReads, namespace: string): Promise<readonly Route[] | undefined> {
  try {
    return await port.list('Route', namespace);
  } catch (error) {
    const { code } = toFailure(error);
    if (code === 404 || code === 403) return undefined;
    throw error;
  }
}

/**
 * One look at everything that a plan for these VMs depends on, by reads that are not cached.
 * @param withRoutes only a draft that makes a Route, or once made one, needs them
 */
export async function look(
  port: ClusterReads,
  namespace: string,
  vmNames: readonly string[],
  { withRoutes = false }: { readonly withRoutes?: boolean } = {},
): Promise<Seen> {
  const [services, endpointSlices, routes, ...vms] = await Promise.all([
    port.list('Service', namespace),
    port.list('EndpointSlice', namespace),
    withRoutes ? readRoutes(port, namespace) : undefined,
    ...vmNames.map((name) => lookAtVm(port, namespace, name)),
  ]);
  return {
    namespace,
    services,
    endpointSlices,
    ...(routes ? { routes } : {}),
    vms: vms.filter((vm): vm is SeenVm => vm !== undefined),
  };
}
