/** npm run bench: how quickly Services are matched with VMs, as lines of JSON. */
import path from 'node:path';
import { repository } from './folders.mjs';
import { loadTypeScript } from './typescript.mjs';

const usage = `Usage: npm run bench [-- VMS ...]

Times in one process how 2,000 Services are matched with VMs (1,000, 3,000 and 10,000 unless said otherwise) and 10,000
pods: by the index of the list Exposed VMs, by the plain nested loop, and after one event. Prints one line of JSON for each.`;

const args = process.argv.slice(2);
const numbers = args.map(Number);
if (args.includes('--help')) console.log(usage);
else if (!numbers.every((number) => Number.isInteger(number) && number > 0 && number <= 100_000)) {
  console.error(`A number of VMs is between 1 and 100000.\n\n${usage}`);
  process.exitCode = 1;
} else {
  const { bench } = loadTypeScript(path.join(repository, 'test/bench/matchingBench.ts'));
  for (const vms of numbers.length > 0 ? numbers : [1000, 3000, 10_000]) bench(vms);
}
