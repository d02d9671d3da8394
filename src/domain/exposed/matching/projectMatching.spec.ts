import { aReachedVm } from '../../../../test/objects/diagnosis';
import { aService, aSlice } from '../../../../test/objects/serviceBuilders';
import { nameOf, type Service } from '../../k8s/objects';
import type { SeenVm } from '../../k8s/seen';
import { ProjectMatching } from './projectMatching';

const ALL_READ = { areInstancesRead: true, arePodsRead: true, areSlicesRead: true };
const SERVICE = aService({ selector: { tier: 'backend' } });
function matching(seen: readonly SeenVm[], services: readonly Service[]): ProjectMatching {
  const made = new ProjectMatching(ALL_READ);
  for (const { vm, vmi, pods } of seen) {
    made.vmParts.changeVm({ after: vm });
    if (vmi) made.vmParts.changeVmi({ after: vmi });
    for (const after of pods) made.vmParts.changePod({ after });
  }
  for (const after of services) made.changeService({ after });
  made.update();
  return made;
}
const pairsOf = ({ services }: ProjectMatching): string[] =>
  [...services.values()].flatMap(({ service, pairs }) =>
    [...pairs.keys()].map(({ seen }) => `${nameOf(service)} ${nameOf(seen.vm)}`),
  );
const reached = aReachedVm();

describe('ProjectMatching', () => {
  it('pairs Services and VMs, whichever comes first', () => {
    expect(pairsOf(matching([reached], [SERVICE]))).toEqual(['backend backendvm']);
    const later = matching([], [SERVICE, aService({ name: 'other', selector: { app: 'x' } })]);
    later.vmParts.changeVm({ after: reached.vm });
    expect([...later.update()].map(({ service }) => nameOf(service))).toEqual(['backend']);
    expect(pairsOf(later)).toEqual(['backend backendvm']);
  });

  it('tells of an event only the Services that it concerns', () => {
    const made = matching([reached], [SERVICE, aService({ name: 'other', selector: { app: 'x' } })]);
    expect(made.update().size).toBe(0);
    made.sliceParts.change({ after: aSlice() });
    expect([...made.update()].map(({ service }) => nameOf(service))).toEqual(['backend']);
  });

  it('drops a pair when the Service or the VM is gone, or has nothing to do with the other any more', () => {
    const made = matching([reached], [SERVICE]);
    const elsewhere = aService({ selector: { tier: 'other' } });
    made.changeService({ before: SERVICE, after: elsewhere });
    expect(made.update().size).toBe(1);
    expect(pairsOf(made)).toEqual([]);
    made.changeService({ before: elsewhere, after: SERVICE });
    made.update();
    made.vmParts.changeVm({ before: reached.vm });
    expect(made.update().size).toBe(1);
    expect(pairsOf(made)).toEqual([]);
    made.vmParts.changeVm({ after: reached.vm });
    made.update();
    made.changeService({ before: SERVICE });
    made.update();
    expect(made.vmParts.named('backendvm')?.pairs).toEqual([]);
  });

  it('doubts only the VMs of the endpoints that have changed', () => {
    const other = aReachedVm({
      vm: { name: 'other' },
      vmi: { uid: 'vmi-2' },
      pod: { uid: 'pod-2', ip: '10.8.0.13', labels: { tier: 'backend', 'kubevirt.io/created-by': 'vmi-2' } },
    });
    const made = matching([reached, other], [SERVICE]);
    const before = aSlice();
    made.sliceParts.change({ after: before });
    made.update();
    const pairs = [...(made.services.get('backend')?.pairs.values() ?? [])];
    for (const pair of pairs) pair.isJudged = true;
    made.sliceParts.change({ before, after: aSlice({ endpoints: [] }) });
    made.update();
    expect(pairs.map(({ vm, isJudged }) => `${nameOf(vm.seen.vm)} ${isJudged}`)).toEqual([
      'backendvm false',
      'other true',
    ]);
  });
});
