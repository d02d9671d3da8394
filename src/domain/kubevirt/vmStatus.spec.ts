import { vmStatusKind } from './vmStatus';

describe('the kind of a VM status', () => {
  it.each([
    ['Running', 'running'],
    ['Paused', 'paused'],
    ['Stopped', 'stopped'],
    ['ErrorUnschedulable', 'failed'],
    ['CrashLoopBackOff', 'failed'],
    ['Migrating', 'changing'],
    ['WaitingForVolumeBinding', 'changing'],
    ['Unknown', 'unknown'],
    ['constructor', 'changing'],
    [undefined, 'unknown'],
  ] as const)('of %s is %s', (printableStatus, kind) => {
    expect(vmStatusKind({ status: printableStatus ? { printableStatus } : {} })).toBe(kind);
  });
});
