/** Several VMs of one project, for tests: each with a VMI, a pod and an address of its own. */
import { aRunningVm } from './builders';
import type { SeenVm } from '../../src/domain/k8s/seen';

/** A running VM of that name; uids are made of the name, the address of the number. */
export const aVmOfSeveral = (name: string, number: number, changes: Parameters<typeof aRunningVm>[0] = {}): SeenVm => {
  const ip = `10.8.0.${number}`;
  return aRunningVm({
    vm: { name, ...changes.vm },
    vmi: { uid: `vmi-${name}`, ip, ...changes.vmi },
    pod: { uid: `pod-${name}`, ip, ...changes.pod },
  });
};
