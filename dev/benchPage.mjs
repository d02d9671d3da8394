/** npm run bench:page: how quickly the page Exposed VMs does with many VMs, in Chromium, as lines of JSON. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { availableChromium } from './chromium.mjs';
import { Failure } from './failure.mjs';
import { cache, installedCommand, repository } from './folders.mjs';
import { Progress } from './progress.mjs';

const usage = `Usage: npm run bench:page [-- options]

Measures the page Exposed VMs in Chromium on what npm start runs, filled by npm run seed before, beside the plain list of
VMs: the first row after the data, the slowest key in the search, the longest task while scrolling, memory after loading
and after events. Prints one line of JSON for each page.

  --vms N       how many VMs were seeded, for the lines (10000)
  --events N    how many changes of Services follow (10000, which are 10 minutes of 1,000 a minute)
  --help        this text

PORT=9001 npm run bench:page asks another port than 9000.`;

const progress = new Progress();
try {
  const { values } = parseArgs({
    options: {
      vms: { type: 'string', default: '10000' },
      events: { type: 'string', default: '10000' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) console.log(usage);
  else {
    for (const [name, text] of Object.entries(values))
      if (!/^[1-9]\d*$/.test(String(text))) throw new Failure(`--${name} needs a whole number, not ${String(text)}.`);
    const url = `http://localhost:${process.env.PORT ?? 9000}`;
    await fetch(url).catch(() => {
      throw new Failure(`Nothing answers at ${url}. Start it first, with npm start, and fill it with npm run seed.`);
    });
    const args = ['test', '--config=test/e2e/playwright.config.ts', '--project=alone', '--reporter=line'];
    const { status } = spawnSync(installedCommand('playwright'), [...args, 'thousandVms.spec.ts'], {
      cwd: repository,
      stdio: 'inherit',
      env: {
        ...process.env,
        BASE_URL: url,
        CLUSTER_JSON: process.env.CLUSTER_JSON ?? path.join(cache, 'cluster/cluster.json'),
        CHROME_BIN: await availableChromium(progress),
        SCALE_SEEDED: 'yes',
        SCALE_VMS: values.vms,
        SCALE_EVENTS: values.events,
      },
    });
    process.exitCode = status ?? 1;
  }
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
