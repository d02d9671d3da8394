import { aRunningVm, aStoppedVm, aVm, NAMESPACE, VM_NAME } from '../../test/builders';
import { renew, vmRef } from './renewVm';
import type { SeenVm } from './seen';

const BACKEND = { tier: 'backend' };
const TARGET = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME };
const RESTART = { id: 'restart/backendvm', kind: 'restart', target: TARGET, vmiUid: 'vmi-1' };
const START = { id: 'start/backendvm', kind: 'start', target: TARGET };
const AWAIT = { id: 'renewed/backendvm', kind: 'await', target: TARGET };
const restarting = aRunningVm({ vm: { stateChangeRequests: [{ action: 'Stop', uid: 'vmi-1' }, { action: 'Start' }] } });

describe('renewing a VM', () => {
  it.each<[string, SeenVm, readonly object[]]>([
    ['restarts one that runs without the labels', aRunningVm(), [RESTART, AWAIT]],
    ['starts one that is stopped', aStoppedVm(), [START, AWAIT]],
    ['only waits for a restart under way', restarting, [AWAIT]],
    ['leaves alone one that has the labels on VMI and pod', aRunningVm({ vmi: { labels: BACKEND }, pod: { labels: BACKEND } }), []],
    ['restarts one whose pod alone lacks them', aRunningVm({ vmi: { labels: BACKEND } }), [RESTART, AWAIT]],
  ])('%s', (_, vm, steps) => {
    const planned = renew(vm, BACKEND);
    expect(planned).toHaveLength(steps.length);
    expect(planned).toMatchObject(steps);
  });

  it('waits for another VMI with the labels, for as long as the guest may take to shut down and to boot', () => {
    expect(renew(aRunningVm(), BACKEND).at(-1)).toMatchObject({ timeoutSeconds: 330, condition: { until: 'vmi-renewed', vmName: VM_NAME, labels: BACKEND, replacedUid: 'vmi-1' } });
    expect(vmRef({ vm: aVm(), pods: [] })).toEqual(TARGET);
  });
});
