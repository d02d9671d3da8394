import { aPod, aRunningVm, aVmi } from '../../../../test/objects/builders';
import type { SeenVm } from '../../k8s/seen';
import { VmParts } from './vmParts';

const { vm, vmi, pods } = aRunningVm();
const [pod] = pods;
const ALL_READ = { areInstancesRead: true, arePodsRead: true };
const changed = (parts: VmParts): (SeenVm | undefined)[] => parts.takeChanged().map(([, seen]) => seen);

describe('VmParts', () => {
  it('puts a VM together in whatever order its parts come', () => {
    const parts = new VmParts(ALL_READ);
    if (pod) parts.changePod({ after: pod });
    expect(changed(parts)).toEqual([]);
    if (vmi) parts.changeVmi({ after: vmi });
    expect(changed(parts)).toEqual([undefined]);
    parts.changeVm({ after: vm });
    expect(changed(parts)).toEqual([{ vm, vmi, pods }]);
    expect(changed(parts)).toEqual([]);
  });

  it('tells the VM of a pod that has changed, come or gone', () => {
    const parts = new VmParts(ALL_READ);
    parts.changeVm({ after: vm });
    if (vmi) parts.changeVmi({ after: vmi });
    if (pod) parts.changePod({ after: pod });
    parts.takeChanged();
    const second = { ...aPod({ name: 'second', uid: 'pod-2' }) };
    parts.changePod({ after: second });
    expect(changed(parts)).toEqual([{ vm, vmi, pods: [pod, second] }]);
    const [before, after] = [pod ?? {}, aPod({ ready: false })];
    parts.changePod({ before, after });
    expect(changed(parts)).toEqual([{ vm, vmi, pods: [after, second] }]);
    parts.changePod({ before: after });
    expect(changed(parts)).toEqual([{ vm, vmi, pods: [second] }]);
  });

  it('has no pods of a VMI that another one has followed', () => {
    const parts = new VmParts(ALL_READ);
    parts.changeVm({ after: vm });
    if (vmi) parts.changeVmi({ after: vmi });
    if (pod) parts.changePod({ after: pod });
    const next = aVmi({ uid: 'vmi-2' });
    if (vmi) parts.changeVmi({ before: vmi });
    parts.changeVmi({ after: next });
    expect(changed(parts)).toEqual([{ vm, vmi: next, pods: [] }]);
    parts.changeVm({ before: vm });
    expect(changed(parts)).toEqual([undefined]);
  });
});
