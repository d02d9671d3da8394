import { Agent, request } from 'node:https';
import { readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';

/**
 * @typedef {{ apiServer: string, caFile: string, users: Record<string, string> }} ClusterFile what the cluster's own
 *   file says
 * @typedef {(method: string, path: string, body?: unknown) => Promise<{ status: number, text: string }>} Api asks the
 *   API server as its administrator, whatever it answers
 */

/** How many requests are under way together. */
const PARALLEL = 8;

/**
 * @param {ClusterFile} cluster
 * @returns {Api}
 */
export function apiOf({ apiServer, caFile, users }) {
  const agent = new Agent({ keepAlive: true, maxSockets: PARALLEL, ca: readFileSync(caFile) });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { Authorization: `Bearer ${users.admin ?? ''}`, 'Content-Type': 'application/json' };
      const asked = request(new URL(path, apiServer), { method, agent, headers }, (response) => {
        /** @type {Buffer[]} */
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
        response.on('error', reject);
      });
      asked.on('error', (error) =>
        reject(
          new Failure(`The local cluster does not answer at ${apiServer} (${error.message}). Is npm start running?`),
        ),
      );
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

/**
 * Does some work for each, a few at a time; the first failure ends it.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<void>} work
 */
export async function inParallel(items, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const item = /** @type {T} */ (items[next]);
      next += 1;
      try {
        await work(item);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}
