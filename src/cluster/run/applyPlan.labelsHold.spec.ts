import { NAMESPACE, VM_NAME, aRunningVm, aVmi, seenOf } from '../../../test/objects/builders';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import type { ProgressEvent } from '../../domain/steps/progress';
import type { Step } from '../../domain/steps/step';
import { applyPlan } from './applyPlan';

const BACKEND = { tier: 'backend' };
const labelled = aRunningVm({ vm: { templateLabels: BACKEND }, vmi: { labels: BACKEND }, pod: { labels: BACKEND } });
const hold: Step = {
  id: 'await',
  kind: 'await',
  target: { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME },
  condition: { until: 'labels-hold', vmName: VM_NAME, labels: BACKEND, forSeconds: 5 },
  timeoutSeconds: 30,
};
const newCluster = () => new InMemoryCluster(seenOf([labelled]));

async function watchLabels(cluster: InMemoryCluster) {
  const events: ProgressEvent[] = [];
  const outcome = await applyPlan({
    steps: [hold],
    port: cluster,
    clock: cluster,
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
  });
  return { outcome, last: events.at(-1) };
}

/** Lets something happen at some seconds of the watching. */
const during = (cluster: InMemoryCluster, changes: Readonly<Record<number, () => void>>) =>
  jest.spyOn(cluster, 'wait').mockImplementation((seconds) => {
    cluster.advance(seconds);
    changes[cluster.now() / 1000]?.();
    return Promise.resolve();
  });
const [pod] = labelled.pods;
const { vmi } = labelled;

describe('labels that are to hold', () => {
  it('are watched for their time', async () => {
    const cluster = newCluster();
    expect((await watchLabels(cluster)).outcome).toBe('done');
    expect(cluster.now()).toBe(5_000);
  });

  it('fail the run when someone takes them off again', async () => {
    const cluster = newCluster();
    during(cluster, { 3: () => cluster.put(aVmi({ labels: {} })) });
    expect((await watchLabels(cluster)).last).toEqual({
      type: 'failed',
      id: 'await',
      failure: { message: '', areLabelsReverted: true },
    });
    expect(cluster.now()).toBe(3_000);
  });

  it.each([
    ['VMI and pod', () => [vmi, pod]],
    ['VMI', () => [vmi]],
    ['pod', () => [pod]],
  ])('wait for a %s that is gone for a moment, and then hold', async (_, objects) => {
    const cluster = newCluster();
    const gone = objects().flatMap((object) => object ?? []);
    during(cluster, {
      4: () => gone.forEach((object) => cluster.remove(object.kind as 'Pod', object.metadata?.name ?? '')),
      9: () => gone.forEach((object) => cluster.put(object)),
    });
    expect((await watchLabels(cluster)).outcome).toBe('done');
    expect(cluster.now()).toBe(9_000);
  });

  it('that come back without the label are reverted', async () => {
    const cluster = newCluster();
    during(cluster, {
      4: () => cluster.remove('VirtualMachineInstance', VM_NAME),
      9: () => cluster.put(aVmi({ labels: {} })),
    });
    expect((await watchLabels(cluster)).last).toMatchObject({ type: 'failed', failure: { areLabelsReverted: true } });
    expect(cluster.now()).toBe(9_000);
  });

  it('of a VM that does not come back run out of time', async () => {
    const cluster = newCluster();
    during(cluster, { 4: () => cluster.remove('VirtualMachineInstance', VM_NAME) });
    expect((await watchLabels(cluster)).last).toEqual({
      type: 'failed',
      id: 'await',
      failure: { message: '', timedOut: true },
    });
    expect(cluster.now()).toBe(30_000);
  });
});
