/**
 * The property that a run has to hold: whatever call fails, before or after the server took it, or whenever the page
 * dies, looking and planning again reaches the goal, nothing is made twice, and the way back leads to the beginning.
 */
import fc from 'fast-check';
import { planExpose } from '../domain/plan';
import { isOfRun } from '../domain/run';
import { NAMESPACE, RUN_ID, SERVICE_NAME, VM_NAME } from '../../test/builders';
import { ExposeRun, stateOf } from '../../test/exposeRun';
import { SCENARIOS, type Scenario } from '../../test/exposeScenarios';
import { FAULTS, faultyPort, type Fault } from '../../test/faultyPort';
import { podOf } from '../../test/inMemoryCluster';
import { look } from './look';

/** Seconds before the person tries again: at once; where there is a restart also in the middle of it and after it. */
const PAUSES_AMID_RESTART = [0, 2, 4, 12];
const pausesOf = ({ restarts }: Scenario): number[] => (restarts > 0 ? PAUSES_AMID_RESTART : [0]);
/** A page that works again needs one round; a second shows that nothing is left. */
const ROUNDS = 2;
/** Calls that all scenarios make together when nothing fails; fewer means that the test has lost positions. */
const LEAST_CALLS = 850;
const LEAST_CUTS = 9000;

interface Cut {
  /** the call that fails, from 1 */
  readonly at: number;
  readonly fault: Fault;
  readonly pause: number;
}

const newRun = ({ start, draft }: Scenario): ExposeRun => new ExposeRun(start(), draft);

async function cutShort(run: ExposeRun, what: 'expose' | 'undo', { at, fault, pause }: Cut): Promise<void> {
  const faulty = faultyPort(run.cluster, at, fault);
  await run[what](faulty);
  run.cluster.advance(pause);
}

/** Goes on with a page that works until there is nothing left to do. */
async function finish(run: ExposeRun, what: 'expose' | 'undo'): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await run[what]();
  const { steps, outcome } = await run[what]();
  expect({ steps, outcome }).toEqual({ steps: [], outcome: 'done' });
}

function expectGoal({ cluster }: ExposeRun, scenario: Scenario, restarts = scenario.restarts): void {
  const ofRun = cluster.all('Service').filter((service) => isOfRun(service, RUN_ID));
  expect(ofRun.map(({ metadata }) => metadata?.name)).toEqual([SERVICE_NAME]);
  const state = stateOf(cluster, VM_NAME);
  expect({ template: state.template, vmi: state.vmi, pods: state.pods }).toEqual({
    template: scenario.template,
    vmi: scenario.running,
    pods: scenario.running ? [scenario.running] : [],
  });
  expect(cluster.writesOf('restart')).toHaveLength(restarts);
  expect(cluster.refusedRestarts).toBe(0);
  expect(cluster.writesOf('create').length).toBeLessThanOrEqual(1);
  if (!scenario.reached) return;
  const pod = podOf(cluster, VM_NAME);
  const endpoints = cluster
    .all('EndpointSlice')
    .filter(({ metadata }) => metadata?.labels?.['kubernetes.io/service-name'] === SERVICE_NAME)
    .flatMap((slice) => slice.endpoints);
  expect(endpoints.filter(({ conditions }) => conditions?.ready).map(({ targetRef }) => targetRef?.uid)).toEqual([pod?.metadata?.uid]);
}

function expectBeginning({ cluster }: ExposeRun, scenario: Scenario): void {
  const before = stateOf(scenario.start(), VM_NAME);
  const running = before.vmi && (scenario.runningAfterUndo ?? before.vmi);
  const made = scenario.start().all('Service').filter((service) => isOfRun(service, RUN_ID)).map(({ metadata }) => metadata?.name ?? '');
  expect(stateOf(cluster, VM_NAME)).toEqual({
    services: before.services.filter((name) => !made.includes(name)),
    template: before.template,
    vmi: running,
    pods: running ? [running] : [],
  });
}

/** How many calls a run makes when nothing fails. */
async function countCalls(scenario: Scenario, what: 'expose' | 'undo'): Promise<number> {
  const run = newRun(scenario);
  if (what === 'undo') await finish(run, 'expose');
  const faulty = run.faultless();
  await run[what](faulty);
  return faulty.calls();
}

/** Every call that a scenario makes, gone wrong in every way. */
async function cutsOf(scenario: Scenario, what: 'expose' | 'undo'): Promise<Cut[]> {
  const calls = Array.from({ length: await countCalls(scenario, what) }, (_, index) => index + 1);
  return calls.flatMap((at) => FAULTS.flatMap((fault) => pausesOf(scenario).map((pause) => ({ at, fault, pause }))));
}

const explained = async (scenario: Scenario, cuts: readonly Cut[], check: () => Promise<void>): Promise<void> => {
  try {
    await check();
  } catch (error) {
    throw new Error(`${scenario.name}, cut short at ${JSON.stringify(cuts)}`, { cause: error });
  }
};

const byName = SCENARIOS.map((scenario) => [scenario.name, scenario] as const);

describe('a run that is not disturbed', () => {
  it.each(byName)('%s: reaches its goal in one round, then nothing is left to do', async (_, scenario) => {
    const run = newRun(scenario);
    expect((await run.expose()).outcome).toBe('done');
    expectGoal(run, scenario);
    const plan = planExpose(run.draft, await look(run.cluster, NAMESPACE, [VM_NAME]), RUN_ID);
    expect(plan).toEqual({ ok: true, steps: [] });
  });

  it.each(byName)('%s: is taken back by one undo', async (_, scenario) => {
    const run = newRun(scenario);
    await run.expose();
    expect((await run.undo()).outcome).toBe('done');
    expectBeginning(run, scenario);
  });
});

describe(`whichever call goes wrong (${FAULTS.join(', ')})`, () => {
  it.each(byName)('%s: reaches the goal, makes nothing twice, restarts no more than needed, and can be undone', async (_, scenario) => {
    for (const cut of await cutsOf(scenario, 'expose')) {
      await explained(scenario, [cut], async () => {
        const run = newRun(scenario);
        await cutShort(run, 'expose', cut);
        await finish(run, 'expose');
        expectGoal(run, scenario);
        await finish(run, 'undo');
        expectBeginning(run, scenario);
      });
    }
  });

  it.each(byName)('%s: an undo that is cut short is finished by another', async (_, scenario) => {
    for (const cut of await cutsOf(scenario, 'undo')) {
      await explained(scenario, [cut], async () => {
        const run = newRun(scenario);
        await finish(run, 'expose');
        await cutShort(run, 'undo', cut);
        await finish(run, 'undo');
        expectBeginning(run, scenario);
      });
    }
  });

  it(`${LEAST_CALLS} calls and ${LEAST_CUTS} cuts at least are tried`, async () => {
    const calls = await Promise.all(SCENARIOS.flatMap((scenario) => [countCalls(scenario, 'expose'), countCalls(scenario, 'undo')]));
    const cuts = await Promise.all(SCENARIOS.flatMap((scenario) => [cutsOf(scenario, 'expose'), cutsOf(scenario, 'undo')]));
    expect(calls.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(LEAST_CALLS);
    expect(cuts.flat().length).toBeGreaterThanOrEqual(LEAST_CUTS);
  });

  it('two things going wrong, one after the other, are survived as well', async () => {
    const cut = fc.record({ at: fc.integer({ min: 1, max: 60 }), fault: fc.constantFrom(...FAULTS), pause: fc.integer({ min: 0, max: 10 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SCENARIOS), cut, cut, fc.option(cut), async (scenario, first, second, inUndo) => {
        const run = newRun(scenario);
        await cutShort(run, 'expose', first);
        await cutShort(run, 'expose', second);
        await finish(run, 'expose');
        expectGoal(run, scenario);
        if (inUndo) await cutShort(run, 'undo', inUndo);
        await finish(run, 'undo');
        expectBeginning(run, scenario);
      }),
      { seed: 20260801, numRuns: 500 },
    );
  });
});
