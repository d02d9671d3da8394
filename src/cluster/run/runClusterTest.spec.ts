import { connectionLost, forbidden, unavailable } from '../../../test/objects/apiErrors';
import { NAMESPACE, RUN_ID } from '../../../test/objects/builders';
import { FAULTS, faultyPort, type Fault } from '../../../test/in-memory-cluster/faultyPort';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { waitingFor } from '../../../test/in-memory-cluster/simulatedJobs';
import { clusterTestJob } from '../../domain/cluster-test/clusterTestJob';
import type { Pod } from '../../domain/k8s/objects';
import { runClusterTest } from './runClusterTest';

const JOB = clusterTestJob({ id: RUN_ID, namespace: NAMESPACE, image: 'tools', checks: [] });
const NAME = JOB.metadata?.name ?? '';
const CREATED = `create Job/${NAME}`;
const DELETED = `delete Job/${NAME}`;

function newCluster(): InMemoryCluster {
  const cluster = new InMemoryCluster({ vms: [], services: [], endpointSlices: [] });
  cluster.jobs.log = 'expose-vm dns backend ok 172.30.1.2;\n';
  return cluster;
}

async function test(
  cluster: InMemoryCluster,
  port = faultyPort(cluster, 0, 'refused').port,
  page = new AbortController(),
) {
  const told: string[] = [];
  const end = await runClusterTest(JOB, port, cluster, page.signal, (stage) => told.push(stage.for));
  return { end, told: [...new Set(told)], seconds: cluster.now() / 1000 };
}

/** A Job that never gets beyond this. */
const stuck = (podStatus: Pod['status'] | undefined): InMemoryCluster => {
  const cluster = newCluster();
  cluster.jobs.podStatus = podStatus;
  return cluster;
};

describe('a test from the cluster', () => {
  it('creates its Job, waits for the end of its pod and reads the log', async () => {
    const cluster = newCluster();
    expect(await test(cluster)).toEqual({
      end: { outcome: 'ran', log: cluster.jobs.log },
      told: ['pod', 'start'],
      seconds: 2,
    });
    expect(cluster.writes).toEqual([CREATED]);
  });

  it.each(FAULTS.flatMap((fault) => [1, 2, 3, 4, 5, 6].map((at): [Fault, number] => [fault, at])))(
    'with %s at call %d creates no second Job, and ends in words of its own',
    async (fault, at) => {
      const cluster = newCluster();
      const faulty = faultyPort(cluster, at, fault);
      const end = await runClusterTest(JOB, faulty.port, cluster, faulty.signal, () => undefined);
      expect(cluster.writesOf('create').length).toBeLessThanOrEqual(1);
      expect(cluster.now() / 1000).toBeLessThan(90);
      if (fault === 'refused') expect(end).toMatchObject({ outcome: 'refused', failure: { code: 403 } });
      if (fault === 'lost-answer' && at < 6) expect(end).toMatchObject({ outcome: 'ran' });
    },
  );

  it.each([
    [
      'the image',
      waitingFor('ImagePullBackOff', 'Back-off pulling image "tools"'),
      { by: 'image', words: 'ImagePullBackOff: Back-off pulling image "tools"' },
    ],
    [
      'a container that wrote nothing',
      { phase: 'Failed', reason: 'CannotRunCommands', message: 'no' },
      { by: 'container', words: 'CannotRunCommands: no' },
    ],
  ] as const)('is hindered by %s, and takes its Job away', async (_, status, hindrance) => {
    const cluster = stuck(status);
    if (status.phase === 'Failed') cluster.jobs.log = '';
    expect((await test(cluster)).end).toEqual({ outcome: 'hindered', ...hindrance });
    expect(cluster.writes).toEqual([CREATED, DELETED]);
  });

  it('tells what the project refuses the pod for', async () => {
    const cluster = stuck(undefined);
    cluster.put({
      kind: 'Event',
      metadata: { name: 'e', namespace: NAMESPACE },
      involvedObject: { kind: 'Job', name: NAME },
      reason: 'FailedCreate',
      message: 'pods "x" is forbidden: exceeded quota: small',
    } as never);
    expect((await test(cluster)).end).toEqual({
      outcome: 'hindered',
      by: 'no-pod',
      words: 'pods "x" is forbidden: exceeded quota: small',
    });
  });

  it('tells of a pod without a node what the scheduler said, once the time of the Job is over', async () => {
    const cluster = stuck({
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' }],
    });
    const failAt = (seconds: number) => {
      const job = cluster.one('Job', NAME);
      const conditions = [{ type: 'Failed', status: 'True', reason: 'DeadlineExceeded' }];
      if (job && cluster.now() >= seconds * 1000) cluster.put({ ...job, ...{ status: { conditions } } });
    };
    jest.spyOn(cluster, 'wait').mockImplementation(async (seconds) => {
      await Promise.resolve(cluster.advance(seconds));
      failAt(60);
    });
    expect(await test(cluster)).toMatchObject({
      end: { outcome: 'hindered', by: 'not-scheduled', words: 'Unschedulable: 0/3 nodes' },
      seconds: 60,
    });
  });

  it('gives up on what never ends', async () => {
    expect(await test(stuck({ phase: 'Pending' }))).toMatchObject({
      end: { outcome: 'hindered', by: 'deadline' },
      seconds: 75,
    });
  });

  it('tells when someone deletes the Job meanwhile', async () => {
    const cluster = stuck({ phase: 'Pending' });
    jest.spyOn(cluster, 'wait').mockImplementation(async () => Promise.resolve(cluster.remove('Job', NAME)));
    expect((await test(cluster)).end).toEqual({ outcome: 'hindered', by: 'gone', words: '' });
  });

  it('goes on through a lost connection, and says so when it stays lost', async () => {
    const cluster = newCluster();
    const { port } = faultyPort(cluster, 0, 'refused');
    jest.spyOn(port, 'get').mockRejectedValueOnce(connectionLost());
    const list = jest.spyOn(port, 'list').mockRejectedValueOnce(connectionLost());
    expect((await test(cluster, port)).end).toMatchObject({ outcome: 'ran' });
    list.mockRejectedValue(unavailable());
    cluster.remove('Job', NAME);
    expect((await test(cluster, port)).end).toMatchObject({
      outcome: 'refused',
      call: 'watch',
      failure: { code: 503 },
    });
  });

  it.each(['create', 'list', 'readLog'] as const)('tells who refused what when %s is refused', async (call) => {
    const cluster = newCluster();
    const { port } = faultyPort(cluster, 0, 'refused');
    jest.spyOn(port, call).mockRejectedValue(forbidden('no'));
    expect((await test(cluster, port)).end).toMatchObject({
      outcome: 'refused',
      call: { create: 'create', list: 'watch', readLog: 'log' }[call],
      failure: { code: 403, message: 'no' },
    });
  });
});

describe('cancelling', () => {
  it('takes the Job away, and only its own', async () => {
    const cluster = stuck({ phase: 'Pending' });
    const page = new AbortController();
    jest.spyOn(cluster, 'wait').mockImplementation(async () => Promise.resolve(page.abort()));
    expect((await test(cluster, undefined, page)).end).toEqual({ outcome: 'cancelled' });
    expect(cluster.writes).toEqual([CREATED, DELETED]);
  });

  it('while the Job is being created takes it away as well', async () => {
    const cluster = newCluster();
    const page = new AbortController();
    page.abort();
    expect((await test(cluster, undefined, page)).end).toEqual({ outcome: 'cancelled' });
    expect(cluster.writes).toEqual([CREATED, DELETED]);
  });

  it('leaves it to its own end without the right to delete', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'delete').mockRejectedValue(forbidden('no'));
    const page = new AbortController();
    page.abort();
    expect((await test(cluster, undefined, page)).end).toEqual({ outcome: 'cancelled' });
  });

  it("leaves another's Job of that name alone", async () => {
    const cluster = newCluster();
    jest
      .spyOn(cluster, 'create')
      .mockImplementation(async () =>
        Promise.resolve(cluster.put({ ...JOB, metadata: { ...JOB.metadata, uid: 'x', annotations: {} } })),
      );
    const page = new AbortController();
    page.abort();
    await test(cluster, undefined, page);
    expect(cluster.writes).toEqual([]);
  });
});
