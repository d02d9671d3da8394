/** npm run seed: fills the local cluster with many VMs and Services, to see how the pages do. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { apiOf, inParallel } from './clusterApi.mjs';
import { Failure } from './failure.mjs';
import { cache } from './folders.mjs';
import { elapsed } from './progress.mjs';
import { SEED_LABEL, seededProjects, seededServices, seededVms } from './seededObjects.mjs';

const usage = `Usage: npm run seed -- [options]

Fills the local cluster that npm start runs with VMs and Services, in projects seed-001 and so on. What is there already
stays, so it can be run again. A running VM gets its instance, pod and endpoints from the cluster's own controllers.

  --vms N        how many VMs there are to be (1000)
  --services N   how many Services (200)
  --running N    how many of the VMs run; the others are stopped (50)
  --projects N   in how many projects (1)
  --seed N       the number from which what Services select is drawn (1)
  --clean        deletes the projects with all that is in them
  --help         this text

CLUSTER_JSON=FILE npm run seed fills the cluster of another cluster.json.`;

/** So long the deletion of a project with 10,000 VMs can take. */
const DELETION_MILLISECONDS = 600_000;

/** @type {Record<keyof import('./seededObjects.mjs').Amounts, { usual: number, least: number, most: number }>} */
const NUMBERS = {
  vms: { usual: 1000, least: 1, most: 50_000 },
  services: { usual: 200, least: 0, most: 20_000 },
  running: { usual: 50, least: 0, most: 2000 },
  projects: { usual: 1, least: 1, most: 500 },
  seed: { usual: 1, least: 0, most: 2 ** 31 },
};

/** @param {string[]} args */
export function readSeedOptions(args) {
  /** @type {Record<string, string | boolean | undefined>} */
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        ...Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, { type: /** @type {const} */ ('string') }])),
        clean: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Failure(`${reason}: npm run seed -- --help lists the options.`);
  }
  const numbers = Object.entries(NUMBERS).map(([name, { usual, least, most }]) => {
    const text = values[name];
    const number = text === undefined ? usual : Number(text);
    if (text === '' || !Number.isInteger(number) || number < least || number > most)
      throw new Failure(`--${name} needs a whole number from ${least} to ${most}, not ${JSON.stringify(text)}.`);
    return [name, number];
  });
  const amounts = /** @type {import('./seededObjects.mjs').Amounts} */ (Object.fromEntries(numbers));
  if (amounts.running > amounts.vms) {
    if (values.running !== undefined)
      throw new Failure(`--running ${amounts.running} is more than the ${amounts.vms} VMs that there are to be.`);
    amounts.running = amounts.vms;
  }
  return { amounts, clean: values.clean === true, help: values.help === true };
}

/** @returns {import('./clusterApi.mjs').ClusterFile} */
function readCluster() {
  const file = process.env.CLUSTER_JSON ?? path.join(cache, 'cluster/cluster.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Failure(`There is no local cluster at ${file}. Start it first, with npm start.`);
  }
}

/**
 * @param {import('./clusterApi.mjs').Api} api
 * @param {string} what
 * @param {import('./seededObjects.mjs').Seeded[]} objects
 */
async function create(api, what, objects) {
  const began = Date.now();
  let made = 0;
  await inParallel(objects, async ({ path: where, body }) => {
    const { status, text } = await api('POST', where, body);
    if (status === 201) made += 1;
    else if (status !== 409) throw new Failure(`${what} ${body.metadata.name} was refused (${status}): ${text}`);
  });
  const kept = objects.length - made;
  console.log(`${what}: ${made} made, ${kept} there before, in ${elapsed(Date.now() - began)}`);
}

/**
 * The projects that were filled before.
 * @param {import('./clusterApi.mjs').Api} api
 */
async function filledProjects(api) {
  const { status, text } = await api('GET', `/api/v1/namespaces?labelSelector=${encodeURIComponent(SEED_LABEL)}`);
  if (status !== 200) throw new Failure(`The projects could not be listed (${status}): ${text}`);
  /** @type {{ items: { metadata: { name: string, deletionTimestamp?: string } }[] }} */
  const { items } = JSON.parse(text);
  return items;
}

/**
 * Waits for projects that an earlier --clean is still deleting: nothing can be created in them.
 * @param {import('./clusterApi.mjs').Api} api
 */
async function awaitDeleted(api) {
  const began = Date.now();
  for (;;) {
    const left = (await filledProjects(api)).filter(({ metadata }) => metadata.deletionTimestamp);
    const [first] = left;
    if (!first) return;
    if (Date.now() - began > DELETION_MILLISECONDS)
      throw new Failure(
        `Project ${first.metadata.name} is still being deleted after ${elapsed(DELETION_MILLISECONDS)}.`,
      );
    if (Date.now() - began < 1000) console.log(`Waiting for ${left.length} projects that are being deleted.`);
    await setTimeout(1000);
  }
}

/** @param {import('./clusterApi.mjs').Api} api */
async function clean(api) {
  const items = await filledProjects(api);
  await inParallel(items, async ({ metadata: { name } }) => {
    const deleted = await api('DELETE', `/api/v1/namespaces/${name}`);
    if (deleted.status >= 300 && deleted.status !== 404 && deleted.status !== 409)
      throw new Failure(`Project ${name} was not deleted (${deleted.status}): ${deleted.text}`);
  });
  console.log(`${items.length} projects are being deleted, with all that is in them.`);
}

/** @param {string[]} args */
async function main(args) {
  const options = readSeedOptions(args);
  if (options.help) return console.log(usage);
  const api = apiOf(readCluster());
  if (options.clean) return clean(api);
  const began = Date.now();
  const { amounts } = options;
  console.log(`Seed ${amounts.seed}: ${JSON.stringify(amounts)}`);
  await awaitDeleted(api);
  await create(api, 'Projects', seededProjects(amounts));
  await create(api, 'Services', seededServices(amounts));
  await create(api, 'VMs', seededVms(amounts));
  console.log(`Ready after ${elapsed(Date.now() - began)}; npm run seed -- --clean deletes all of it.`);
}

if (process.argv[1]?.endsWith('seed.mjs'))
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
