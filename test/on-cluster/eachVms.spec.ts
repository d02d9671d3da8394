import { eachRunner, type EachWork } from '../../src/cluster/run/eachRunner';
import { look } from '../../src/cluster/run/look';
import type { ClusterPort } from '../../src/cluster/port/clusterPort';
import { newEachPattern } from '../../src/domain/bulk/eachPattern';
import { planEach } from '../../src/domain/bulk/planEach';
import { nameOf } from '../../src/domain/k8s/objects';
import { recordOf, type RunRecord } from '../../src/domain/plan/run';
import { tooManyRequests } from '../objects/apiErrors';
import { allRights } from '../objects/draftBuilders';
import { apiPort, realClock } from '../local-cluster/apiPort';
import { expect, test } from '../local-cluster/clusterTest';
import { makeVm, readyEndpoints, readVmi } from '../local-cluster/vms';

/**
 * One Service for each of thirty VMs on the real API server: a few calls at a time, a server that asks for time gets
 * it, and what is taken back of one VM leaves the others as they are.
 */
const VMS = Array.from({ length: 30 }, (_, index) => `each-${index}`);
/** How many VMs are made side by side before the test. */
const MADE_AT_ONCE = 6;
const MOST_CALLS_AT_ONCE = 4;
const RETRY_AFTER_SECONDS = 1;
/** Every so many calls the server has too much to do. */
const BUSY_EVERY = 25;

const { signal } = new AbortController();

interface Told {
  most: number;
  calls: number;
  refused: number;
  /** shortest time, in seconds, from an answer 429 to the next call that begins */
  shortestQuiet: number;
}

/** The API server, counted; now and then it answers 429 with `Retry-After`, as one that is too busy does. */
function busyPort(): { readonly port: ClusterPort; readonly told: Told } {
  const told: Told = { most: 0, calls: 0, refused: 0, shortestQuiet: Infinity };
  let underWay = 0;
  let refusedAt: number | undefined;
  const counted = async (call: () => Promise<unknown>): Promise<unknown> => {
    told.calls += 1;
    if (refusedAt !== undefined) told.shortestQuiet = Math.min(told.shortestQuiet, (Date.now() - refusedAt) / 1000);
    refusedAt = undefined;
    underWay += 1;
    told.most = Math.max(told.most, underWay);
    try {
      if (told.calls % BUSY_EVERY > 0) return await call();
      told.refused += 1;
      refusedAt = Date.now();
      throw tooManyRequests(RETRY_AFTER_SECONDS);
    } finally {
      underWay -= 1;
    }
  };
  const real: ClusterPort = { ...apiPort, rules: () => Promise.resolve({ rules: EVERYTHING, incomplete: false }) };
  const port = new Proxy(real, {
    get: (target, name: keyof ClusterPort) => {
      const methods = target as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
      return (...given: unknown[]) => counted(() => methods[name]?.(...given) ?? Promise.reject(new Error(name)));
    },
  });
  return { port, told };
}
const EVERYTHING = [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }];

async function perform(
  works: readonly (readonly [string, EachWork])[],
): Promise<{ readonly told: Told; readonly ends: readonly string[] }> {
  const { port, told } = busyPort();
  const add = eachRunner({ port, clock: realClock, onBegin: () => undefined, onEvent: () => undefined });
  const ends = await Promise.all(works.map(([vmName, work]) => add(vmName, work, signal)));
  return { told, ends: ends.map((end) => JSON.stringify(end)) };
}

const servicesOf = async (namespace: string): Promise<string[]> =>
  (await apiPort.list('Service', namespace)).map(nameOf).sort();

test('thirty VMs get a Service each, a few calls at a time, and one of them loses it again', async ({ namespace }) => {
  test.setTimeout(300_000);
  for (let at = 0; at < VMS.length; at += MADE_AT_ONCE)
    await Promise.all(VMS.slice(at, at + MADE_AT_ONCE).map((name) => makeVm(namespace, name)));
  const seen = await look(apiPort, namespace, VMS);
  const runIds = Object.fromEntries(VMS.map((name) => [name, `run-${name}`]));
  const { plans } = planEach(newEachPattern(seen, VMS), seen, { runIds, rights: allRights() });
  const records = new Map<string, RunRecord>();
  const works = plans.flatMap(({ vmName, goal, steps }): [string, EachWork][] => {
    if (!goal) return [];
    records.set(vmName, recordOf(goal));
    return [[vmName, { does: 'expose', steps }]];
  });
  expect(works).toHaveLength(30);

  const { told, ends } = await perform(works);
  expect(new Set(ends)).toEqual(new Set(['{"outcome":"done"}']));
  expect(await servicesOf(namespace)).toEqual([...VMS].sort());
  for (const name of VMS) {
    const address = (await readVmi(namespace, name)).status.interfaces?.[0]?.ipAddress;
    expect(await readyEndpoints(namespace, name), name).toEqual([address]);
  }
  expect(told.most).toBeLessThanOrEqual(MOST_CALLS_AT_ONCE);
  expect(told.most).toBeGreaterThan(1);
  expect(told.refused).toBeGreaterThanOrEqual(3);
  // the calls that are under way when one is refused have begun before it
  expect(told.shortestQuiet).toBeGreaterThanOrEqual(RETRY_AFTER_SECONDS * 0.95);
  console.log(
    `figure: a Service for each of 30 VMs: ${told.calls} calls, at most ${told.most} at once, ${told.refused} answered 429`,
  );

  const [first = ''] = VMS;
  const record = records.get(first);
  if (!record) throw new Error(`no record of ${first}`);
  const back = await perform([[first, { does: 'undo', record, keep: () => undefined }]]);
  expect(back.ends).toEqual(['{"outcome":"done"}']);
  expect(await servicesOf(namespace)).toEqual(VMS.slice(1).sort());
});
