import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { repository } from './folders.mjs';
import { processGroup, processTree, stillRunning } from './processTable.mjs';

/** @typedef {import('./processTable.mjs').Process} Process */
/**
 * A process that these scripts started and therefore must end.
 * @typedef {object} Child
 * @property {string} name for messages
 * @property {number} pid
 * @property {string} log file with all that it writes
 * @property {number} grace milliseconds that it may take to end after SIGTERM
 * @property {Process[] | undefined} left what it left running, once it has ended: from then on its number may be another's
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
    left: undefined,
    exited: new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        started.left = processGroup(pid);
        resolve({ code, signal });
      });
    }),
  };
  // at once, not after a pause in which everything might be stopped without it
  running.add(started);
  return started;
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof start>[2] & { minutes?: number }} options minutes: after these it is stopped and has failed
 * @returns {Promise<number>} the exit code; 124 after a timeout (as timeout(1) has it), 1 after a signal
 */
export async function run(command, args, { minutes = 30, ...options }) {
  const child = await start(command, args, options);
  const timeout = new AbortController();
  const late = wait(minutes * 60_000, 'late', { signal: timeout.signal }).catch(() => 'in time');
  const first = await Promise.race([child.exited, late]);
  timeout.abort();
  if (first === 'late') {
    await stop(child);
    return 124;
  }
  // what it left behind is stopped too
  await stop(child);
  return (await child.exited).code ?? 1;
}

/**
 * Ends a process and all that it started. It is asked first, alone, so that it can stop its own children in order;
 * whatever is left after its time is killed.
 * @param {Child} child
 */
export async function stop(child) {
  let tree = treeOf(child);
  const leader = tree.filter(({ pid }) => pid === child.pid);
  kill(leader, 'SIGTERM');
  const deadline = Date.now() + child.grace;
  while (stillRunning(leader).length > 0 && Date.now() < deadline) {
    await wait(50);
    // what it starts while it ends is seen as well
    tree = merge(tree, treeOf(child));
  }
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    const left = stillRunning(tree);
    if (left.length === 0) break;
    // the leader had its time; the others have not been asked yet
    kill(left, left.some(({ pid }) => pid === child.pid) ? 'SIGKILL' : signal);
    const until = Date.now() + 2_000;
    while (stillRunning(left).length > 0 && Date.now() < until) await wait(50);
  }
  // by now it has ended, unless the system cannot end it (a file system that does not answer)
  if (stillRunning(leader).length === 0) await child.exited;
  running.delete(child);
}

/** Stops all that runs, the last started first, and lets nothing new start. */
export async function stopEverything() {
  stopping = true;
  for (let last; (last = [...running].at(-1)); ) await stop(last);
}

/** Kills all that runs, at once. For a second Ctrl-C. */
export function killEverything() {
  stopping = true;
  for (const child of running) kill(treeOf(child), 'SIGKILL');
  running.clear();
}

/** @param {Child} child */
const treeOf = (child) => child.left ?? processTree(child.pid);

/**
 * @param {Process[]} earlier
 * @param {Process[]} now
 */
function merge(earlier, now) {
  const known = new Set(earlier.map(({ pid, started }) => `${pid} ${started}`));
  return [...earlier, ...now.filter(({ pid, started }) => !known.has(`${pid} ${started}`))];
}

/**
 * @param {Process[]} processes
 * @param {NodeJS.Signals} signal
 */
function kill(processes, signal) {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // it has ended meanwhile, which is what is wanted
    }
  }
}
