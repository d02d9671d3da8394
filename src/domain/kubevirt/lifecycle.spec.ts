import { DELETED_AT, aRunningVm, aStoppedVm, aVm, aVmi } from '../../../test/objects/builders';
import {
  isMigrating,
  isPaused,
  lifecycleState,
  restartObstacle,
  secondsLeft,
  shutdownOf,
  startObstacle,
} from './lifecycle';
import type { SeenVm } from '../k8s/seen';

const running = (runStrategy: string) => aRunningVm({ vm: { runStrategy, printableStatus: 'Running' } });
const stopped = (runStrategy: string) => aStoppedVm({ runStrategy, printableStatus: 'Stopped' });
const withCondition = (seen: SeenVm, type: string): SeenVm => ({
  ...seen,
  vm: { ...seen.vm, status: { ...seen.vm.status, conditions: [{ type, status: 'True' }] } },
});
const migrating = (state: object): SeenVm => {
  const seen = aRunningVm();
  return { ...seen, vmi: { ...aVmi(), status: { ...aVmi().status, migrationState: state } } };
};

describe('restartObstacle', () => {
  it.each([
    ['Halted', 'restart.halted'],
    ['Once', 'restart.once'],
    ['Always', undefined],
    ['Manual', undefined],
    ['RerunOnFailure', undefined],
  ])('run strategy %s: %s', (runStrategy, obstacle) => {
    expect(restartObstacle(running(runStrategy))).toBe(obstacle);
  });

  it('a VM that is being stopped', () => {
    const stateChangeRequests = [{ action: 'Stop' }];
    expect(restartObstacle(aRunningVm({ vm: { runStrategy: 'Manual', stateChangeRequests } }))).toBe(
      'restart.stopping',
    );
  });

  it('a VM whose volumes change', () => {
    expect(restartObstacle(withCondition(running('Always'), 'VolumesChange'))).toBe('restart.volumes-change');
  });

  it('reads the older field running', () => {
    const vm = (isRunning: boolean): SeenVm => ({
      ...aRunningVm(),
      vm: { ...aVm(), spec: { running: isRunning, template: { spec: aVm().spec.template.spec } } },
    });
    expect(restartObstacle(vm(true))).toBeUndefined();
    expect(restartObstacle(vm(false))).toBe('restart.halted');
  });
});

describe('startObstacle', () => {
  it.each([
    ['Halted', undefined],
    ['Manual', undefined],
    ['RerunOnFailure', undefined],
    ['Always', 'start.always'],
    ['Once', 'start.once'],
    ['WaitAsReceiver', 'start.receiver'],
  ])('run strategy %s: %s', (runStrategy, obstacle) => {
    expect(startObstacle(stopped(runStrategy))).toBe(obstacle);
  });

  it('a failed VM that is rerun on failure, and one that needs manual recovery', () => {
    expect(startObstacle({ ...stopped('RerunOnFailure'), vmi: aVmi({ phase: 'Failed' }) })).toBe('start.failed');
    expect(startObstacle({ ...stopped('RerunOnFailure'), vmi: aVmi({ phase: 'Succeeded' }) })).toBeUndefined();
    expect(startObstacle(withCondition(stopped('Manual'), 'ManualRecoveryRequired'))).toBe('start.volumes-change');
    expect(startObstacle({ ...stopped('Halted'), vmi: aVmi({ deleting: true }) })).toBe('start.stopping');
  });
});

describe('lifecycleState', () => {
  it.each<[string, SeenVm]>([
    ['running', running('Always')],
    ['paused', aRunningVm({ vmi: { paused: true } })],
    ['migrating', migrating({ migrationUid: 'm1' })],
    ['running', migrating({ migrationUid: 'm1', completed: true })],
    ['running', migrating({ migrationUid: 'm1', failed: true })],
    ['stopped', stopped('Halted')],
    ['restarting', aRunningVm({ vmi: { deleting: true } })],
    ['restarting', aRunningVm({ vm: { stateChangeRequests: [{ action: 'Stop' }, { action: 'Start' }] } })],
    ['stopped', aRunningVm({ vm: { runStrategy: 'Halted' }, vmi: { deleting: true } })],
  ])('%s', (state, seen) => {
    expect(lifecycleState(seen)).toBe(state);
    expect([isPaused(seen), isMigrating(seen)]).toEqual([state === 'paused', state === 'migrating']);
  });
});

describe('shutdownOf', () => {
  it('is since when it was asked for, and the grace period', () => {
    expect(shutdownOf(aRunningVm({ vmi: { deleting: true } }))).toEqual({ since: DELETED_AT, graceSeconds: 30 });
  });

  it('is nothing for a VM that is not shutting down', () => {
    expect(shutdownOf(aRunningVm())).toBeUndefined();
    expect(shutdownOf(aStoppedVm())).toBeUndefined();
  });
});

describe('secondsLeft', () => {
  const since = '2026-09-01T00:00:00Z';
  it.each([
    ['counts down from the grace period', 10_000, 20],
    ['counts whole seconds', 10_001, 20],
    ['ends with 0', 90_000, 0],
    ['is the grace period at first', 0, 30],
    ['is no more than that where the clock of the browser is behind', -5000, 30],
  ])('%s', (_, passed, left) => {
    expect(secondsLeft({ since, graceSeconds: 30 }, Date.parse(since) + passed)).toBe(left);
  });
});
