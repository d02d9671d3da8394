import { aRunningVm, aStoppedVm, aVm } from '../../../test/objects/builders';
import type { SeenVm } from '../k8s/seen';
import { seenVmsOf, vmiUidOf } from './seenVms';

const running = aRunningVm();
const other = aRunningVm({ vm: { name: 'other' }, vmi: { uid: 'vmi-2' }, pod: { uid: 'pod-2' } });
const stopped = aStoppedVm({ name: 'constructor' });
const ALL = [running, other, stopped];
const vms = ALL.map(({ vm }) => vm);
const instances = ALL.flatMap(({ vmi }) => vmi ?? []);
const pods = ALL.flatMap((seen) => seen.pods);
const unknown = (found: readonly SeenVm[]) => found.map(({ arePodsUnknown }) => arePodsUnknown ?? false);

describe('seenVmsOf', () => {
  it('gives each VM its VMI and the pods of that VMI', () =>
    expect(seenVmsOf(vms, { instances, pods: [...pods].reverse() })).toEqual(ALL));

  it('leaves out what runs other VMs', () =>
    expect(seenVmsOf([stopped.vm], { instances, pods })).toEqual([{ vm: stopped.vm, pods: [] }]));

  it('says that pods are unknown where they may exist and were not read', () => {
    expect(unknown(seenVmsOf(vms, { instances, pods: undefined }))).toEqual([true, true, false]);
    const created = { ...aVm(), status: { created: true } };
    expect(unknown(seenVmsOf([created, stopped.vm], { instances: undefined, pods: [] }))).toEqual([true, false]);
  });
});

describe('vmiUidOf', () => {
  it('is the uid that KubeVirt writes on the pods of VMs', () => {
    expect(pods.map(vmiUidOf)).toEqual(['vmi-1', 'vmi-2']);
    expect(vmiUidOf({ metadata: { labels: { app: 'shop' } } })).toBeUndefined();
  });
});
