import { nameOf, uidOf, type Pod, type VirtualMachine, type VirtualMachineInstance } from '../../k8s/objects';
import type { SeenVm } from '../../k8s/seen';
import { seenVmOf, vmiUidOf, type RunningRead } from '../../kubevirt/seenVms';
import type { Change } from './listMemory';
import type { MatchedVm } from './pair';

const NO_PODS: readonly Pod[] = [];

/** All that has the name of a VM. */
export interface VmEntry {
  vm: VirtualMachine | undefined;
  vmi: VirtualMachineInstance | undefined;
  /** what the list has of it; absent where there is no VM */
  matched?: MatchedVm;
  isChanged: boolean;
}

/** A VMI by its uid, which its pods carry, and which may come before it does. */
interface Run {
  entry: VmEntry | undefined;
  pods: readonly Pod[];
}

/** What the VMs of a project are made of, and which of them a change concerns. */
export class VmParts {
  private readonly entries = new Map<string, VmEntry>();
  private readonly runs = new Map<string, Run>();
  private changed: VmEntry[] = [];

  constructor(private readonly read: RunningRead) {}

  changeVm({ before, after }: Change<VirtualMachine>): void {
    const entry = this.entryOf(nameOf(after ?? before ?? {}));
    if (after || entry.vm === before) entry.vm = after;
    this.note(entry);
  }

  changeVmi({ before, after }: Change<VirtualMachineInstance>): void {
    const entry = this.entryOf(nameOf(after ?? before ?? {}));
    if (after || entry.vmi === before) entry.vmi = after;
    const [from, to] = [uidOf(before), uidOf(after)];
    if (from !== undefined && from !== to) this.changeRun(from, undefined, this.runs.get(from)?.pods ?? NO_PODS);
    if (to !== undefined && from !== to) this.changeRun(to, entry, this.runs.get(to)?.pods ?? NO_PODS);
    this.note(entry);
  }

  changePod({ before, after }: Change<Pod>): void {
    const [from, to] = [before && vmiUidOf(before), after && vmiUidOf(after)];
    for (const uid of from === to ? [to] : [from, to]) {
      if (uid === undefined) continue;
      const { entry, pods } = this.runs.get(uid) ?? { entry: undefined, pods: NO_PODS };
      const fresh = after && to === uid ? [after] : NO_PODS;
      const isKnown = before !== undefined && pods.includes(before);
      this.changeRun(uid, entry, isKnown ? pods.flatMap((pod) => (pod === before ? fresh : pod)) : [...pods, ...fresh]);
      // a pod that has come before its VMI is noted with the VMI
      if (entry) this.note(entry);
    }
  }

  /** The VM of a name, with all that the list has of it. */
  named(name: string): MatchedVm | undefined {
    return this.entries.get(name)?.matched;
  }

  /** What has the name of a VM and has changed since it was last asked for, each with what is seen of it now. */
  takeChanged(): (readonly [VmEntry, SeenVm | undefined])[] {
    const entries = this.changed;
    this.changed = [];
    return entries.map((entry) => {
      const { vm, vmi } = entry;
      entry.isChanged = false;
      return [entry, vm && seenVmOf(vm, vmi, this.runs.get(uidOf(vmi) ?? '')?.pods ?? NO_PODS, this.read)];
    });
  }

  private entryOf(name: string): VmEntry {
    const known = this.entries.get(name);
    if (known) return known;
    const entry: VmEntry = { vm: undefined, vmi: undefined, isChanged: false };
    this.entries.set(name, entry);
    return entry;
  }

  private changeRun(uid: string, entry: VmEntry | undefined, pods: readonly Pod[]): void {
    const run = this.runs.get(uid);
    if (!entry && pods.length === 0) this.runs.delete(uid);
    else if (run) Object.assign(run, { entry, pods });
    else this.runs.set(uid, { entry, pods });
  }

  private note(entry: VmEntry): void {
    if (entry.isChanged) return;
    entry.isChanged = true;
    this.changed.push(entry);
  }
}
