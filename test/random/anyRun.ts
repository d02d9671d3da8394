/** A whole random run: what is there, what a person asks for, who else writes when, which calls go wrong. */
import fc from 'fast-check';
import { InMemoryCluster } from '../in-memory-cluster/inMemoryCluster';
import { FAULTS } from '../in-memory-cluster/faultyPort';
import { aRunningVm, aStoppedVm, NAMESPACE, SERVICE_NAME, VM_NAME } from '../objects/builders';
import { anyDisturbance, WEBHOOK_FIELDS, WEBHOOK_NAMES, WEBHOOKS, type Disturbance, type WebhookName } from './anyEdit';
import { anyExisting, anyWishes, draftOf, existingService, type Wishes } from './anyExpose';
import { DisturbedRun, type Mishap } from './disturbedRun';
import { expectForeignHeld, expectGoal, expectNamed, expectTakenBack, snapshotOf } from './runExpectations';

export interface Case {
  readonly existing: { readonly spec: object; readonly metadata: object };
  readonly wishes: Wishes;
  readonly vm: 'running' | 'running, labelled' | 'stopped';
  readonly webhook: WebhookName;
  readonly disturbances: readonly Disturbance[];
  readonly mishaps: readonly Mishap[];
}

export const anyCase: fc.Arbitrary<Case> = fc.record({
  existing: anyExisting,
  wishes: anyWishes,
  vm: fc.constantFrom('running', 'running', 'running, labelled', 'stopped'),
  webhook: fc.constantFrom('none', 'none', ...WEBHOOK_NAMES),
  disturbances: fc.array(anyDisturbance, { maxLength: 2 }),
  mishaps: fc.array(fc.record({ fault: fc.constantFrom(...FAULTS), at: fc.integer({ min: 1, max: 24 }) }), {
    maxLength: 2,
  }),
});

const VMS = {
  running: () => aRunningVm(),
  'running, labelled': () => {
    const labels = { tier: 'backend', app: 'backendvm' };
    return aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
  },
  stopped: () => aStoppedVm(),
} as const;

/** What all runs together have tried. */
export const figures = { runs: 0, refused: 0, done: 0, stuck: 0 };
export const kinds = new Set<string>();

/** Does the run, and fails where the property does not hold. */
export async function holds({ existing, wishes, vm, webhook, disturbances, mishaps }: Case): Promise<void> {
  const cluster = new InMemoryCluster({ vms: [VMS[vm]()], services: [], endpointSlices: [] });
  try {
    await cluster.create(existingService(NAMESPACE, existing));
  } catch {
    // what the API server refuses is not there
  }
  cluster.advance(3);
  cluster.webhook = WEBHOOKS[webhook];
  const there = cluster.one('Service', SERVICE_NAME);
  const draft = draftOf(wishes, there);
  const before = snapshotOf(cluster);
  const run = new DisturbedRun(cluster, draft, disturbances, mishaps, WEBHOOK_FIELDS[webhook]);
  figures.runs += 1;
  const reviewed = await run.review();
  if (reviewed !== 'done') {
    figures.refused += 1;
    expectNamed(reviewed);
    expectForeignHeld(run, before);
    return;
  }
  const work = draft.selection.by === 'service' ? wishes.work : 'create';
  for (const { edit } of [...disturbances, { edit: 'nothing' }])
    for (const { fault } of [...mishaps, { fault: 'none' }])
      kinds.add([there?.spec?.type ?? 'none', draft.type, work, edit, fault].join(' '));
  const ending = await run.expose();
  if (ending === 'done') {
    figures.done += 1;
    expectGoal(run, draft, there);
  } else {
    figures.stuck += 1;
    expectNamed(ending);
  }
  expectForeignHeld(run, before);
  const undone = await run.undo();
  if (undone !== 'done') expectNamed(undone);
  else expectTakenBack(run, before, draft.serviceName);
  expectForeignHeld(run, before);
  expect(cluster.refusedRestarts).toBe(0);
  expect(cluster.one('VirtualMachine', VM_NAME)).toBeDefined();
}
