import {
  aPod,
  aRunningVm,
  aStoppedVm,
  aVm,
  aVmi,
  seenOf,
  type PodOptions,
  type VmOptions,
  type VmiOptions,
} from '../../../test/objects/builders';
import { isKeptRunning, isReady, isRestartUnderWay, isStopUnderWay, livePod, livePods, liveVmi, vmNamed } from './seen';

describe('the live pods', () => {
  it.each<[string, PodOptions, boolean]>([
    ['Running', { phase: 'Running' }, true],
    ['Pending', { phase: 'Pending' }, true],
    ['Succeeded', { phase: 'Succeeded' }, false],
    ['Failed', { phase: 'Failed' }, false],
    ['being deleted', { deleting: true }, false],
  ])('a pod that is %s: %s', (_, pod, isLive) => {
    expect(livePods(aRunningVm({ pod }))).toHaveLength(isLive ? 1 : 0);
  });

  const source = aPod({ name: 'source', uid: 'pod-source', nodeName: 'node1' });
  const target = aPod({ name: 'target', uid: 'pod-target', nodeName: 'node2' });

  it.each([
    ['node1', 'source'],
    ['node2', 'target'],
  ])('while migrating, with the VMI on %s, the guest is in the %s pod', (nodeName, name) => {
    for (const pods of [
      [source, target],
      [target, source],
    ]) {
      expect(livePod({ vm: aVm(), vmi: aVmi({ nodeName }), pods })?.metadata?.name).toBe(name);
    }
  });

  it('falls back to any live pod when none is on the node of the VMI', () => {
    const gone = aPod({ name: 'gone', nodeName: 'node1', deleting: true });
    expect(livePod({ vm: aVm(), vmi: aVmi({ nodeName: 'node1' }), pods: [gone, target] })?.metadata?.name).toBe(
      'target',
    );
    expect(livePod(aStoppedVm())).toBeUndefined();
  });
});

describe('the live VMI', () => {
  it.each<[VmiOptions, boolean]>([
    [{}, true],
    [{ phase: 'Scheduling' }, true],
    [{ phase: 'Succeeded' }, false],
    [{ phase: 'Failed' }, false],
    [{ deleting: true }, false],
  ])('%j is live: %s', (vmi, isLive) => {
    expect(liveVmi(aRunningVm({ vmi })) !== undefined).toBe(isLive);
  });

  it.each<[VmiOptions, boolean]>([
    [{}, true],
    [{ ready: false }, false],
    [{ phase: 'Scheduled', ready: true }, false],
  ])('%j is ready: %s', (vmi, answer) => {
    expect(isReady(aVmi(vmi))).toBe(answer);
  });

  it('is not ready without conditions', () => {
    expect(isReady({ ...aVmi(), status: { phase: 'Running' } })).toBe(false);
  });
});

describe('a VM that KubeVirt keeps running', () => {
  it.each<[VmOptions, boolean]>([
    [{ runStrategy: 'Always' }, true],
    [{ runStrategy: 'Always', printableStatus: 'Stopped' }, true],
    [{ runStrategy: 'RerunOnFailure', printableStatus: 'Running' }, true],
    // the guest has shut down by itself
    [{ runStrategy: 'RerunOnFailure', printableStatus: 'Stopped' }, false],
    [{ runStrategy: 'Manual' }, false],
    [{ runStrategy: 'Once' }, false],
    [{ runStrategy: 'Halted' }, false],
  ])('%j: %s', (options, answer) => {
    expect(isKeptRunning(aVm(options))).toBe(answer);
  });

  it('may say so by the old field', () => {
    const spec = { template: aVm().spec.template };
    expect(isKeptRunning({ ...aVm(), spec: { ...spec, running: true } })).toBe(true);
    expect(isKeptRunning({ ...aVm(), spec: { ...spec, running: false } })).toBe(false);
  });
});

describe('a restart under way', () => {
  it.each([
    ['a VM that just runs', aRunningVm(), false],
    ['a stopped VM', aStoppedVm(), false],
    [
      'a VM that was asked to restart',
      aRunningVm({ vm: { stateChangeRequests: [{ action: 'Stop', uid: 'vmi-1' }, { action: 'Start' }] } }),
      true,
    ],
    ['a VM whose VMI is being deleted', aRunningVm({ vmi: { deleting: true } }), true],
    [
      'a halted VM that is shutting down',
      aRunningVm({ vm: { runStrategy: 'Halted', printableStatus: 'Stopping' }, vmi: { deleting: true } }),
      false,
    ],
    [
      'a manual VM that was asked to stop',
      aRunningVm({ vm: { runStrategy: 'Manual', stateChangeRequests: [{ action: 'Stop', uid: 'vmi-1' }] } }),
      false,
    ],
    [
      'a manual VM that is shutting down to be started again',
      aRunningVm({
        vm: { runStrategy: 'Manual', stateChangeRequests: [{ action: 'Stop', uid: 'vmi-1' }, { action: 'Start' }] },
        vmi: { deleting: true },
      }),
      true,
    ],
    [
      'one that is rerun on failure and was asked to stop',
      aRunningVm({
        vm: {
          runStrategy: 'RerunOnFailure',
          printableStatus: 'Stopping',
          stateChangeRequests: [{ action: 'Stop', uid: 'vmi-1' }],
        },
        vmi: { deleting: true },
      }),
      false,
    ],
    ['a VM that is kept running and has no VMI', { vm: aVm(), pods: [] }, true],
    ['a VM that is kept running and whose VMI has failed', aRunningVm({ vmi: { phase: 'Failed' } }), true],
    ['a VM that is kept running and whose guest has shut down', aRunningVm({ vmi: { phase: 'Succeeded' } }), true],
    [
      'a VM that is rerun on failure and whose VMI has failed',
      aRunningVm({
        vm: { runStrategy: 'RerunOnFailure', printableStatus: 'CrashLoopBackOff' },
        vmi: { phase: 'Failed' },
      }),
      true,
    ],
    [
      'a VM that is rerun on failure and whose guest has shut down',
      aRunningVm({ vm: { runStrategy: 'RerunOnFailure', printableStatus: 'Stopped' }, vmi: { phase: 'Succeeded' } }),
      false,
    ],
    [
      'a manual VM whose VMI has ended',
      aRunningVm({ vm: { runStrategy: 'Manual' }, vmi: { phase: 'Succeeded' } }),
      false,
    ],
    ['a manual VM without a VMI', { vm: aVm({ runStrategy: 'Manual', printableStatus: 'Stopped' }), pods: [] }, false],
    ['a VM whose new VMI is starting', aRunningVm({ vmi: { phase: 'Scheduling' } }), false],
  ])('%s: %s', (_, seen, answer) => {
    expect(isRestartUnderWay(seen)).toBe(answer);
  });
});

describe('finding', () => {
  it('finds a VM by its name', () => {
    const seen = seenOf([aRunningVm({ vm: { name: 'a' } }), aRunningVm({ vm: { name: 'b' } })]);
    expect(vmNamed(seen, 'b')?.vm.metadata?.name).toBe('b');
    expect(vmNamed(seen, 'c')).toBeUndefined();
  });
});

describe('isStopUnderWay', () => {
  const STOP = [{ action: 'Stop' }];
  it.each<[string, ReturnType<typeof aRunningVm>, boolean]>([
    ['runs', aRunningVm(), false],
    ['is stopped', aStoppedVm(), false],
    ['was asked to stop', aRunningVm({ vm: { runStrategy: 'Manual', stateChangeRequests: STOP } }), true],
    [
      'was asked to restart',
      aRunningVm({ vm: { runStrategy: 'Manual', stateChangeRequests: [...STOP, { action: 'Start' }] } }),
      false,
    ],
    ['was halted a moment ago', aRunningVm({ vm: { runStrategy: 'Halted' } }), true],
    ['goes down', aRunningVm({ vm: { runStrategy: 'Manual' }, vmi: { deleting: true } }), true],
    ['goes down and comes again', aRunningVm({ vmi: { deleting: true } }), false],
    ['has ended', aRunningVm({ vm: { runStrategy: 'Halted' }, vmi: { phase: 'Succeeded' } }), false],
  ])('of a VM that %s: %s', (_, seen, expected) => {
    expect(isStopUnderWay(seen)).toBe(expected);
  });
});
