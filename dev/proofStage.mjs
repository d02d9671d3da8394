import { readFileSync } from 'node:fs';
import path from 'node:path';
import { logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';
import { countProof } from './testCounts.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */

/** The set of every run: what is found elsewhere, by `npm run prove` with another seed, is mended in its kind. */
const SET = ['--seed', '1', '--situations', '300', '--shrink-seconds', '90'];

/**
 * What the product says, held against dials that are really made. Skipped where the machine does not let the local
 * cluster carry traffic; in CI the cluster does not start there.
 * @type {Stage}
 */
export const proof = {
  title: 'proof',
  parts: ['proof'],
  lane: 'go',
  takesArguments: true,
  async work(setup, more) {
    await setup.packages();
    const { clusterJson, lacks } = await setup.cluster();
    if (lacks) return { code: 0, output: `figure: the proof was skipped. ${lacks}`, skippedBecause: lacks };
    const log = logFile('proof');
    const args = [path.join(repository, 'dev/prove.mjs'), '--cluster-json', clusterJson, ...SET, ...more];
    const code = await run(process.execPath, args, { name: 'The proof', log, minutes: 15 });
    const output = readFileSync(log, 'utf8');
    return { code, output, counts: countProof(output) };
  },
};
