import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { clusterBinary, clusterModule, logFile } from './folders.mjs';
import { untilSays } from './logTail.mjs';
import { availableNft } from './nft.mjs';
import { start } from './processes.mjs';

/**
 * @param {string} folder of a cluster's state
 * @throws {Failure} when another npm start or npm test uses it
 */
export function checkNotRunning(folder) {
  // its exit code: 0 runs, 3 does not; without the program nothing has run yet
  const { status, stdout } = spawnSync(clusterBinary, ['status', '--dir', folder], { encoding: 'utf8' });
  if (status === 0)
    throw new Failure(
      `The local cluster is already in use. Stop the other npm start or npm test first (${stdout.trim()}).`,
    );
}

/**
 * Starts the local cluster and fills it with the VMs of the walk-through.
 * @param {import('./progress.mjs').Progress} progress
 * @param {object} options
 * @param {string} options.name of the log
 * @param {string} options.folder where its state is kept
 * @param {boolean} options.fresh empties the folder first
 * @param {string} options.bootDelay of a guest, such as `4s`
 * @param {string} options.stopDelay
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<{ child: import('./processes.mjs').Child, clusterJson: string, users: string[] }>} when it is ready
 * @throws {Failure} when it does not get ready
 */
export async function startCluster(progress, { name, folder, fresh, bootDelay, stopDelay, env }) {
  const nft = await availableNft(progress);
  const started = await progress.step('Starting the local cluster', async (note) => {
    const args = ['up', '--dir', folder, '--boot-delay', bootDelay, '--stop-delay', stopDelay];
    args.push('--seed', path.join(clusterModule, 'seed'));
    if (fresh) args.push('--fresh');
    if (nft) args.push('--nft', nft);
    // etcd and KubeVirt's leader election are given the time to end well
    const child = await start(clusterBinary, args, {
      name: 'The local cluster',
      log: logFile(name),
      grace: 20_000,
      env,
    });
    const [, clusterJson] = await untilSays(child, /^ready: (.+)$/m, { minutes: 5, note });
    const { users, dataPath } = JSON.parse(readFileSync(clusterJson, 'utf8'));
    return { child, clusterJson, users: Object.keys(users), lacks: lacking(dataPath) };
  });
  if (started.lacks) progress.say(`  ${started.lacks}`);
  return started;
}

/**
 * @param {{ socket: string, whyNot: string, enforcesPolicies: boolean, whyNoPolicies: string }} dataPath of
 *   cluster.json
 * @returns {string} what the cluster cannot do on this system, and why
 */
export function lacking({ socket, whyNot, enforcesPolicies, whyNoPolicies }) {
  if (!socket) return `The local cluster carries no traffic: ${whyNot}.`;
  return enforcesPolicies ? '' : `The local cluster does not enforce network policies: ${whyNoPolicies}.`;
}
