import { readFileSync } from 'node:fs';
import path from 'node:path';
import { logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';
import { countProof } from './testCounts.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */

/** The set of every run: what is found elsewhere, by `npm run prove` with another seed, is mended in its kind. */
const SET = ['--seed', '1', '--situations', '300'];

/**
 * @param {{ socket: string, whyNot: string, enforcesPolicies: boolean, whyNoPolicies: string } | undefined} dataPath as
 *   cluster.json tells it
 * @returns {string} what the cluster lacks for a proof, '' when it lacks nothing
 */
export function lackedBy(dataPath) {
  if (!dataPath?.socket) return `the local cluster carries no traffic here: ${dataPath?.whyNot ?? 'it is an older one'}`;
  return dataPath.enforcesPolicies ? '' : `network policies are not enforced here: ${dataPath.whyNoPolicies}`;
}

/**
 * What the product says, held against dials that are really made. Skipped where the machine does not let the local
 * cluster carry traffic; CI's machine does.
 * @type {Stage}
 */
export const proof = {
  title: 'proof',
  parts: ['proof'],
  lane: 'go',
  takesArguments: true,
  async work(setup, more) {
    await setup.packages();
    const { clusterJson } = await setup.cluster();
    const lack = lackedBy(JSON.parse(readFileSync(clusterJson, 'utf8')).dataPath);
    if (lack)
      return process.env.CI
        ? { code: 1, output: `The proof cannot be made: ${lack}.` }
        : { code: 0, output: `figure: proof skipped: ${lack}`, skippedBecause: lack };
    const log = logFile('proof');
    const args = [path.join(repository, 'dev/prove.mjs'), '--cluster-json', clusterJson, ...SET, ...more];
    const code = await run(process.execPath, args, { name: 'The proof', log, minutes: 15 });
    const output = readFileSync(log, 'utf8');
    return { code, output, counts: countProof(output) };
  },
};
