import { Failure } from './failure.mjs';
import { lastLine } from './logTail.mjs';
import { stopEverything } from './processes.mjs';
import { onStopSignal } from './stopSignals.mjs';

/** @typedef {import('./processes.mjs').Child} Child */

/** @param {Child[]} children */
async function untilOneEnds(children) {
  const { child, code, signal } = await Promise.race(
    children.map(async (one) => ({ child: one, ...(await one.exited) })),
  );
  throw new Failure(`${child.name} ended by itself (${signal ?? `exit code ${code}`}): ${lastLine(child.log)}`, {
    log: child.log,
  });
}

/**
 * Starts what a command serves, and ends this process once it is stopped or one part of it ends by itself.
 * @param {import('./progress.mjs').Progress} progress
 * @param {() => Promise<Child[]>} startAll gives what runs now, and should go on running
 * @param {() => void} [cleanUp] what is left to do when all of it has ended
 * @returns {Promise<never>}
 */
export async function serveUntilStopped(progress, startAll, cleanUp = () => {}) {
  let serving = false;
  const stopAsked = new Promise((resolve) => onStopSignal(() => resolve('stop')));
  try {
    const session = startAll().then((children) => {
      serving = true;
      return untilOneEnds(children);
    });
    // when the session is stopped, what it was waiting for fails: nobody needs to hear of that
    session.catch(() => {});
    await Promise.race([session, stopAsked]);
    progress.say('Stopping …');
    progress.mute();
    process.exitCode = serving ? 0 : 130;
  } catch (error) {
    progress.say(`\n${error instanceof Failure ? error.message : /** @type {Error} */ (error).stack}`);
    progress.mute();
    process.exitCode = 1;
  }
  await stopEverything();
  cleanUp();
  if (process.exitCode !== 1) console.log('Stopped; nothing is left running.');
  // handles of half-done work may still be open
  process.exit();
}
