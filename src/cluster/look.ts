import { uidOf } from '../domain/objects';
import type { Seen, SeenVm } from '../domain/seen';
import type { ClusterReads } from './clusterPort';

/** Reads a VM with its VMI and that VMI's pods; undefined when there is no such VM. */
async function lookAtVm(port: ClusterReads, namespace: string, name: string): Promise<SeenVm | undefined> {
  const [vm, vmi] = await Promise.all([
    port.get({ kind: 'VirtualMachine', namespace, name }),
    port.get({ kind: 'VirtualMachineInstance', namespace, name }),
  ]);
  if (!vm) return undefined;
  const uid = uidOf(vmi);
  const pods = uid ? await port.list('Pod', namespace, { 'kubevirt.io/created-by': uid }) : [];
  return { vm, ...(vmi ? { vmi } : {}), pods };
}

/** One look at everything that a plan for these VMs depends on, by reads that are not cached. */
export async function look(port: ClusterReads, namespace: string, vmNames: readonly string[]): Promise<Seen> {
  const [services, endpointSlices, ...vms] = await Promise.all([
    port.list('Service', namespace),
    port.list('EndpointSlice', namespace),
    ...vmNames.map((name) => lookAtVm(port, namespace, name)),
  ]);
  return { namespace, services, endpointSlices, vms: vms.filter((vm): vm is SeenVm => vm !== undefined) };
}
