import { CREATED_BY_KEY } from '../k8s/labelKeys';
import { labelsOf, nameOf, uidOf, type Pod, type VirtualMachine, type VirtualMachineInstance } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/** What lists hold of what runs VMs, of one namespace; undefined where a list could not be read. */
export interface Running {
  readonly instances: readonly VirtualMachineInstance[] | undefined;
  readonly pods: readonly Pod[] | undefined;
}

/** Which lists of what runs VMs were read. */
export interface RunningRead {
  readonly areInstancesRead: boolean;
  readonly arePodsRead: boolean;
}

/** The uid of the VMI that a pod runs, which KubeVirt writes into a label; undefined for a pod that runs none. */
export const vmiUidOf = (pod: Pod): string | undefined => labelsOf(pod)[CREATED_BY_KEY] || undefined;

/** A VM with its VMI and the pods of that VMI; without the VMIs only the VM's status tells whether there is one. */
export function seenVmOf(
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
  pods: readonly Pod[],
  { areInstancesRead, arePodsRead }: RunningRead,
): SeenVm {
  const arePodsUnknown = vmi ? !arePodsRead : !areInstancesRead && vm.status?.created === true;
  return { vm, ...(vmi ? { vmi } : {}), pods, ...(arePodsUnknown ? { arePodsUnknown } : {}) };
}

/** VMs of one namespace with what runs them. A VM and its VMI have the same name. */
export function seenVmsOf(vms: readonly VirtualMachine[], { instances, pods }: Running): SeenVm[] {
  const names = new Set(vms.map(nameOf));
  // a Map, because a name such as `constructor` is a name like any other
  const vmis = new Map((instances ?? []).flatMap((vmi) => (names.has(nameOf(vmi)) ? [[nameOf(vmi), vmi]] : [])));
  const podsOf = new Map<string, Pod[]>();
  for (const pod of pods ?? []) {
    const uid = vmiUidOf(pod);
    const known = podsOf.get(uid ?? '');
    if (known) known.push(pod);
    else if (uid) podsOf.set(uid, [pod]);
  }
  const read = { areInstancesRead: instances !== undefined, arePodsRead: pods !== undefined };
  return vms.map((vm) => {
    const vmi = vmis.get(nameOf(vm));
    return seenVmOf(vm, vmi, podsOf.get(uidOf(vmi) ?? '') ?? [], read);
  });
}
