import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.mjs';

/** @typedef {import('./processes.mjs').Child} Child */

/**
 * @param {string} log
 * @returns {string} its last line that says something
 */
export function lastLine(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').at(-1)?.trim() ?? '';
}

/**
 * Waits until a process says that it is ready.
 * @param {Child} child
 * @param {RegExp} ready a line of its log
 * @param {{ minutes: number, note?: (text: string) => void }} options note: is told the log's last line meanwhile
 * @returns {Promise<RegExpExecArray>} what matched
 * @throws {Failure} when it ends, or is silent for too long; with its own last line as the reason
 */
export async function untilSays(child, ready, { minutes, note = () => {} }) {
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  for (const deadline = Date.now() + minutes * 60_000; ;) {
    // asked before the log is read, so that its very last lines are seen
    const isLast = ended;
    const match = ready.exec(readFileSync(child.log, 'utf8'));
    if (match) return match;
    if (isLast)
      throw new Failure(`${child.name} stopped before it was ready: ${lastLine(child.log)}`, { log: child.log });
    if (Date.now() > deadline) {
      throw new Failure(`${child.name} was not ready after ${minutes} min. Its last output: ${lastLine(child.log)}`, {
        log: child.log,
      });
    }
    note(lastLine(child.log));
    await wait(100);
  }
}
