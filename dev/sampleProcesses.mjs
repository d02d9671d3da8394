/** Programs for the tests of processes.mjs and stopSignals.mjs, and how they look whether these still run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-'));
after(() => rmSync(folder, { recursive: true }));

let number = 0;
/** How a sample is started: each with a log of its own. */
export const options = (more = {}) => ({ name: 'The sample', log: path.join(folder, `${number++}.log`), ...more });

/**
 * One that has ended and only waits for its parent (in a container perhaps for ever) to ask for its exit code is not
 * alive.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * What was killed ends in the system's own time.
 * @param {number[]} pids
 * @returns {Promise<number[]>} those that run even after seconds
 */
export async function leftOf(pids) {
  for (let tries = 0; pids.some(isAlive) && tries < 150; tries++) await wait(20);
  return pids.filter(isAlive);
}

/** Makes a program ignore that it is asked to end. */
export const deaf = "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});";

/**
 * A program that starts another and says both numbers.
 * @param {string} [how] what both do at first, such as `deaf`
 */
export const family = (how = '') =>
  parent(how, `${how} setInterval(() => {}, 1000);`, "{ stdio: ['ignore', 'pipe', 'ignore'] }");

/**
 * The same with a grandchild as Chromium and the programs of the local cluster are: it has a session of its own
 * (setsid), is deaf, and ends when the pipe is closed that its parent holds.
 * @param {string} [how] what the parent does at first
 */
export const familyWithLifeline = (how = '') =>
  parent(
    how,
    `${deaf} process.stdin.resume().on('end', () => process.exit());`,
    "{ stdio: ['pipe', 'pipe', 'ignore'], detached: true }",
  );

/**
 * @param {string} how
 * @param {string} grandchild the program
 * @param {string} started how
 */
const parent = (how, grandchild, started) => `
  const { spawn } = require('node:child_process');
  const grandchild = spawn(process.execPath, ['-e', ${JSON.stringify(`${grandchild} console.log('up')`)}], ${started});
  ${how}
  grandchild.stdout.once('data', () => console.log('pids', process.pid, grandchild.pid));
  setInterval(() => {}, 1000);`;
