/**
 * The property that a run has to hold: whatever call fails, before or after the server took it, or whenever the page
 * dies, looking and planning again reaches the goal, nothing is made twice, and the way back leads to the beginning.
 */
import fc from 'fast-check';
import { planFor } from '../../../test/objects/planFor';
import { isOfRun } from '../../domain/k8s/ownMarks';
import { NAMESPACE, RUN_ID, SERVICE_NAME } from '../../../test/objects/builders';
import {
  countCalls,
  cutShort,
  expectSame,
  explained,
  finish,
  type Cut,
} from '../../../test/in-memory-cluster/cutShort';
import { ExposeRun, portsOf, stateOf, type Way } from '../../../test/in-memory-cluster/exposeRun';
import { SCENARIOS } from '../../../test/in-memory-cluster/exposeScenarios';
import type { Scenario } from '../../../test/in-memory-cluster/scenarioParts';
import { FAULTS } from '../../../test/in-memory-cluster/faultyPort';
import { podOf } from '../../../test/in-memory-cluster/storedObjects';
import { look } from './look';

/** Seconds before the person tries again: at once; where there is a restart also in the middle of it and after it. */
const PAUSES_AMID_RESTART = [0, 2, 4, 12];
const pausesOf = ({ restarts, starts = 0 }: Scenario): number[] => (restarts + starts > 0 ? PAUSES_AMID_RESTART : [0]);
/** Calls that all scenarios make together when nothing fails; fewer means that the test has lost positions. */
const LEAST_CALLS = 1800;
const LEAST_CUTS = 18000;

const newRun = ({ start, draft }: Scenario): ExposeRun => new ExposeRun(start(), draft);

/** What a run has left of what is its own, in one value: to compare it once is quick. */
function madeBy({ cluster }: ExposeRun, { draft: { vmNames } }: Scenario) {
  const [first = ''] = vmNames;
  return {
    services: cluster
      .all('Service')
      .filter((service) => isOfRun(service, RUN_ID))
      .map(({ metadata }) => metadata?.name),
    ports: portsOf(cluster, SERVICE_NAME),
    vms: vmNames.map((name) => {
      const { template, vmi, pods } = stateOf(cluster, name);
      return { template, vmi, pods };
    }),
    restarts: cluster.writesOf('restart').length,
    starts: cluster.writesOf('start').length,
    refusedRestarts: cluster.refusedRestarts,
    spec: stateOf(cluster, first).spec,
    types: stateOf(cluster, '').types,
    routes: cluster.all('Route').length,
    ready: cluster
      .all('EndpointSlice')
      .filter(({ metadata }) => metadata?.labels?.['kubernetes.io/service-name'] === SERVICE_NAME)
      .flatMap((slice) => slice.endpoints)
      .filter(({ conditions }) => conditions?.ready)
      .map(({ targetRef }) => targetRef?.uid),
  };
}

/** @param restarts how often the VMs may have been restarted */
function expectGoal(run: ExposeRun, scenario: Scenario, restarts = scenario.restarts): void {
  const { running, template, pods = running } = scenario;
  const { cluster } = run;
  const made = madeBy(run, scenario);
  expectSame(made, {
    services: scenario.makes === null ? [] : [SERVICE_NAME],
    ports: scenario.ports ?? made.ports,
    vms: scenario.draft.vmNames.map(() => ({ template, vmi: running, pods: running ? [pods] : [] })),
    restarts,
    starts: scenario.starts ?? 0,
    refusedRestarts: 0,
    spec: scenario.spec ?? made.spec,
    types: scenario.types ?? made.types,
    routes: scenario.draft.type === 'Route' ? 1 : 0,
    ready: scenario.reached ? scenario.draft.vmNames.map((name) => podOf(cluster, name)?.metadata?.uid) : made.ready,
  });
  const creations = cluster.writesOf('create').length;
  if (creations > (scenario.draft.type === 'Route' ? 2 : 1)) throw new Error(`${creations} objects were created`);
}

/** The VMs and the Services as each scenario has them at its beginning. */
const beginnings = new Map<Scenario, ReturnType<typeof stateAtBeginning>>();
function stateAtBeginning({ start, draft, runningAfterUndo: running, ports }: Scenario) {
  const cluster = start();
  const made = cluster
    .all('Service')
    .filter((service) => isOfRun(service, RUN_ID))
    .map(({ metadata }) => metadata?.name ?? '');
  return {
    vms: draft.vmNames.map((name) => {
      const before = stateOf(cluster, name);
      return {
        services: before.services.filter((service) => !made.includes(service)),
        types: before.types.filter((text) => !made.some((service) => text.startsWith(`${service} `))),
        routes: [],
        spec: before.spec,
        template: before.template,
        vmi: running ?? before.vmi,
        pods: running ? [running] : before.pods,
      };
    }),
    ports: ports && portsOf(cluster, SERVICE_NAME),
  };
}

function expectBeginning({ cluster }: ExposeRun, scenario: Scenario): void {
  const beginning = beginnings.get(scenario) ?? stateAtBeginning(scenario);
  beginnings.set(scenario, beginning);
  const held = {
    vms: scenario.draft.vmNames.map((name) => stateOf(cluster, name)),
    ports: scenario.ports && portsOf(cluster, SERVICE_NAME),
  };
  expectSame(held, beginning);
}

async function callsOf(scenario: Scenario, way: Way): Promise<number> {
  const run = newRun(scenario);
  if (way === 'undo') await finish(run, 'expose');
  return countCalls(run, way);
}

/** Every call that a scenario makes, gone wrong in every way. */
async function cutsOf(scenario: Scenario, way: Way): Promise<Cut[]> {
  const calls = Array.from({ length: await callsOf(scenario, way) }, (_, index) => index + 1);
  return calls.flatMap((at) => FAULTS.flatMap((fault) => pausesOf(scenario).map((pause) => ({ at, fault, pause }))));
}

const byName = SCENARIOS.map((scenario) => [scenario.name, scenario] as const);

describe('a run that is not disturbed', () => {
  it.each(byName)('%s: reaches its goal in one round, then nothing is left to do', async (_, scenario) => {
    const run = newRun(scenario);
    expect((await run.expose()).outcome).toBe('done');
    expectGoal(run, scenario);
    const plan = planFor(
      run.draft,
      await look(run.cluster, NAMESPACE, run.draft.vmNames, { withRoutes: true }),
      RUN_ID,
    );
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
  it.each(byName)(
    '%s: reaches the goal, makes nothing twice, restarts no more than needed, and can be undone',
    async (_, scenario) => {
      for (const cut of await cutsOf(scenario, 'expose')) {
        await explained(`${scenario.name}, cut short at ${JSON.stringify(cut)}`, async () => {
          const run = newRun(scenario);
          await cutShort(run, 'expose', cut);
          await finish(run, 'expose');
          expectGoal(run, scenario);
          await finish(run, 'undo');
          expectBeginning(run, scenario);
        });
      }
    },
  );

  it.each(byName)('%s: an undo that is cut short is finished by another', async (_, scenario) => {
    for (const cut of await cutsOf(scenario, 'undo')) {
      await explained(`${scenario.name}, cut short at ${JSON.stringify(cut)}`, async () => {
        const run = newRun(scenario);
        await finish(run, 'expose');
        await cutShort(run, 'undo', cut);
        await finish(run, 'undo');
        expectBeginning(run, scenario);
      });
    }
  });

  it(`${LEAST_CALLS} calls and ${LEAST_CUTS} cuts at least are tried`, async () => {
    const calls = await Promise.all(
      SCENARIOS.flatMap((scenario) => [callsOf(scenario, 'expose'), callsOf(scenario, 'undo')]),
    );
    const cuts = await Promise.all(
      SCENARIOS.flatMap((scenario) => [cutsOf(scenario, 'expose'), cutsOf(scenario, 'undo')]),
    );
    process.stdout.write(
      `\nfigure: fault positions tried: ${SCENARIOS.length} kinds of runs, ${calls.reduce((sum, count) => sum + count, 0)} calls, ${cuts.flat().length} ways to be cut short\n`,
    );
    expect(calls.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(LEAST_CALLS);
    expect(cuts.flat().length).toBeGreaterThanOrEqual(LEAST_CUTS);
  });

  it('two things going wrong, one after the other, are survived as well', async () => {
    const cut = fc.record({
      at: fc.integer({ min: 1, max: 60 }),
      fault: fc.constantFrom(...FAULTS),
      pause: fc.integer({ min: 0, max: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SCENARIOS),
        cut,
        cut,
        fc.option(cut),
        async (scenario, first, second, inUndo) => {
          const run = newRun(scenario);
          await cutShort(run, 'expose', first);
          await cutShort(run, 'expose', second);
          await finish(run, 'expose');
          expectGoal(run, scenario);
          if (inUndo) await cutShort(run, 'undo', inUndo);
          await finish(run, 'undo');
          expectBeginning(run, scenario);
        },
      ),
      { seed: 20260801, numRuns: 500 },
    );
  });
});
