import { aPod, aRunningVm, aStoppedVm, aVm, aVmi } from '../../../test/objects/builders';
import { planForce } from './planForce';

const deleting = (...pods: ReturnType<typeof aPod>[]) => ({ vm: aVm(), vmi: aVmi({ deleting: true }), pods });

describe('planForce', () => {
  it('ends the pod of a guest that is shutting down, with one second of grace and by its uid', () => {
    expect(planForce(deleting(aPod({ deleting: true })))).toEqual([
      {
        id: 'force/virt-launcher-backendvm-abcde',
        kind: 'delete',
        target: { kind: 'Pod', namespace: 'prod2', name: 'virt-launcher-backendvm-abcde' },
        why: 'forced',
        guard: { uid: 'pod-1' },
        graceSeconds: 1,
      },
    ]);
  });

  it('is nothing while the VM is not shutting down, or when its pods have ended', () => {
    expect(planForce(aRunningVm())).toEqual([]);
    expect(planForce(aStoppedVm())).toEqual([]);
    expect(planForce(deleting(aPod({ phase: 'Succeeded' })))).toEqual([]);
  });
});
