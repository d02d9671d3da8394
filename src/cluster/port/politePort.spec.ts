import { HttpErrorLike, tooManyRequests } from '../../../test/objects/apiErrors';
import { aService } from '../../../test/objects/serviceBuilders';
import { NAMESPACE, seenOf } from '../../../test/objects/builders';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import type { ClusterPort } from './clusterPort';
import { politeCalls } from './politePort';

/** A clock that stands until something waits. */
function fakeClock() {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (seconds: number, signal: AbortSignal) => {
      await Promise.resolve();
      if (signal.aborted) return;
      waits.push(seconds);
      now += seconds * 1000;
    },
  };
}

const real = () => new InMemoryCluster(seenOf([]));
const { signal } = new AbortController();
/** A port whose `create` and `list` are answered so, in order, then by the cluster. */
function answering(cluster: InMemoryCluster, errors: readonly Error[]): ClusterPort & { readonly calls: string[] } {
  const calls: string[] = [];
  let at = 0;
  const answer = <T>(what: string, call: () => Promise<T>): Promise<T> => {
    calls.push(what);
    const error = errors[at];
    at += 1;
    return error === undefined ? call() : Promise.reject(error);
  };
  return Object.assign(Object.create(cluster) as ClusterPort, {
    calls,
    create: (...given: Parameters<ClusterPort['create']>) => answer('create', () => cluster.create(...given)),
    list: (...given: Parameters<InMemoryCluster['list']>) => answer('list', () => cluster.list(...given)),
  });
}

describe('a call that the API server answers with 429', () => {
  it('is made again after the time that it asks for', async () => {
    const cluster = real();
    const port = answering(cluster, [tooManyRequests(7), tooManyRequests(2)]);
    const clock = fakeClock();
    await politeCalls(port, { clock })(signal).create(aService({ name: 'web' }));
    expect(clock.waits).toEqual([7, 2]);
    expect(cluster.writes).toEqual(['create Service/web']);
  });

  it('is made again after longer and longer where it names no time, and fails in the end', async () => {
    const clock = fakeClock();
    const port = answering(
      real(),
      Array.from({ length: 20 }, () => tooManyRequests()),
    );
    await expect(politeCalls(port, { clock })(signal).create(aService({ name: 'web' }))).rejects.toMatchObject({
      code: 429,
    });
    expect(clock.waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30]);
    expect(port.calls).toHaveLength(12);
  });

  it.each([403, 409, 500, 503])('is not made again when the answer is %s', async (code) => {
    const clock = fakeClock();
    const port = answering(real(), [new HttpErrorLike(code, 'R', 'no')]);
    await expect(politeCalls(port, { clock })(signal).create(aService({ name: 'web' }))).rejects.toMatchObject({
      code,
    });
    expect([port.calls, clock.waits]).toEqual([['create'], []]);
  });

  it('fails with its answer when the work is aborted, before the wait or in it', async () => {
    const page = new AbortController();
    const clock = { ...fakeClock(), wait: () => Promise.resolve(page.abort()) };
    const port = answering(real(), [tooManyRequests(7), tooManyRequests(7)]);
    const polite = politeCalls(port, { clock })(page.signal);
    await expect(polite.create(aService({ name: 'web' }))).rejects.toMatchObject({ code: 429 });
    await expect(polite.create(aService({ name: 'web' }))).rejects.toMatchObject({ code: 429 });
    expect(port.calls).toHaveLength(2);
  });

  it('keeps the other calls back as long', async () => {
    const clock = fakeClock();
    const port = answering(real(), [tooManyRequests(9)]);
    const sentAt: number[] = [];
    const timed: ClusterPort = Object.assign(Object.create(port) as ClusterPort, {
      list: (...given: Parameters<InMemoryCluster['list']>) => {
        sentAt.push(clock.now());
        return port.list(...given);
      },
    });
    const polite = politeCalls(timed, { clock, mostAtOnce: 1 });
    await Promise.all([
      polite(signal).create(aService({ name: 'web' })),
      polite(signal).list('Service', NAMESPACE),
      polite(signal).list('Service', NAMESPACE),
    ]);
    expect(sentAt).toEqual([9000, 9000]);
  });
});

describe('calls made together', () => {
  it('are so many at a time, in their order, whichever work makes them; one that fails makes room too', async () => {
    const open: (() => void)[] = [];
    const begun: string[] = [];
    const slow = {
      get: ({ name }: { name: string }) => {
        begun.push(name);
        return new Promise((resolve, reject) =>
          open.push(() => (name === 'b' ? reject(new HttpErrorLike(500, 'R', 'no')) : resolve(undefined))),
        );
      },
    } as unknown as ClusterPort;
    const polite = politeCalls(slow, { clock: fakeClock(), mostAtOnce: 2 });
    const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
    const calls = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      polite(new AbortController().signal)
        .get({ kind: 'Service', namespace: NAMESPACE, name })
        .catch(() => 'failed'),
    );
    await settle();
    expect(begun).toEqual(['a', 'b']);
    open.shift()?.();
    open.shift()?.();
    await settle();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    open.splice(0).forEach((answer) => answer());
    await settle();
    open.splice(0).forEach((answer) => answer());
    expect(await Promise.all(calls)).toEqual([undefined, 'failed', undefined, undefined, undefined]);
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('reach the API server as they are', async () => {
    const names = [
      'get',
      'list',
      'readLog',
      'rules',
      'mayI',
      'create',
      'patch',
      'delete',
      'restart',
      'start',
      'unpause',
    ] as const;
    const made: unknown[] = [];
    const port = Object.fromEntries(
      names.map((name) => [name, (...given: unknown[]) => Promise.resolve(made.push([name, ...given]))]),
    ) as unknown as Record<(typeof names)[number], (...given: unknown[]) => Promise<unknown>>;
    const polite = politeCalls(port as unknown as ClusterPort, { clock: fakeClock() })(signal);
    const given: Readonly<Record<(typeof names)[number], readonly unknown[]>> = {
      get: ['ref'],
      list: ['Pod', 'ns', { a: 'b' }],
      readLog: ['pod', 'main'],
      rules: ['ns'],
      mayI: ['access', 'ns'],
      create: ['object', { dryRun: true }],
      patch: ['target', [], { dryRun: true }],
      delete: ['target', 'uid', { dryRun: true }],
      restart: ['vm', { dryRun: true }],
      start: ['vm', { dryRun: true }],
      unpause: ['vmi', { dryRun: true }],
    };
    for (const name of names) await (polite as unknown as typeof port)[name](...given[name]);
    expect(made).toEqual(names.map((name) => [name, ...given[name]]));
  });
});
