import type { Clock, ClusterPort } from './clusterPort';
import { toFailure } from './failure';

/** How often a call is made that the API server answers with 429, too many requests. */
const MOST_TRIES = 12;
/** The longest wait before another try that the API server has not asked for itself. */
const LONGEST_WAIT_SECONDS = 30;
const TOO_MANY_REQUESTS = 429;

interface Politeness {
  readonly clock: Clock;
  /** how many calls are under way at most; all that are made unless it is given */
  readonly mostAtOnce?: number;
}

/** Runs so many pieces of work at a time, the others in the order in which they came. */
function turnstile(mostAtOnce: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
  const enter = async (): Promise<void> => {
    if (inside < mostAtOnce) inside += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

/**
 * The API server, asked as it wants to be asked: a call that it answers with 429 was not carried out, and is made again
 * after the time that it asks for (`Retry-After`), until when nothing else is asked either.
 * @returns the port for a piece of work: aborting its signal ends a wait, and the call fails with the answer it had.
 * The calls of all ports that are made so are counted together
 */
export function politeCalls(port: ClusterPort, { clock, mostAtOnce = Infinity }: Politeness) {
  const inTurn = turnstile(mostAtOnce);
  let quietUntil = 0;
  const quiet = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && clock.now() < quietUntil) await clock.wait((quietUntil - clock.now()) / 1000, signal);
  };
  const call = async <T>(signal: AbortSignal, make: () => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await make();
      } catch (error) {
        const { code, retryAfterSeconds } = toFailure(error);
        if (code !== TOO_MANY_REQUESTS || tried === MOST_TRIES || signal.aborted) throw error;
        const seconds = retryAfterSeconds ?? Math.min(2 ** (tried - 1), LONGEST_WAIT_SECONDS);
        quietUntil = Math.max(quietUntil, clock.now() + seconds * 1000);
        await quiet(signal);
        if (signal.aborted) throw error;
      }
    }
  };
  return (signal: AbortSignal): ClusterPort => {
    const through = <T>(make: () => Promise<T>): Promise<T> =>
      inTurn(async () => {
        await quiet(signal);
        return call(signal, make);
      });
    return {
      get: (ref) => through(() => port.get(ref)),
      list: (kind, namespace, labels) => through(() => port.list(kind, namespace, labels)),
      readLog: (pod, container) => through(() => port.readLog(pod, container)),
      rules: (namespace) => through(() => port.rules(namespace)),
      mayI: (access, namespace) => through(() => port.mayI(access, namespace)),
      create: (object, options) => through(() => port.create(object, options)),
      patch: (target, patch, options) => through(() => port.patch(target, patch, options)),
      delete: (target, uid, options) => through(() => port.delete(target, uid, options)),
      restart: (vm, options) => through(() => port.restart(vm, options)),
      start: (vm, options) => through(() => port.start(vm, options)),
      unpause: (vmi, options) => through(() => port.unpause(vmi, options)),
    };
  };
}
