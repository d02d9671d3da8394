import { NAMESPACE, VM_NAME, aPod, aRunningVm, aStoppedVm, aVmi, seenOf } from '../../../test/objects/builders';
import { unavailable } from '../../../test/objects/apiErrors';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { aPlainState, ExposeRun, stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { Step } from '../../domain/steps/step';
import { applyPlan } from './applyPlan';

const BACKEND = { tier: 'backend' };
const start: Step = {
  id: 'start',
  kind: 'start',
  target: { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME },
};
const newCluster = (seenVm = aStoppedVm()) => new InMemoryCluster(seenOf([seenVm]));

async function apply(cluster: InMemoryCluster, step: Step) {
  const events: ProgressEvent[] = [];
  const outcome = await applyPlan({
    steps: [step],
    port: cluster,
    clock: cluster,
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
  });
  return { outcome, last: events.at(-1) };
}

describe('a start', () => {
  it('is sent to a VM of which nothing runs', async () => {
    const cluster = newCluster();
    expect((await apply(cluster, start)).outcome).toBe('done');
    expect(cluster.writes).toEqual(['start VirtualMachine/backendvm']);
  });

  it.each([
    ['has come up', aVmi({ uid: 'vmi-2' })],
    ['is coming up', aVmi({ uid: 'vmi-2', phase: 'Scheduling' })],
  ])('is not sent when a VMI %s meanwhile: that start serves', async (_, vmi) => {
    const cluster = newCluster();
    cluster.put(vmi);
    expect((await apply(cluster, start)).outcome).toBe('done');
    expect([cluster.writes, cluster.refusedRestarts]).toEqual([[], 0]);
  });

  it.each([
    ['has ended', aVmi({ phase: 'Succeeded' })],
    ['is going', aVmi({ deleting: true })],
  ])("is sent while the VMI %s, and the answer is the API server's", async (_, vmi) => {
    const cluster = newCluster();
    cluster.put(vmi);
    const sent = jest.spyOn(cluster, 'start').mockResolvedValue();
    expect((await apply(cluster, start)).outcome).toBe('done');
    // no options: it is no dry run
    expect(sent).toHaveBeenCalledWith(start.kind === 'start' && start.target, {});
  });

  it('is not sent when it cannot be read whether something runs', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'get').mockRejectedValue(unavailable());
    expect(await apply(cluster, start)).toMatchObject({ outcome: 'failed', last: { failure: { code: 503 } } });
    expect(cluster.writes).toEqual([]);
  });

  it('that KubeVirt refuses tells its words', async () => {
    const cluster = newCluster(aStoppedVm({ runStrategy: 'Once', printableStatus: 'Stopped' }));
    expect((await apply(cluster, start)).last).toMatchObject({
      type: 'failed',
      failure: { code: 409, message: 'Once does not support manual start requests' },
    });
  });

  it.each(['Halted', 'Manual'])(
    'is the end of a run for a VM that is stopped (%s), and is not sent twice',
    async (runStrategy) => {
      const cluster = newCluster(aStoppedVm({ runStrategy, printableStatus: 'Stopped' }));
      const run = new ExposeRun(cluster, aDraft({ selection: byLabel('restart') }));
      expect((await run.expose()).outcome).toBe('done');
      expect(cluster.writes).toEqual([
        'patch VirtualMachine/backendvm',
        'create Service/backend',
        'start VirtualMachine/backendvm',
      ]);
      expect(stateOf(cluster, VM_NAME)).toEqual(
        aPlainState({ services: ['backend'], template: BACKEND, vmi: BACKEND, pods: [BACKEND] }),
      );
      expect((await run.expose()).steps).toEqual([]);
    },
  );
});

describe('a delete', () => {
  const pod = aPod();
  const remove = (grace: { graceSeconds?: number } = {}): Step => ({
    id: 'd',
    kind: 'delete',
    target: { kind: 'Pod', namespace: NAMESPACE, name: pod.metadata?.name ?? '' },
    why: 'forced',
    guard: { uid: 'pod-1' },
    ...grace,
  });

  it.each([
    ['its grace, one second', { graceSeconds: 1 }, { graceSeconds: 1 }],
    ['its grace, none at all', { graceSeconds: 0 }, { graceSeconds: 0 }],
    ['no grace, which leaves it to the object', {}, {}],
  ])('is sent with %s', async (_, grace, options) => {
    const cluster = newCluster(aRunningVm());
    const sent = jest.spyOn(cluster, 'delete');
    expect((await apply(cluster, remove(grace))).outcome).toBe('done');
    expect(sent).toHaveBeenCalledWith(
      { kind: 'Pod', namespace: NAMESPACE, name: pod.metadata?.name },
      'pod-1',
      options,
    );
  });

  it('of a pod that is gone is done', async () => {
    const cluster = newCluster();
    expect((await apply(cluster, remove({ graceSeconds: 1 }))).outcome).toBe('done');
    expect(cluster.writes).toEqual([]);
  });
});
