/** npm run prove: what the product says about random situations, held against dials in the local cluster. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { repository } from './folders.mjs';
import { stopEverything } from './processes.mjs';
import { Progress } from './progress.mjs';
import { onStopSignal } from './stopSignals.mjs';
import { TestSetup } from './testSetup.mjs';
import { loadTypeScript } from './typescript.mjs';

const usage = `Usage: npm run prove -- [--situations COUNT] [--seed NUMBER] [--first NUMBER] [--only PART]
                            [--shrink-seconds SECONDS] [--cluster-json FILE]

Makes random scenes in a local cluster (VMs, policies, endpoints, and two Services, each of which is a situation of its
own), dials from every place and compares what answers with what the product says. What disagrees is printed with its
objects, made small. Also applies every fix that is offered, and follows clients over restarts and a live migration.

  --situations      300 unless said otherwise
  --seed            1 unless said otherwise; the same seed makes the same situations
  --first           the number of the first scene, to make one of a run again: --first 117 --situations 1
  --shrink-seconds  600 unless said otherwise: so long are the objects made small of what disagrees
  --cluster-json    of a cluster that runs; without it one is built, started and ended
  --only            situations, fixes or timing: one of the three parts`;

const { values } = parseArgs({
  options: {
    situations: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    'shrink-seconds': { type: 'string', default: '600' },
    'cluster-json': { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** @param {'situations' | 'seed' | 'first' | 'shrink-seconds'} option */
function numberOf(option) {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < 0) throw new Failure(`--${option} takes a whole number.\n\n${usage}`);
  return number;
}

/** @param {TestSetup} setup */
async function ownCluster(setup) {
  const { clusterJson, lacks } = await setup.cluster();
  if (lacks) throw new Failure(lacks);
  return clusterJson;
}

async function main() {
  const wanted = {
    seed: numberOf('seed'),
    situations: numberOf('situations'),
    first: numberOf('first'),
    shrinkSeconds: numberOf('shrink-seconds'),
  };
  const { only } = values;
  if (only !== undefined && !['situations', 'fixes', 'timing'].includes(only))
    throw new Failure(`There is no part "${only}".\n\n${usage}`);
  const setup = new TestSetup(new Progress());
  const clusterJson = values['cluster-json'] ?? (await ownCluster(setup));
  const { prove } = loadTypeScript(path.join(repository, 'test/proof/prove.ts'));
  return prove({ clusterJson, only, ...wanted });
}

if (values.help) console.log(usage);
else {
  onStopSignal(() => void stopEverything().then(() => process.exit(130)));
  try {
    process.exitCode = (await main()) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
  await stopEverything();
}
