/**
 * A run whose draft is changed between a failure and the next try: the new draft reaches its goal, and the way back
 * leads to the beginning whatever either draft has done.
 */
import { NAMESPACE, RUN_ID, VM_NAME, aRunningVm } from '../../../test/objects/builders';
import { countCalls, cutShort, explained, finish, type Cut } from '../../../test/in-memory-cluster/cutShort';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { aPlainState, ExposeRun, stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import type { ExposeDraft } from '../../domain/draft/draft';
import type { LabelTiming } from '../../domain/labels/timing';
import type { Labels } from '../../domain/k8s/objects';
import { planFor } from '../../../test/objects/planFor';
import { look } from './look';

const BACKEND = { tier: 'backend' };
const WEB = { tier: 'web' };
const ZONE = { zone: 'a' };
/** What a run meets; both were the same on all layers, so that every way back leads to the same. */
const BEGINNINGS: readonly Labels[] = [{}, { tier: 'frontend', app: 'shop' }];
/** A refusal, and a page that dies when the server has taken the call: before it and after it. */
const FAULTS = ['refused', 'page-died-after'] as const;
/** Seconds in which a restart is over. */
const PAUSE = 12;
const LEAST_CUTS = 3800;
/** By this call all that is written is written; a run that goes on only looks. */
const LAST_WRITE = 12;

const label = (timing: LabelTiming, labels: Labels): ExposeDraft => aDraft({ selection: byLabel(timing, labels) });
const DRAFTS: readonly (readonly [string, ExposeDraft])[] = [
  ['just this VM', aDraft()],
  ['live', label('live', BACKEND)],
  ['restart', label('restart', BACKEND)],
  ['next restart', label('next-restart', BACKEND)],
  ['live with another value', label('live', WEB)],
  ['restart with another value', label('restart', WEB)],
  ['restart with another key', label('restart', ZONE)],
];
type Change = readonly [string, ExposeDraft, ExposeDraft];
const CHANGES = DRAFTS.flatMap(([from, first]) =>
  DRAFTS.filter(([to]) => to !== from).map(([to, second]): Change => [`${from}, then ${to}`, first, second]),
);

const newRun = (labels: Labels, draft: ExposeDraft) =>
  new ExposeRun(
    new InMemoryCluster({
      vms: [aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } })],
      services: [],
      endpointSlices: [],
    }),
    draft,
  );

/** A run of the first draft that is finished, and is to go on with the second. */
async function changedRun(labels: Labels, first: ExposeDraft, second: ExposeDraft): Promise<ExposeRun> {
  const run = newRun(labels, first);
  await finish(run, 'expose');
  run.draft = second;
  return run;
}

async function cutsOf(run: ExposeRun): Promise<Cut[]> {
  const calls = Array.from(
    { length: Math.min(await countCalls(run, 'expose'), LAST_WRITE + 1) },
    (_, index) => index + 1,
  );
  return calls.flatMap((at) => FAULTS.map((fault) => ({ at, fault, pause: PAUSE })));
}

const expectBeginning = ({ cluster }: ExposeRun, labels: Labels) =>
  expect(stateOf(cluster, VM_NAME)).toEqual(
    aPlainState({ services: [], template: labels, vmi: labels, pods: [labels] }),
  );

async function firstCutSecondFinished(_: string, first: ExposeDraft, second: ExposeDraft): Promise<void> {
  for (const labels of BEGINNINGS) {
    for (const cut of await cutsOf(newRun(labels, first))) {
      await explained(`on ${JSON.stringify(labels)}, cut short at ${JSON.stringify(cut)}`, async () => {
        const run = newRun(labels, first);
        await cutShort(run, 'expose', cut);
        run.draft = second;
        await finish(run, 'expose');
        expect(planFor(second, await look(run.cluster, NAMESPACE, [VM_NAME]), RUN_ID)).toEqual({
          ok: true,
          steps: [],
        });
        await finish(run, 'undo');
        expectBeginning(run, labels);
      });
    }
  }
}

async function secondCutThenUndone(_: string, first: ExposeDraft, second: ExposeDraft): Promise<void> {
  for (const labels of BEGINNINGS) {
    for (const cut of await cutsOf(await changedRun(labels, first, second))) {
      await explained(`on ${JSON.stringify(labels)}, cut short at ${JSON.stringify(cut)}`, async () => {
        const run = await changedRun(labels, first, second);
        await cutShort(run, 'expose', cut);
        await finish(run, 'undo');
        expectBeginning(run, labels);
      });
    }
  }
}

describe('a draft that is changed after a failure reaches its goal, and is taken back whole', () => {
  it.each(CHANGES)('%s', firstCutSecondFinished);
});

describe('a changed draft that fails as well is taken back whole', () => {
  it.each(CHANGES)('%s', secondCutThenUndone);
});

it.each(CHANGES)('%s: all is written by the last call that is cut', async (_, first, second) => {
  for (const labels of BEGINNINGS) {
    const whole = await changedRun(labels, first, second);
    await whole.expose();
    const run = await changedRun(labels, first, second);
    await cutShort(run, 'expose', { at: LAST_WRITE + 1, fault: 'page-died-before', pause: 0 });
    expect(run.cluster.writes).toEqual(whole.cluster.writes);
  }
});

it(`${LEAST_CUTS} cuts at least are tried`, async () => {
  const cuts = CHANGES.flatMap(([, first, second]) =>
    BEGINNINGS.map(async (labels) => [
      ...(await cutsOf(newRun(labels, first))),
      ...(await cutsOf(await changedRun(labels, first, second))),
    ]),
  );
  expect((await Promise.all(cuts)).flat().length).toBeGreaterThanOrEqual(LEAST_CUTS);
});
