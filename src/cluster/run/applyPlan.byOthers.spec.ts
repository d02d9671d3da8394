import { NAMESPACE, SERVICE_NAME, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { forbidden } from '../../../test/objects/apiErrors';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { aPlainState, ExposeRun, stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';

const BACKEND = { tier: 'backend' };
const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;

const newCluster = () => new InMemoryCluster(seenOf([aRunningVm()]));

/** A page that is left as soon as it has planned. */
const stopped = (cluster: InMemoryCluster) => ({ port: cluster, signal: AbortSignal.abort(), calls: () => [] });

describe('a VM that is restarted by someone while a run selects just it', () => {
  it('is awaited by a retry, by the selector that its Service has already', async () => {
    const cluster = newCluster();
    const run = new ExposeRun(cluster, aDraft());
    const list = jest.spyOn(cluster, 'list');
    jest.spyOn(cluster, 'create').mockImplementationOnce(async (...args) => {
      await InMemoryCluster.prototype.create.apply(cluster, args);
      list.mockRejectedValueOnce(forbidden('not now'));
    });
    expect((await run.expose()).outcome).toBe('failed');
    await cluster.restart(vm);
    for (const seconds of [1, 3]) {
      cluster.advance(seconds);
      expect(await run.expose(stopped(cluster))).toMatchObject({
        steps: [{ id: 'endpoint/backendvm' }],
        outcome: 'cancelled',
      });
    }
    expect(await run.expose()).toMatchObject({ steps: [{ id: 'endpoint/backendvm' }], outcome: 'done' });
    expect(cluster.writesOf('create')).toEqual(['create Service/backend']);
  });
});

describe("someone else's change between the look and the write", () => {
  const theirs = { tier: 'theirs' };

  it.each<[string, 'live' | 'restart', ReturnType<typeof aRunningVm>]>([
    ['another value in the template', 'restart', aRunningVm({ vm: { templateLabels: theirs } })],
    ['another value on the VMI', 'live', aRunningVm({ vmi: { labels: theirs } })],
    ['another value on the pod', 'live', aRunningVm({ pod: { labels: theirs } })],
    ['a VMI and a pod that were made anew', 'live', aRunningVm({ vmi: { uid: 'vmi-2' }, pod: { uid: 'pod-2' } })],
    ['a VM that was made anew', 'restart', aRunningVm({ vm: { uid: 'vm-2' } })],
  ])('%s fails the guarded patch, and planning again copes', async (_, timing, changed) => {
    const cluster = newCluster();
    const run = new ExposeRun(cluster, aDraft({ selection: byLabel(timing) }));
    const real = cluster.patch.bind(cluster);
    jest.spyOn(cluster, 'patch').mockImplementationOnce((...args) => {
      [changed.vm, ...(changed.vmi ? [changed.vmi] : []), ...changed.pods].forEach((object) => cluster.put(object));
      return real(...args);
    });
    expect((await run.expose()).outcome).toBe('failed');
    expect((await run.expose()).outcome).toBe('done');
    expect((await run.expose()).steps).toEqual([]);
    expect(stateOf(cluster, VM_NAME)).toEqual(
      aPlainState({ services: [SERVICE_NAME], template: BACKEND, vmi: BACKEND, pods: [BACKEND] }),
    );
  });
});
