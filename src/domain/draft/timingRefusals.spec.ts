import { RUN_ID, aRunningVm, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, allRights, byLabel } from '../../../test/objects/draftBuilders';
import type { ExposeDraft } from './draft';
import { nameOf } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { resolve } from './resolve';
import { lifecycleObstacles, needsLabels, timingRefusal, timingRefusals } from './timingRefusals';

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
    expect(timingRefusals([restarting], allRights())).toEqual({
      live: { code: 'not-running', names: ['going'] },
      'pod-only': { code: 'not-running', names: ['going'] },
    });
  });

  it('asks for the rights that each way takes', () => {
    expect(timingRefusals([running], { ...allRights(), patchVmi: false })).toEqual({ live: { code: 'may-not-label' } });
    expect(timingRefusals([running], { ...allRights(), patchPod: false })).toEqual({
      live: { code: 'may-not-label' },
      'pod-only': { code: 'may-not-label-pod' },
    });
    expect(timingRefusals([running], { ...allRights(), restartVm: false })).toEqual({
      restart: { code: 'may-not-restart' },
    });
    expect(timingRefusals([running], { ...allRights(), startVm: false })).toEqual({});
    expect(timingRefusals([stopped], { ...allRights(), restartVm: false })).not.toHaveProperty('restart');
    expect(timingRefusals([stopped], { ...allRights(), startVm: false })).toHaveProperty('restart', {
      code: 'may-not-start',
    });
    expect(timingRefusals([running, stopped], { ...allRights(), startVm: false, restartVm: false })).toHaveProperty(
      'restart',
      { code: 'may-not-restart' },
    );
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

describe('needsLabels and timingRefusal', () => {
  const usingExisting = aDraft({ selection: { by: 'service', timing: 'live' } });
  const services = [aService({ selector: { tier: 'backend' } })];
  const layers = { tier: 'backend' };
  const labelled = aRunningVm({
    vm: { name: 'labelled', templateLabels: layers },
    vmi: { labels: layers },
    pod: { labels: layers },
  });

  const resolved = (draft: ExposeDraft, vms: readonly SeenVm[]) =>
    resolve({ ...draft, vmNames: vms.map(({ vm }) => nameOf(vm)) }, seenOf(vms, services), RUN_ID).resolved;

  it('labels are needed by a label, and to join a Service whose labels a VM lacks on the template or the pod', () => {
    expect(needsLabels(resolved(aDraft(), [running]))).toBe(false);
    expect(needsLabels(resolved(aDraft({ selection: byLabel('live') }), [labelled]))).toBe(true);
    expect(needsLabels(resolved(usingExisting, [labelled]))).toBe(false);
    expect(needsLabels(resolved(usingExisting, [labelled, running]))).toBe(true);
    expect(needsLabels(resolved(usingExisting, [aRunningVm({ vm: { templateLabels: layers } })]))).toBe(true);
  });

  it('a way that is not open any more is refused, but only where labels are needed', () => {
    const stoppedLabelled = aStoppedVm({ name: 'idle', templateLabels: layers });
    expect(timingRefusal(resolved(aDraft({ selection: byLabel('pod-only') }), [stopped]), allRights())).toEqual({
      code: 'not-running',
      names: ['idle'],
    });
    expect(
      timingRefusal(resolved(aDraft({ selection: byLabel('next-restart') }), [stopped]), allRights()),
    ).toBeUndefined();
    expect(timingRefusal(resolved(usingExisting, [stopped]), allRights())).toEqual({
      code: 'not-running',
      names: ['idle'],
    });
    expect(timingRefusal(resolved(usingExisting, [stoppedLabelled]), allRights())).toBeUndefined();
    expect(timingRefusal(resolved(aDraft(), [stopped]), allRights(false))).toBeUndefined();
  });
});
