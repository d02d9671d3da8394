import { VM_NAME, aStoppedVm, aVm } from '../../../test/builders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../test/diagnosis';
import type { SeenVm } from '../seen';
import { vmRules } from './vmRules';

const codes = (vm: SeenVm) => detectedBy(vmRules, aSituation(vm));

describe('the state of the VM', () => {
  it.each<[string, SeenVm, string[]]>([
    ['runs', aReachedVm(), []],
    ['is halted', aStoppedVm(), ['V1']],
    ['was shut down by its guest', aStoppedVm({ runStrategy: 'RerunOnFailure', printableStatus: 'Stopped' }), ['V1']],
    ['has a VMI that has ended', aReachedVm({ vm: { runStrategy: 'Manual' }, vmi: { phase: 'Succeeded' } }), ['V1']],
    ['has a VMI that has failed and is to come again', aReachedVm({ vmi: { phase: 'Failed' } }), ['V3']],
    ['was shut down by its guest and is to come again', aReachedVm({ vmi: { phase: 'Succeeded' } }), ['V3']],
    ['is being scheduled', aReachedVm({ vmi: { phase: 'Scheduling' } }), ['V3']],
    ['has a VMI that is going', aReachedVm({ vmi: { deleting: true } }), ['V3']],
    ['has a VMI that is to come', { vm: aVm(), pods: [] }, ['V3']],
    ['is paused', aReachedVm({ vmi: { paused: true } }), ['V4']],
  ])('that %s: %j', (_, vm, expected) => {
    expect(codes(vm)).toEqual(expected);
  });

  it('is told in its own words', () => {
    const backend = { tier: 'backend' };
    expect(findingOf(aSituation(aStoppedVm({ templateLabels: backend })), 'V1')).toMatchObject({ object: { kind: 'VirtualMachine', name: VM_NAME }, actual: 'Stopped', needed: 'Running' });
    expect(findingOf(aSituation(aReachedVm({ vmi: { phase: 'Scheduling' } })), 'V3')).toMatchObject({ actual: 'Scheduling' });
    expect(findingOf(aSituation(aReachedVm({ vmi: { paused: true } })), 'V4')).toMatchObject({ field: 'status.conditions[Paused]', actual: 'True' });
  });

  it('is not paused by a condition that is False', () => {
    const vm = aReachedVm();
    const vmi = vm.vmi && { ...vm.vmi, status: { ...vm.vmi.status, conditions: [{ type: 'Paused', status: 'False' }] } };
    expect(codes({ ...vm, ...(vmi ? { vmi } : {}) })).toEqual([]);
  });
});
