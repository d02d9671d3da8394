import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, constants, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { repository } from './folders.mjs';

/**
 * A process that these scripts started and therefore must end.
 * @typedef {object} Child
 * @property {string} name for messages
 * @property {number} pid also the number of its process group, in which everything that it starts is, unless asked
 *   otherwise
 * @property {string} log file with all that it writes
 * @property {number} grace milliseconds that it may take to end after SIGTERM
 * @property {boolean} hasEnded itself; others of its group may still run
 * @property {boolean} isGone nobody of its group is left: the number may be given to another group and is not used
 *   again
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 */

/** @type {Set<Child>} in the order in which they were started */
const running = new Set();
let stopping = false;

// The last resort, when these scripts themselves break down: nothing may be left behind.
process.on('exit', killEverything);

/**
 * Starts a command in a process group of its own: Ctrl-C in the terminal then reaches only these scripts, which stop
 * everything in order.
 * @param {string} command
 * @param {string[]} args
 * @param {{ name: string, log: string, cwd?: string, env?: NodeJS.ProcessEnv, grace?: number }} options
 * @returns {Promise<Child>} once it runs
 * @throws {Failure} when the command is not there, or everything is being stopped already
 */
export async function start(command, args, { name, log, cwd = repository, env, grace = 5_000 }) {
  if (stopping) throw new Failure(`${name} was not started: everything is being stopped.`);
  // A file, not a pipe: what is written last is kept even when these scripts are gone.
  const output = openSync(log, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_APPEND);
  const child = spawn(command, args, {
    cwd,
    // what it writes goes to a file, and CI makes some tools think otherwise
    env: { ...process.env, NO_COLOR: '1', ...env },
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const { pid } = child;
  if (pid === undefined) {
    const [error] = await once(child, 'error');
    throw new Failure(`${name} could not be started: ${error.message}.`);
  }
  /** @type {Child} */
  const started = {
    name,
    pid,
    log,
    grace,
    hasEnded: false,
    isGone: false,
    exited: new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        started.hasEnded = true;
        // asked now, while the number cannot have been given to another group
        isRunning(started);
        resolve({ code, signal });
      });
    }),
  };
  // immediately, not after a pause in which everything else might be stopped already
  running.add(started);
  return started;
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof start>[2] & { minutes?: number }} options minutes: after these it is stopped and has
 *   failed, which its log says
 * @returns {Promise<number>} the exit code; 124 after a timeout (as timeout(1) has it), 1 after a signal
 */
export async function run(command, args, { minutes = 30, ...options }) {
  const child = await start(command, args, options);
  const timeout = new AbortController();
  const late = wait(minutes * 60_000, 'late', { signal: timeout.signal }).catch(() => 'in time');
  const first = await Promise.race([child.exited, late]);
  timeout.abort();
  // also when it has ended: it may have left others running
  await stop(child);
  if (first !== 'late') return (await child.exited).code ?? 1;
  appendFileSync(options.log, `\n${options.name} was ended after ${minutes} minutes.\n`);
  return 124;
}

/**
 * Ends a process and its group. It is asked first, alone, so that it can stop its own children in order; whatever is
 * left after its time is killed. What it started in another group is its own to end. The two that do so see to it even
 * when they are killed: Chromium ends with the pipe that Playwright holds, the programs of the local cluster with its
 * supervisor (test/cluster/internal/supervise).
 * @param {Child} child
 */
export async function stop(child) {
  if (!child.hasEnded) process.kill(child.pid, 'SIGTERM');
  await until(() => child.hasEnded, child.grace);
  // the child had its time; the others have not been asked yet
  if (child.hasEnded && signalGroup(child, 'SIGTERM')) await until(() => !isRunning(child), 2_000);
  // after the second, only what the system cannot end is left (a file system that does not answer)
  if (signalGroup(child, 'SIGKILL')) await until(() => child.hasEnded && !isRunning(child), 2_000);
  running.delete(child);
}

/** Stops all that runs, the last started first, and lets nothing new start. */
export async function stopEverything() {
  stopping = true;
  for (let last; (last = [...running].at(-1));) await stop(last);
}

/** Kills everything that runs, immediately. For a second Ctrl-C. */
export function killEverything() {
  stopping = true;
  for (const child of running) signalGroup(child, 'SIGKILL');
  running.clear();
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals | 0} signal 0 asks only whether somebody is there
 * @returns {boolean} whether somebody of its group was there to get it
 */
function signalGroup(child, signal) {
  try {
    if (!child.isGone) process.kill(-child.pid, signal);
  } catch {
    child.isGone = true;
  }
  return !child.isGone;
}

/** @param {Child} child */
const isRunning = (child) => signalGroup(child, 0);

/**
 * @param {() => boolean} isDone
 * @param {number} milliseconds after which it gives up waiting
 */
async function until(isDone, milliseconds) {
  for (const deadline = Date.now() + milliseconds; !isDone() && Date.now() < deadline;) await wait(50);
}
