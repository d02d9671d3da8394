/** Runs that are cut short at one call, and taken up again. */
import { isDeepStrictEqual } from 'node:util';
import type { ExposeRun, Way } from './exposeRun';
import { faultyPort, type Fault } from './faultyPort';

export interface Cut {
  /** the call that fails, from 1 */
  readonly at: number;
  readonly fault: Fault;
  /** seconds before the person goes on */
  readonly pause: number;
}

/** A page that works again needs one round; a second shows that nothing is left. */
const ROUNDS = 2;

export async function cutShort(run: ExposeRun, way: Way, { at, fault, pause }: Cut): Promise<void> {
  await run[way](faultyPort(run.cluster, at, fault));
  run.cluster.advance(pause);
}

/** Goes on with a page that works until there is nothing left to do. */
export async function finish(run: ExposeRun, way: Way): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await run[way]();
  const { steps, outcome } = await run[way]();
  expectSame({ steps, outcome }, { steps: [], outcome: 'done' });
}

/** The same as `toEqual`, which takes far longer where nothing differs; for what is compared ten thousand times. */
export function expectSame(held: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(held, wanted)) expect(held).toEqual(wanted);
}

/** How many calls one round of a run makes when nothing fails. */
export async function countCalls(run: ExposeRun, way: Way): Promise<number> {
  const faultless = run.faultless();
  await run[way](faultless);
  return faultless.calls().length;
}

/** Does a check, and says of what when it fails. */
export async function explained(subject: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    throw new Error(subject, { cause: error });
  }
}
