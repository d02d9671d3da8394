import { aRunningVm, aStoppedVm } from '../../test/builders';
import { allRights } from '../../test/draftBuilders';
import { lifecycleObstacles, timingRefusals } from './timingRefusals';

const running = aRunningVm();
const stopped = aStoppedVm({ name: 'idle' });
const restarting = aRunningVm({ vm: { name: 'going' }, vmi: { deleting: true } });

describe('timingRefusals', () => {
  it('has nothing against a VM that runs, for who may do all', () => {
    expect(timingRefusals([running], allRights())).toEqual({});
  });

  it('lets a VM that does not run be started, but labels nothing that is not there', () => {
    const notRunning = { code: 'not-running', names: ['idle'] };
    expect(timingRefusals([running, stopped], allRights())).toEqual({ live: notRunning, 'pod-only': notRunning });
    expect(timingRefusals([restarting], allRights())).toEqual({ live: { code: 'not-running', names: ['going'] }, 'pod-only': { code: 'not-running', names: ['going'] } });
  });

  it('asks for the rights that each way takes', () => {
    expect(timingRefusals([running], { ...allRights(), patchVmi: false })).toEqual({ live: { code: 'may-not-label' } });
    expect(timingRefusals([running], { ...allRights(), patchPod: false })).toEqual({ live: { code: 'may-not-label' }, 'pod-only': { code: 'may-not-label-pod' } });
    expect(timingRefusals([running], { ...allRights(), restartVm: false })).toEqual({ restart: { code: 'may-not-restart' } });
    expect(timingRefusals([running], { ...allRights(), startVm: false })).toEqual({});
    expect(timingRefusals([stopped], { ...allRights(), restartVm: false })).not.toHaveProperty('restart');
    expect(timingRefusals([stopped], { ...allRights(), startVm: false })).toHaveProperty('restart', { code: 'may-not-start' });
    expect(timingRefusals([running, stopped], { ...allRights(), startVm: false, restartVm: false })).toHaveProperty('restart', { code: 'may-not-restart' });
  });
});

describe('lifecycleObstacles', () => {
  it('are those of a restart where it runs and of a start where it does not; none while either is under way', () => {
    const once = aRunningVm({ vm: { name: 'once', runStrategy: 'Once', printableStatus: 'Running' } });
    const ended = aStoppedVm({ name: 'ended', runStrategy: 'Once', printableStatus: 'Stopped' });
    expect(lifecycleObstacles([running, stopped, once, ended, restarting])).toEqual([
      { name: 'once', obstacle: 'restart.once' },
      { name: 'ended', obstacle: 'start.once' },
    ]);
  });
});
