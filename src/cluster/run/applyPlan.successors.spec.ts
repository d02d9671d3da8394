/** Nothing is deleted before the API server has accepted what is to take its place. */
import { NAMESPACE, RUN_ID, SERVICE_NAME, VM_NAME, aRunningVm } from '../../../test/objects/builders';
import { aDraft } from '../../../test/objects/draftBuilders';
import { aService } from '../../../test/objects/serviceBuilders';
import { stepsFor } from '../../../test/objects/planFor';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { withExistingService, type ExposeDraft } from '../../domain/draft/draft';
import type { ProgressEvent } from '../../domain/steps/progress';
import { applyPlan } from './applyPlan';
import { dryRun } from './dryRun';
import { look } from './look';

const SELECTOR = { tier: 'backend' };
const OWNER = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  name: VM_NAME,
  uid: 'vm-backendvm',
  blockOwnerDeletion: true,
};

/** A cluster with one Service, as the API server keeps it. */
async function clusterWith(spec: object, metadata: object = {}): Promise<InMemoryCluster> {
  const cluster = new InMemoryCluster({ vms: [aRunningVm()], services: [], endpointSlices: [] });
  await cluster.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: SERVICE_NAME, namespace: NAMESPACE, ...metadata },
    spec: { selector: SELECTOR, ports: [{ port: 80 }], ...spec },
  });
  cluster.writes.length = 0;
  return cluster;
}

async function planned(cluster: InMemoryCluster, changes: (draft: ExposeDraft) => Partial<ExposeDraft>) {
  const seen = await look(cluster, NAMESPACE, [VM_NAME]);
  const draft = withExistingService(aDraft(), seen.services[0] ?? aService(), 'next-restart');
  return stepsFor({ ...draft, ...changes(draft) }, seen, RUN_ID);
}

async function apply(cluster: InMemoryCluster, steps: Awaited<ReturnType<typeof planned>>) {
  const events: ProgressEvent[] = [];
  const { signal } = new AbortController();
  const emit = (event: ProgressEvent) => events.push(event);
  const outcome = await applyPlan({ steps, port: cluster, clock: cluster, emit, signal });
  return { outcome, last: events.at(-1) };
}

const BALANCED = { type: 'LoadBalancer', externalTrafficPolicy: 'Local', loadBalancerSourceRanges: ['192.0.2.0/24'] };

it.each([
  ['a LoadBalancer', BALANCED],
  ['a NodePort', { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }],
  ['a ClusterIP with external addresses', { externalIPs: ['192.0.2.9'], sessionAffinity: 'ClientIP' }],
])('%s becomes headless: what only the old type has is not carried', async (_, spec) => {
  const cluster = await clusterWith(spec);
  const steps = await planned(cluster, () => ({ type: 'Headless' }));
  for (const step of steps) expect(await dryRun(step, cluster, steps)).not.toMatchObject({ accepted: false });
  expect(cluster.writes).toEqual([]);
  await apply(cluster, steps);
  expect(cluster.writes.slice(-2)).toEqual(['delete Service/backend', 'create Service/backend']);
  expect(cluster.one('Service', SERVICE_NAME)?.spec).toMatchObject({ clusterIP: 'None', type: 'ClusterIP' });
});

it.each<[string, object, (draft: ExposeDraft) => Partial<ExposeDraft>]>([
  ['a family that the cluster lacks', {}, ({ options }) => ({ options: { ...options, ipFamilies: 'IPv6' } })],
  ['an address out of range', {}, ({ options }) => ({ options: { ...options, clusterIP: '10.1.2.3' } })],
])('%s is refused in Review and in the run, and the Service stays', async (_, spec, changes) => {
  const cluster = await clusterWith(spec);
  const before = cluster.one('Service', SERVICE_NAME);
  const steps = await planned(cluster, changes);
  const answers = await Promise.all(steps.map((step) => dryRun(step, cluster, steps)));
  expect(answers.some((answer) => answer?.accepted === false && answer.failure.code === 422)).toBe(true);
  const { outcome, last } = await apply(cluster, steps);
  expect(outcome).toBe('failed');
  expect(last).toMatchObject({ id: 'replaced-service/backend', failure: { code: 422, isOfSuccessor: true } });
  expect(cluster.one('Service', SERVICE_NAME)).toEqual(before);
});

it('an owner waits only where the user has the permission to set its finalizers', async () => {
  for (const mayBlockOwners of [true, false]) {
    const cluster = await clusterWith({}, { ownerReferences: [OWNER] });
    cluster.mayBlockOwners = mayBlockOwners;
    const steps = await planned(cluster, () => ({ type: 'Headless' }));
    const answers = await Promise.all(steps.map((step) => dryRun(step, cluster, steps)));
    expect(answers.some((answer) => answer?.accepted && answer.otherwise === 'owners-do-not-wait')).toBe(
      !mayBlockOwners,
    );
    await apply(cluster, steps);
    expect(cluster.one('Service', SERVICE_NAME)?.metadata?.ownerReferences).toEqual([
      { ...OWNER, blockOwnerDeletion: mayBlockOwners },
    ]);
  }
});
