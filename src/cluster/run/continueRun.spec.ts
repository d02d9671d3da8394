import { RUN_ID, VM_NAME, VM_UID, aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { forbidden } from '../../../test/objects/apiErrors';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { aPlainState, stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { withExistingService } from '../../domain/draft/draft';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { RunRecord } from '../../domain/plan/run';
import { continueRun, undoRun } from './continueRun';

const tier = { tier: { before: null, after: ['backend'] } };
const record: RunRecord = {
  runId: RUN_ID,
  draft: aDraft({ selection: byLabel('live') }),
  replaced: { [VM_NAME]: { vmUid: VM_UID, template: tier, vmi: tier, pod: tier } },
};
const newCluster = (...services: ReturnType<typeof aService>[]) =>
  new InMemoryCluster({ vms: [aRunningVm()], services, endpointSlices: [] });

function optionsFor(cluster: InMemoryCluster) {
  const events: ProgressEvent[] = [];
  const kept: RunRecord[] = [];
  const options = {
    record,
    keep: (next: RunRecord) => kept.push(next),
    port: cluster,
    clock: cluster,
    emit: (event: ProgressEvent) => events.push(event),
    signal: new AbortController().signal,
  };
  return { options, events, kept };
}

describe('continueRun', () => {
  it('looks, tells the plan before its first step, and does it', async () => {
    const cluster = newCluster();
    const { options, events } = optionsFor(cluster);
    expect(await continueRun(options)).toEqual({ outcome: 'done' });
    expect(events[0]).toMatchObject({ type: 'planned' });
    expect(events[0]?.type === 'planned' && events[0].steps.map(({ id }) => id)).toContain('service/backend');
    expect(stateOf(cluster, VM_NAME)).toEqual(
      aPlainState({
        services: ['backend'],
        template: { tier: 'backend' },
        vmi: { tier: 'backend' },
        pods: [{ tier: 'backend' }],
      }),
    );
  });

  it('does only what is left', async () => {
    const cluster = newCluster();
    await continueRun(optionsFor(cluster).options);
    const { options, events } = optionsFor(cluster);
    expect(await continueRun(options)).toEqual({ outcome: 'done' });
    expect(events).toEqual([{ type: 'planned', steps: [] }]);
  });

  it('keeps before it writes what someone else has set in the meantime, so that an undo brings that back', async () => {
    const cluster = newCluster();
    await cluster.patch({ kind: 'VirtualMachine', namespace: 'prod2', name: VM_NAME }, [
      { op: 'add', path: '/spec/template/metadata/labels', value: { tier: 'theirs' } },
    ]);
    const { options, kept } = optionsFor(cluster);
    const keep = (next: RunRecord) => {
      expect(cluster.writes).toEqual(['patch VirtualMachine/backendvm']);
      kept.push(next);
    };
    expect(await continueRun({ ...options, keep })).toEqual({ outcome: 'done' });
    expect(kept).toHaveLength(1);
    expect(kept[0]?.replaced[VM_NAME]).toEqual({
      vmUid: VM_UID,
      template: { tier: { before: 'theirs', after: ['backend'] } },
      vmi: tier,
      pod: tier,
    });
    const [taken] = kept;
    if (taken) await undoRun({ ...options, record: taken });
    expect(stateOf(cluster, VM_NAME)).toEqual(
      aPlainState({ services: [], template: { tier: 'theirs' }, vmi: {}, pods: [{}] }),
    );
  });

  it('tells what of the draft does not fit the cluster any more, and writes nothing', async () => {
    const cluster = newCluster(aService());
    const { options, events } = optionsFor(cluster);
    expect(await continueRun(options)).toEqual({
      outcome: 'not-planned',
      problems: [{ code: 'service-name.taken', field: { at: 'service-name' } }],
    });
    expect([events, cluster.writes]).toEqual([[], []]);
  });

  it.each([
    ['continueRun', continueRun],
    ['undoRun', undoRun],
  ])('%s tells why the cluster could not be looked at, and writes nothing', async (_, start) => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'list').mockRejectedValue(forbidden('no'));
    const { options, events } = optionsFor(cluster);
    expect(await start(options)).toEqual({
      outcome: 'not-planned',
      failure: { code: 403, reason: 'Forbidden', message: 'no' },
    });
    expect([events, cluster.writes]).toEqual([[], []]);
  });
});

describe('undoRun', () => {
  it('takes back what the run did', async () => {
    const cluster = newCluster();
    await continueRun(optionsFor(cluster).options);
    expect(await undoRun(optionsFor(cluster).options)).toEqual({ outcome: 'done' });
    expect(stateOf(cluster, VM_NAME)).toEqual(aPlainState({ services: [], template: {}, vmi: {}, pods: [{}] }));
  });

  it('keeps to what the user may do', async () => {
    const cluster = newCluster();
    await continueRun(optionsFor(cluster).options);
    cluster.access = {
      rules: [
        { verbs: ['delete', 'patch'], apiGroups: ['', 'kubevirt.io'], resources: ['services', 'virtualmachines'] },
      ],
      incomplete: false,
    };
    expect(await undoRun(optionsFor(cluster).options)).toEqual({ outcome: 'done' });
    expect(cluster.writes.slice(-2)).toEqual(['delete Service/backend', 'patch VirtualMachine/backendvm']);
    expect(stateOf(cluster, VM_NAME).vmi).toEqual({ tier: 'backend' });
  });

  it('gives back what others wrote on a replacement, also when it was cut short after the deletion', async () => {
    const service = aService({ selector: { tier: 'backend' } });
    const cluster = newCluster(service);
    const opened = withExistingService(aDraft(), service, 'next-restart');
    const { options, kept } = optionsFor(cluster);
    const last = () => kept.at(-1) ?? record;
    const replacing = { ...record, replaced: {}, draft: { ...opened, type: 'Headless' as const } };
    expect(await continueRun({ ...options, record: replacing })).toEqual({ outcome: 'done' });
    const target = { kind: 'Service', namespace: 'prod2', name: 'backend' } as const;
    await cluster.patch(target, [{ op: 'add', path: '/spec/publishNotReadyAddresses', value: true }]);
    const real = cluster.create.bind(cluster);
    const create = jest
      .spyOn(cluster, 'create')
      .mockImplementation((object, means) => (means?.dryRun ? real(object, means) : Promise.reject(forbidden('no'))));
    expect(await undoRun({ ...options, record: last() })).toEqual({ outcome: 'failed' });
    expect(cluster.one('Service', 'backend')).toBeUndefined();
    create.mockRestore();
    expect(await undoRun({ ...options, record: last() })).toEqual({ outcome: 'done' });
    expect(cluster.one('Service', 'backend')?.spec).toMatchObject({
      clusterIP: service.spec?.clusterIP,
      publishNotReadyAddresses: true,
    });
  });
});
