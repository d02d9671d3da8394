import { VM_NAME, aStoppedVm, aVm } from '../../../../test/objects/builders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../test/objects/diagnosis';
import type { SeenVm } from '../../k8s/seen';
import { offerFor } from '../offer';
import type { RuleCode } from '../finding';
import { vmRules } from './vmRules';

const codes = (vm: SeenVm) => detectedBy(vmRules, aSituation(vm));

function migrating(): SeenVm {
  const vm = aReachedVm();
  if (vm.vmi?.status) vm.vmi.status.migrationState = { targetNode: 'node2' };
  return vm;
}

describe('the state of the VM', () => {
  it.each<[string, SeenVm, string[]]>([
    ['runs', aReachedVm(), []],
    ['is halted', aStoppedVm(), ['V1']],
    ['was shut down by its guest', aStoppedVm({ runStrategy: 'RerunOnFailure', printableStatus: 'Stopped' }), ['V1']],
    [
      'has a VMI that has ended',
      aReachedVm({ vm: { runStrategy: 'Manual' }, vmi: { phase: 'Succeeded' } }),
      ['V5', 'V1'],
    ],
    [
      'cannot be scheduled',
      aReachedVm({ vm: { printableStatus: 'ErrorUnschedulable' }, vmi: { phase: 'Scheduling' } }),
      ['V2', 'V3'],
    ],
    ['is migrating', migrating(), ['V6']],
    ['waits for a label', aReachedVm({ vmi: { labels: {} } }), ['V7']],
    ['has a VMI that has failed and is to come again', aReachedVm({ vmi: { phase: 'Failed' } }), ['V3']],
    ['was shut down by its guest and is to be recreated', aReachedVm({ vmi: { phase: 'Succeeded' } }), ['V3']],
    ['is being scheduled', aReachedVm({ vmi: { phase: 'Scheduling' } }), ['V3']],
    ['has a VMI that is going', aReachedVm({ vmi: { deleting: true } }), ['V3']],
    ['has a VMI that is to come', { vm: aVm(), pods: [] }, ['V3']],
    [
      'is being stopped',
      aReachedVm({ vm: { runStrategy: 'Manual', stateChangeRequests: [{ action: 'Stop' }] } }),
      ['V3'],
    ],
    ['is paused', aReachedVm({ vmi: { paused: true } }), ['V4']],
  ])('that %s: %j', (_, vm, expected) => {
    expect(codes(vm)).toEqual(expected);
  });

  it('is told in its own words', () => {
    const backend = { tier: 'backend' };
    expect(findingOf(aSituation(aStoppedVm({ templateLabels: backend })), 'V1')).toMatchObject({
      object: { kind: 'VirtualMachine', names: [VM_NAME] },
      actual: 'Stopped',
      needed: 'Running',
    });
    expect(findingOf(aSituation(aReachedVm({ vmi: { phase: 'Scheduling' } })), 'V3')).toMatchObject({
      actual: 'Scheduling',
    });
    expect(findingOf(aSituation(aReachedVm({ vmi: { paused: true } })), 'V4')).toMatchObject({
      field: 'status.conditions[Paused]',
      actual: 'PausedByUser',
    });
  });

  it.each<[string, string[]]>([
    ['PausedIOError', []],
    ['PausedByMigrationMonitor', []],
    ['PausedByUser', ['unpause']],
  ])('is paused with %s: offered are %j', (reason, steps) => {
    const vm = aReachedVm();
    const conditions = [{ type: 'Paused', status: 'True', reason }];
    const vmi = { ...vm.vmi, status: { ...vm.vmi?.status, conditions } } as NonNullable<SeenVm['vmi']>;
    const offer = offerFor('V4', aSituation({ ...vm, vmi }));
    expect(offer.steps.map(({ kind }) => kind)).toEqual(steps);
    expect(offer.command?.includes('unpause')).toBe(steps.length > 0);
  });

  it('is not paused by a condition that is False', () => {
    const vm = aReachedVm();
    const vmi = vm.vmi && {
      ...vm.vmi,
      status: { ...vm.vmi.status, conditions: [{ type: 'Paused', status: 'False' }] },
    };
    expect(codes({ ...vm, ...(vmi ? { vmi } : {}) })).toEqual([]);
  });
});

describe('what is offered', () => {
  const kinds = (code: RuleCode, vm: SeenVm) => offerFor(code, aSituation(vm)).steps.map(({ kind }) => kind);

  it.each<[RuleCode, string, SeenVm, string[]]>([
    ['V1', 'a halted VM is started', aStoppedVm(), ['start', 'await']],
    [
      'V1',
      'one that KubeVirt keeps running takes no start',
      aStoppedVm({ runStrategy: 'Always', printableStatus: 'Stopped' }),
      [],
    ],
    [
      'V5',
      'one whose guest has ended is started',
      { ...aReachedVm({ vm: { runStrategy: 'Manual' }, vmi: { phase: 'Succeeded' } }) },
      ['start', 'await'],
    ],
    [
      'V5',
      'a failed one that is to be run again takes no start',
      aReachedVm({ vm: { runStrategy: 'RerunOnFailure' }, vmi: { phase: 'Failed' } }),
      [],
    ],
    ['V4', 'a paused one is let run on', aReachedVm({ vmi: { paused: true } }), ['unpause']],
    ['V7', 'a pending label is brought by a restart', aReachedVm({ vmi: { labels: {} } }), ['restart', 'await']],
  ])('%s: %s', (code, _, vm, expected) => {
    expect(kinds(code, vm)).toEqual(expected);
  });

  it('comes with a command of the VM', () => {
    expect(offerFor('V4', aSituation(aReachedVm({ vmi: { paused: true } }))).command).toBe(
      'virtctl unpause vm backendvm -n prod2',
    );
    expect(offerFor('V1', aSituation(aStoppedVm())).command).toBe('virtctl start backendvm -n prod2');
  });
});
