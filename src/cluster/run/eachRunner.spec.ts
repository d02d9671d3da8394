/**
 * One Service for each of several VMs: whatever call fails for one of them, the others are exposed, what failed is done
 * by another try of it alone, and what is taken back of one leaves the others as they are.
 */
import { HttpErrorLike, tooManyRequests } from '../../../test/objects/apiErrors';
import { NAMESPACE, seenOf } from '../../../test/objects/builders';
import { byLabel } from '../../../test/objects/draftBuilders';
import { explained } from '../../../test/in-memory-cluster/cutShort';
import { EachRuns, vmCalled } from '../../../test/in-memory-cluster/eachRuns';
import { stateOf } from '../../../test/in-memory-cluster/exposeRun';
import { FAULTS, faultyPort, type Fault } from '../../../test/in-memory-cluster/faultyPort';
import { newEachPattern, type EachPattern } from '../../domain/bulk/eachPattern';
import { endpointsOf } from '../../domain/k8s/endpoints';
import { nameOf, type Service } from '../../domain/k8s/objects';
import type { ClusterPort } from '../port/clusterPort';
import { CALLS_AT_ONCE, eachRunner } from './eachRunner';

const NAMES = ['web', 'db', 'cache'];
const pattern = newEachPattern(seenOf(NAMES.map(vmCalled)), NAMES);
const PATTERNS: readonly (readonly [string, EachPattern])[] = [
  ['by the label of KubeVirt', pattern],
  ['by a label now', { ...pattern, draft: { ...pattern.draft, selection: byLabel('live', { tier: '' }) } }],
  [
    'by a label with a restart',
    { ...pattern, draft: { ...pattern.draft, selection: byLabel('restart', { tier: '' }) } },
  ],
];

const servicesOf = ({ cluster }: EachRuns): Service[] => cluster.all('Service');
/** Everything that a run of that VM may change. */
const all = ({ cluster }: EachRuns, name: string) => {
  const { template, vmi, pods, spec } = stateOf(cluster, name);
  return { template, vmi, pods, spec, service: cluster.one('Service', name) };
};

function expectReached(runs: EachRuns, name: string): void {
  const service = runs.cluster.one('Service', name);
  expect(service?.metadata?.annotations?.['expose-vm/run']).toBe(`run-${name}`);
  const vmi = runs.cluster.one('VirtualMachineInstance', name);
  const pods = runs.cluster
    .all('Pod')
    .filter(({ metadata }) => metadata?.labels?.['kubevirt.io/created-by'] === vmi?.metadata?.uid);
  const vm = runs.cluster.one('VirtualMachine', name);
  if (!service || !vm) throw new Error(`no Service or VM ${name}`);
  const endpoints = endpointsOf(service, { vm, ...(vmi ? { vmi } : {}), pods }, runs.cluster.all('EndpointSlice'));
  expect(endpoints.filter(({ conditions }) => conditions?.ready)).toHaveLength(1);
}

function expectAllReached(runs: EachRuns): void {
  expect(servicesOf(runs).map(nameOf).sort()).toEqual([...NAMES].sort());
  NAMES.forEach((name) => expectReached(runs, name));
  expect(runs.cluster.refusedRestarts).toBe(0);
}

const isPageGone = (fault: Fault): boolean => fault.startsWith('page-died');

describe.each(PATTERNS)('a Service for each of three VMs, %s', (_, wanted) => {
  it('is there after one run, and taken back whole', async () => {
    const runs = EachRuns.of(NAMES);
    const before = NAMES.map((name) => all(runs, name));
    await runs.expose(wanted);
    expect(runs.unfinished).toEqual([]);
    expectAllReached(runs);
    await runs.take('undo', NAMES);
    expect(runs.unfinished).toEqual([]);
    expect(servicesOf(runs)).toEqual([]);
    expect(NAMES.map((name) => all(runs, name).template)).toEqual(before.map(({ template }) => template));
  });

  it(`whichever call goes wrong (${FAULTS.join(', ')}), one more try of what failed does it`, async () => {
    const faultless = EachRuns.of(NAMES);
    const counting = faultless.faultless();
    await faultless.expose(wanted, counting);
    const calls = counting.calls().length;
    expect(calls).toBeGreaterThanOrEqual(9);
    for (let at = 1; at <= calls; at += 1) {
      for (const fault of FAULTS) {
        await explained(`call ${at} of ${calls}: ${fault}`, async () => {
          const runs = EachRuns.of(NAMES);
          await runs.expose(wanted, faultyPort(runs.cluster, at, fault));
          const failed = runs.unfinished;
          if (!isPageGone(fault)) {
            expect(failed.length).toBeLessThanOrEqual(1);
            NAMES.filter((name) => !failed.includes(name)).forEach((name) => expectReached(runs, name));
          }
          const others = NAMES.filter((name) => !failed.includes(name));
          const before = others.map((name) => all(runs, name));
          await runs.take('continue', failed);
          expect(runs.unfinished).toEqual([]);
          expect(others.map((name) => all(runs, name))).toEqual(before);
          expectAllReached(runs);
        });
      }
    }
  });

  it('the undo of one leaves the others as they are, whichever call of it goes wrong', async () => {
    const counted = EachRuns.of(NAMES);
    await counted.expose(wanted);
    const counting = counted.faultless();
    await counted.take('undo', ['db'], counting);
    const calls = counting.calls().length;
    for (let at = 0; at <= calls; at += 1) {
      for (const fault of FAULTS) {
        await explained(`call ${at} of ${calls}: ${fault}`, async () => {
          const runs = EachRuns.of(NAMES);
          await runs.expose(wanted);
          const others = ['web', 'cache'].map((name) => all(runs, name));
          await runs.take('undo', ['db'], faultyPort(runs.cluster, at, fault));
          await runs.take('undo', ['db']);
          expect(runs.ends.get('db')).toEqual({ outcome: 'done' });
          expect(runs.cluster.one('Service', 'db')).toBeUndefined();
          expect(stateOf(runs.cluster, 'db').template).toEqual(stateOf(EachRuns.of(NAMES).cluster, 'db').template);
          expect(['web', 'cache'].map((name) => all(runs, name))).toEqual(others);
        });
      }
    }
  });
});

describe('a hundred VMs', () => {
  const many = Array.from({ length: 100 }, (_, index) => `vm-${index}`);
  const wanted = newEachPattern(seenOf(many.map(vmCalled)), many);

  /** The cluster, with how many calls were under way at most, and every tenth answered with 429. */
  function busy(real: ClusterPort) {
    let underWay = 0;
    const told = { most: 0, calls: 0, refused: 0 };
    const through = async (call: () => Promise<unknown>): Promise<unknown> => {
      underWay += 1;
      told.calls += 1;
      told.most = Math.max(told.most, underWay);
      try {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (told.calls % 10 === 0) {
          told.refused += 1;
          throw tooManyRequests(2);
        }
        return await call();
      } finally {
        underWay -= 1;
      }
    };
    const port = new Proxy(real, {
      get: (target, name: keyof ClusterPort) => {
        const methods = target as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
        return (...given: unknown[]) => through(() => methods[name]?.(...given) ?? Promise.reject(new Error(name)));
      },
    });
    return { port, told };
  }

  it('are exposed a few calls at a time, and a server that asks for time gets it', async () => {
    const runs = EachRuns.of(many);
    const { port, told } = busy(runs.cluster);
    await runs.expose(wanted, { ...runs.faultless(), port });
    expect(runs.unfinished).toEqual([]);
    expect(servicesOf(runs)).toHaveLength(100);
    expect(runs.cluster.writesOf('create')).toHaveLength(100);
    expect(told.refused).toBeGreaterThan(10);
    expect(told.most).toBe(CALLS_AT_ONCE);
  });
});

describe('the runs of several VMs', () => {
  it('that have not begun do not begin once they are cancelled, and say so', async () => {
    const runs = EachRuns.of(Array.from({ length: 9 }, (_, index) => `vm-${index}`));
    const page = new AbortController();
    const begun: string[] = [];
    const add = eachRunner({
      port: runs.cluster,
      clock: runs.cluster,
      onBegin: (name) => begun.push(name),
      onEvent: (_name, event) => {
        if (event.type === 'started') page.abort();
      },
    });
    const seen = newEachPattern(seenOf(runs.vmNames.map(vmCalled)), runs.vmNames);
    await runs.expose(seen);
    const ends = await Promise.all(
      runs.vmNames.map((name) => {
        const record = runs.records.get(name);
        if (!record) throw new Error(`no record of ${name}`);
        return add(name, { does: 'undo', record, keep: () => undefined }, page.signal);
      }),
    );
    expect(begun).toEqual(runs.vmNames.slice(0, 4));
    expect(ends.filter(({ outcome }) => outcome === 'cancelled').length).toBeGreaterThanOrEqual(5);
  });

  it('end with the failure where the cluster could not be looked at', async () => {
    const runs = EachRuns.of(NAMES);
    await runs.expose(pattern);
    const port: ClusterPort = Object.assign(Object.create(runs.cluster) as ClusterPort, {
      list: () => Promise.reject(new HttpErrorLike(403, 'Forbidden', `no list in ${NAMESPACE}`)),
    });
    await runs.take('continue', ['web'], { ...runs.faultless(), port });
    expect(runs.ends.get('web')).toEqual({
      outcome: 'not-planned',
      failure: { code: 403, reason: 'Forbidden', message: `no list in ${NAMESPACE}` },
    });
  });
});
