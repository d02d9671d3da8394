import { aRunningVm, aStoppedVm } from '../../../../test/objects/builders';
import { nameOf } from '../../k8s/objects';
import type { MatchedVm } from './pair';
import { VmIndex } from './vmIndex';

const matched = (seen: MatchedVm['seen']): MatchedVm => ({ seen, pairs: [] });
const running = matched(
  aRunningVm({
    vm: { templateLabels: { app: 'shop' }, subdomain: 'names' },
    vmi: { labels: { app: 'shop', onVmi: 'yes' } },
    pod: { labels: { constructor: 'x' } },
  }),
);
const dotted = matched(aStoppedVm({ name: 'web.prod', templateLabels: { app: 'shpo' } }));

function indexOf(...vms: MatchedVm[]) {
  const known = new Set<MatchedVm>();
  const index = new VmIndex(known, (name) => [...known].find(({ seen }) => nameOf(seen.vm) === name));
  for (const vm of vms) {
    known.add(vm);
    index.add(vm);
  }
  const told = (look: (found: (vm: MatchedVm) => void) => void): string[] => {
    const names = new Set<string>();
    look(({ seen }) => names.add(nameOf(seen.vm)));
    return [...names];
  };
  return { index, known, told };
}

describe('VmIndex', () => {
  it('finds VMs by the labels of every place', () => {
    const { index, told } = indexOf(running, dotted);
    for (const [key, value] of [
      ['app', 'shop'],
      ['onVmi', 'yes'],
      ['constructor', 'x'],
    ] as const)
      expect(told((found) => index.labelled(key, value, found))).toEqual(['backendvm']);
    expect(told((found) => index.labelled('toString', 'x', found))).toEqual([]);
    expect(index.count('app', 'shop')).toBe(1);
  });

  it('finds VMs by a slip of the pen in a value or in a key', () => {
    const { index, told } = indexOf(running, dotted);
    expect(told((found) => index.nearlyLabelled('app', 'shop', found))).toEqual(['web.prod']);
    expect(told((found) => index.nearlyLabelled('ap', 'shop', found))).toEqual([]);
    expect(told((found) => index.nearlyLabelled('OnVmi', 'yes', found))).toEqual(['backendvm']);
  });

  it('finds VMs by their names, subdomain, owners’ uids, pods and addresses', () => {
    const { index, told } = indexOf(running, dotted);
    expect(told((found) => index.called('web.prod', found))).toEqual(['web.prod']);
    expect(told((found) => index.called('web-prod', found))).toEqual(['web.prod']);
    expect(told((found) => index.having('subdomain', 'names', found))).toEqual(['backendvm']);
    expect(told((found) => index.having('owner', 'vmi-1', found))).toEqual(['backendvm']);
    expect(told((found) => index.having('pod', 'pod-1', found))).toEqual(['backendvm']);
    expect(told((found) => index.having('address', '10.8.0.12', found))).toEqual(['backendvm']);
  });

  it('forgets a VM that is taken out', () => {
    const { index, known, told } = indexOf(running, dotted);
    expect(index.count('app', 'shpo')).toBe(1);
    index.nearlyLabelled('app', 'shop', () => undefined);
    index.remove(dotted);
    known.delete(dotted);
    expect(index.count('app', 'shpo')).toBe(0);
    expect(told((found) => index.nearlyLabelled('app', 'shop', found))).toEqual([]);
    expect(told((found) => index.called('web-prod', found))).toEqual([]);
  });
});
