import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { replacedValues } from './replacedValues';

const BACKEND = { tier: 'backend' };

describe('replacedValues', () => {
  it('names each old value, once, with the VMs that have it in their template or on what runs', () => {
    const vms = [
      aVmOfSeveral('a', 1, { vm: { templateLabels: { tier: 'old' } }, pod: { labels: { tier: 'old' } } }),
      aVmOfSeveral('b', 2, { vm: { templateLabels: BACKEND }, vmi: { labels: { tier: 'older' } } }),
      aStoppedVm({ name: 'c', templateLabels: { tier: 'old' } }),
    ];
    const expected = [
      { key: 'tier', before: 'old', after: 'backend', vms: ['a', 'c'] },
      { key: 'tier', before: 'older', after: 'backend', vms: ['b'] },
    ];
    expect(replacedValues({ change: BACKEND, timing: 'live' }, vms)).toEqual(expected);
    expect(replacedValues({ change: BACKEND, timing: 'next-restart' }, vms)).toEqual(expected);
  });

  it('is nothing for labels that are added, removed, or there already', () => {
    const vm = aRunningVm({ vm: { templateLabels: BACKEND } });
    expect(replacedValues({ change: { ...BACKEND, zone: 'a', constructor: 'x' }, timing: 'live' }, [vm])).toEqual([]);
    expect(replacedValues({ change: { tier: null }, timing: 'live' }, [vm])).toEqual([]);
  });

  it('looks at the pod alone where only the pod is labelled', () => {
    const vm = aRunningVm({ vm: { templateLabels: { tier: 'old' } }, pod: { labels: { tier: 'now' } } });
    expect(replacedValues({ change: BACKEND, timing: 'pod-only' }, [vm])).toEqual([
      { key: 'tier', before: 'now', after: 'backend', vms: ['backendvm'] },
    ]);
  });
});
