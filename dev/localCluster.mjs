import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clusterBinary, clusterModule, logFile } from './folders.mjs';
import { untilSays } from './logTail.mjs';
import { start } from './processes.mjs';

/**
 * Starts the local cluster and fills it with the VMs of the walk-through.
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ name: string, folder: string, fresh: boolean, bootDelay: string, stopDelay: string }} options
 *   folder: where its state is kept; fresh: empties it first; the delays, such as `4s`, are those of a guest
 * @returns {Promise<{ child: import('./processes.mjs').Child, clusterJson: string, users: string[] }>} when it is ready
 * @throws {import('./failure.mjs').Failure} when it does not get ready
 */
export function startCluster(progress, { name, folder, fresh, bootDelay, stopDelay }) {
  return progress.step('Starting the local cluster', async (note) => {
    const args = ['up', '--dir', folder, '--boot-delay', bootDelay, '--stop-delay', stopDelay];
    args.push('--seed', path.join(clusterModule, 'seed'));
    if (fresh) args.push('--fresh');
    // etcd and KubeVirt's leader election are given the time to end well
    const child = await start(clusterBinary, args, { name: 'The local cluster', log: logFile(name), grace: 20_000 });
    const [, clusterJson] = await untilSays(child, /^ready: (.+)$/m, { minutes: 5, note });
    const { users } = JSON.parse(readFileSync(clusterJson, 'utf8'));
    return { child, clusterJson, users: Object.keys(users) };
  });
}
