import { NAMESPACE, SERVICE_NAME, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { connectionLost, forbidden, tooManyRequests, unavailable } from '../../../test/objects/apiErrors';
import { stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { setsTier } from '../../../test/objects/stepBuilders';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Condition, Step } from '../../domain/steps/step';
import { applyPlan } from './applyPlan';

const BACKEND = { tier: 'backend' };
const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
const service = { kind: 'Service', namespace: NAMESPACE, name: SERVICE_NAME } as const;
const create: Step = {
  id: 'create',
  kind: 'create',
  object: aService({ selector: { 'vmi.kubevirt.io/id': VM_NAME } }),
};
const remove: Step = { id: 'delete', kind: 'delete', target: service, why: 'undo', guard: { uid: 'svc-backend' } };
const restart = (vmiUid = 'vmi-1'): Step => ({ id: 'restart', kind: 'restart', target: vm, vmiUid });
const patch: Step = {
  id: 'patch',
  kind: 'patch',
  target: vm,
  uid: 'vm-backendvm',
  change: setsTier(),
};
const awaiting = (condition: Condition, timeoutSeconds = 30): Step => ({
  id: 'await',
  kind: 'await',
  target: vm,
  condition,
  timeoutSeconds,
});
const endpoint = awaiting({ until: 'endpoint-ready', vmName: VM_NAME, serviceName: SERVICE_NAME });
const withoutVmi: SeenVm = { vm: aRunningVm().vm, pods: aRunningVm().pods };

const newCluster = (seenVm = aRunningVm(), services = [] as ReturnType<typeof aService>[]) =>
  new InMemoryCluster({ ...seenOf([seenVm], services) });

async function apply(
  cluster: InMemoryCluster,
  steps: readonly Step[],
  onEvent: (event: ProgressEvent, page: AbortController) => void = () => undefined,
) {
  const page = new AbortController();
  const events: ProgressEvent[] = [];
  const emit = (event: ProgressEvent) => {
    events.push(event);
    onEvent(event, page);
  };
  const outcome = await applyPlan({ steps, port: cluster, clock: cluster, emit, signal: page.signal });
  return {
    outcome,
    told: events.map((event) => (event.type === 'planned' ? event.type : `${event.type} ${event.id}`)),
    last: events.at(-1),
  };
}

describe('the steps', () => {
  it('are run in their order, one after the other, each told when it begins and ends', async () => {
    const cluster = newCluster();
    const { outcome, told } = await apply(cluster, [patch, create, endpoint]);
    expect(outcome).toBe('done');
    expect(told).toEqual([
      'started patch',
      'done patch',
      'started create',
      'done create',
      'started await',
      'done await',
    ]);
    expect(cluster.writes).toEqual(['patch VirtualMachine/backendvm', 'create Service/backend']);
  });

  it('stop at the first that fails, keep what was done, and tell the words of the API server', async () => {
    const cluster = newCluster(aRunningVm(), [aService()]);
    const { outcome, told, last } = await apply(cluster, [patch, create, restart()]);
    expect(outcome).toBe('failed');
    expect(told).toEqual(['started patch', 'done patch', 'started create', 'failed create']);
    expect(last).toMatchObject({
      failure: { code: 409, reason: 'AlreadyExists', message: 'services "backend" already exists' },
    });
    expect(stateOf(cluster, VM_NAME).template).toEqual(BACKEND);
    expect(cluster.writesOf('restart')).toEqual([]);
  });

  it('are none when there are none', async () => {
    expect(await apply(newCluster(), [])).toMatchObject({ outcome: 'done', told: [] });
  });
});

describe('cancelling', () => {
  it('before the first step runs none', async () => {
    const cluster = newCluster();
    const page = new AbortController();
    page.abort();
    const events: ProgressEvent[] = [];
    expect(
      await applyPlan({
        steps: [create],
        port: cluster,
        clock: cluster,
        emit: (event) => events.push(event),
        signal: page.signal,
      }),
    ).toBe('cancelled');
    expect(events).toEqual([{ type: 'cancelled', id: 'create' }]);
    expect(cluster.writes).toEqual([]);
  });

  it('between steps lets the one that was sent finish', async () => {
    const cluster = newCluster();
    const { outcome, told } = await apply(
      cluster,
      [patch, create],
      (event, page) => event.type === 'started' && page.abort(),
    );
    expect(outcome).toBe('cancelled');
    expect(told).toEqual(['started patch', 'done patch', 'cancelled create']);
    expect(cluster.writes).toEqual(['patch VirtualMachine/backendvm']);
  });

  it('in the middle of an await ends it', async () => {
    const cluster = newCluster();
    const page = new AbortController();
    const wait = jest.spyOn(cluster, 'wait').mockImplementationOnce(() => Promise.resolve(page.abort()));
    const events: ProgressEvent[] = [];
    expect(
      await applyPlan({
        steps: [endpoint, create],
        port: cluster,
        clock: cluster,
        emit: (event) => events.push(event),
        signal: page.signal,
      }),
    ).toBe('cancelled');
    expect(events.at(-1)).toEqual({ type: 'cancelled', id: 'await' });
    expect(wait).toHaveBeenCalledTimes(1);
    expect(cluster.writes).toEqual([]);
  });
});

describe('an await', () => {
  it('ends when its time is up, and says so', async () => {
    const cluster = newCluster();
    const { outcome, last } = await apply(cluster, [endpoint]);
    expect(outcome).toBe('failed');
    expect(last).toMatchObject({ type: 'failed', failure: { timedOut: true } });
    expect(cluster.now()).toBe(30_000);
  });

  it('survives reads that fail in passing', async () => {
    const cluster = newCluster(aRunningVm(), [aService({ selector: { 'vmi.kubevirt.io/id': VM_NAME } })]);
    jest.spyOn(cluster, 'list').mockRejectedValueOnce(connectionLost()).mockRejectedValueOnce(unavailable());
    expect((await apply(cluster, [endpoint])).outcome).toBe('done');
  });

  it('that runs out of time while reads fail tells the last failure', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'get').mockRejectedValue(unavailable());
    expect((await apply(cluster, [endpoint])).last).toMatchObject({
      failure: { timedOut: true, code: 503, reason: 'ServiceUnavailable' },
    });
  });

  it('forgets a failure that has passed', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'get').mockRejectedValueOnce(unavailable());
    const { last } = await apply(cluster, [endpoint]);
    expect(last?.type === 'failed' && last.failure).toEqual({ message: '', timedOut: true });
  });

  it('ends immediately when reading is refused', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'list').mockRejectedValue(forbidden('no'));
    expect((await apply(cluster, [endpoint])).last).toMatchObject({ type: 'failed', failure: { code: 403 } });
    expect(cluster.now()).toBe(0);
  });
});

describe('a restart', () => {
  it('is sent to the VM whose VMI is the one that was seen', async () => {
    const cluster = newCluster();
    expect((await apply(cluster, [restart()])).outcome).toBe('done');
    expect(cluster.writesOf('restart')).toHaveLength(1);
  });

  it.each([
    ['another VMI runs meanwhile', newCluster(aRunningVm({ vmi: { uid: 'vmi-2' } }))],
    ['the VMI is going already', newCluster(aRunningVm({ vmi: { deleting: true } }))],
    ['the VMI is gone', newCluster(withoutVmi)],
  ])('is not sent when %s: that restart serves', async (_, cluster) => {
    expect((await apply(cluster, [restart()])).outcome).toBe('done');
    expect(cluster.writesOf('restart')).toEqual([]);
    expect(cluster.refusedRestarts).toBe(0);
  });

  it('fails when its VMI cannot be read', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'get').mockRejectedValue(unavailable());
    expect((await apply(cluster, [restart()])).outcome).toBe('failed');
    expect(cluster.writesOf('restart')).toEqual([]);
  });
});

describe('a delete', () => {
  it('of something that is gone is done', async () => {
    expect((await apply(newCluster(), [remove])).outcome).toBe('done');
  });

  it('of another object of the same name fails and leaves that', async () => {
    const cluster = newCluster(aRunningVm(), [aService({ uid: 'made-again' })]);
    expect((await apply(cluster, [remove])).last).toMatchObject({ type: 'failed', failure: { code: 409 } });
    expect(cluster.all('Service')).toHaveLength(1);
  });
});

describe('a write that the API server has no time for', () => {
  it('fails the step', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'create').mockRejectedValue(tooManyRequests());
    expect((await apply(cluster, [create])).last).toMatchObject({ type: 'failed', failure: { code: 429 } });
  });

  it('is not told as a failure once the person has stopped the run: nothing was done', async () => {
    const cluster = newCluster();
    jest.spyOn(cluster, 'create').mockRejectedValue(tooManyRequests());
    const { outcome, told } = await apply(cluster, [create], (_event, page) => page.abort());
    expect(outcome).toBe('cancelled');
    expect(told).toEqual(['started create', 'cancelled create']);
  });
});
