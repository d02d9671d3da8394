import { recordFor } from '../../../test/objects/planFor';
import { NAMESPACE, RUN_ID, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { unavailable } from '../../../test/objects/apiErrors';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { aPlainState, stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { ExposeDraft } from '../../domain/draft/draft';
import type { LabelTiming } from '../../domain/labels/timing';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { SeenVm } from '../../domain/k8s/seen';
import { continueRun, undoRun } from './continueRun';
import { keepRunRecord, readRunRecord } from './runRecord';

const BACKEND = { tier: 'backend' };
// a VM may be called as what every JavaScript object inherits
const NAMES = ['web', 'constructor', 'db'];
const draftFor = (timing: LabelTiming): ExposeDraft => aDraft({ vmNames: NAMES, selection: byLabel(timing) });
const vms = () => NAMES.map((name, index) => aVmOfSeveral(name, 11 + index));

function begin(timing: LabelTiming, seenVms: readonly SeenVm[] = vms()) {
  const seen = seenOf(seenVms);
  const cluster = new InMemoryCluster(seen);
  keepRunRecord(recordFor(draftFor(timing), seen, RUN_ID));
  return cluster;
}

/** The run as a page that was loaded again takes it up: from the storage, with nothing else remembered. */
async function takeUp(cluster: InMemoryCluster, take: 'continue' | 'undo' = 'continue') {
  const record = readRunRecord(NAMESPACE, [...NAMES].reverse());
  if (!record) throw new Error('There is no record of the run');
  const events: ProgressEvent[] = [];
  const options = {
    record,
    port: cluster,
    clock: cluster,
    emit: (event: ProgressEvent) => events.push(event),
    signal: new AbortController().signal,
  };
  const end = await (take === 'undo' ? undoRun : continueRun)({ ...options, keep: keepRunRecord });
  const done = events.flatMap((event) => (event.type === 'done' ? [event.id] : []));
  return { end, done };
}
const templates = (cluster: InMemoryCluster) => NAMES.map((name) => stateOf(cluster, name).template);

beforeEach(() => sessionStorage.clear());

describe('a run of several VMs', () => {
  it.each<LabelTiming>(['live', 'restart'])(
    'is taken up after a reload wherever it stopped, and does nothing twice: %s',
    async (timing) => {
      const cluster = begin(timing);
      const patch = jest.spyOn(cluster, 'patch');
      patch
        .mockImplementationOnce((...args) => InMemoryCluster.prototype.patch.apply(cluster, args))
        .mockRejectedValueOnce(unavailable());
      expect((await takeUp(cluster)).end).toEqual({ outcome: 'failed' });
      expect(templates(cluster)).toEqual([BACKEND, {}, {}]);
      expect((await takeUp(cluster)).end).toEqual({ outcome: 'done' });
      expect(NAMES.map((name) => stateOf(cluster, name))).toEqual(
        NAMES.map(() => aPlainState({ services: ['backend'], template: BACKEND, vmi: BACKEND, pods: [BACKEND] })),
      );
      expect(cluster.writesOf('create')).toEqual(['create Service/backend']);
      expect(cluster.writesOf('patch').filter((write) => write.includes('VirtualMachine/'))).toEqual(
        NAMES.map((name) => `patch VirtualMachine/${name}`),
      );
      expect(cluster.writesOf('restart')).toEqual(
        timing === 'restart' ? NAMES.map((name) => `restart VirtualMachine/${name}`) : [],
      );
      expect((await takeUp(cluster)).done).toEqual([]);
    },
  );

  it('restarts the next one only when the endpoint of the one before is ready', async () => {
    const { done } = await takeUp(begin('restart'));
    expect(done.slice(4)).toEqual(NAMES.flatMap((name) => [`restart/${name}`, `renewed/${name}`, `endpoint/${name}`]));
  });

  it('starts those that are stopped in their turn', async () => {
    const [web, inherited, db] = vms();
    const cluster = begin(
      'restart',
      [web, inherited && aStoppedVm({ name: 'constructor' }), db].flatMap((vm) => vm ?? []),
    );
    expect((await takeUp(cluster)).end).toEqual({ outcome: 'done' });
    expect(cluster.writes.slice(-3)).toEqual([
      'restart VirtualMachine/web',
      'start VirtualMachine/constructor',
      'restart VirtualMachine/db',
    ]);
  });

  it('tells which VMs are missing, and writes nothing', async () => {
    const cluster = begin('live');
    cluster.remove('VirtualMachine', 'constructor');
    expect((await takeUp(cluster)).end).toEqual({
      outcome: 'not-planned',
      problems: [{ code: 'vm.missing', field: { at: 'vm', name: 'constructor' } }],
    });
    expect(cluster.writes).toEqual([]);
  });

  it('is taken back from each, and from those that are left when one has gone', async () => {
    const cluster = begin('live');
    await takeUp(cluster);
    cluster.remove('VirtualMachine', 'web');
    expect((await takeUp(cluster, 'undo')).end).toEqual({ outcome: 'done' });
    expect(cluster.all('Service')).toEqual([]);
    expect(templates(cluster)).toEqual([{}, {}, {}]);
    expect(stateOf(cluster, 'constructor')).toEqual(aPlainState({ services: [], template: {}, vmi: {}, pods: [{}] }));
  });
});

describe('a run that joins a Service', () => {
  it('gives it back as it was, its ports included, after a reload', async () => {
    const service = aService({ selector: BACKEND });
    const [web] = vms();
    const [pod] = web?.pods ?? [];
    const seen = seenOf(
      web ? [web] : [],
      [service],
      [aSlice({ endpoints: pod ? [anEndpoint({ pod, addresses: ['10.8.0.11'] })] : [] })],
    );
    const cluster = new InMemoryCluster(seen);
    const draft = aDraft({
      vmNames: ['web'],
      ports: [{ name: '', port: '81', targetPort: '8080', protocol: 'TCP', nodePort: '' }],
      selection: { by: 'service', timing: 'live' },
    });
    keepRunRecord(recordFor(draft, seen, RUN_ID));
    const options = { port: cluster, clock: cluster, emit: () => undefined, signal: new AbortController().signal };
    const read = () => readRunRecord(NAMESPACE, ['web']) ?? recordFor(draft, seen, '');
    expect(await continueRun({ ...options, record: read(), keep: keepRunRecord })).toEqual({ outcome: 'done' });
    expect(cluster.one('Service', 'backend')?.spec?.ports?.map(({ port }) => port)).toEqual([81]);
    expect(await undoRun({ ...options, record: read(), keep: keepRunRecord })).toEqual({ outcome: 'done' });
    expect(cluster.one('Service', 'backend')?.spec?.ports).toEqual(service.spec?.ports);
    expect(stateOf(cluster, 'web')).toEqual(aPlainState({ services: ['backend'], template: {}, vmi: {}, pods: [{}] }));
    expect(cluster.writesOf('delete')).toEqual([]);
  });
});
