import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { touchedBy } from './changedFiles.mjs';
import { clusterModule, logFile, repository, workflowsModule } from './folders.mjs';
import { goEnvironment, goFlags, goLinkFlags } from './goBuild.mjs';
import { availableNft } from './nft.mjs';
import { run } from './processes.mjs';
import { countGoTests, goTestOutput } from './testCounts.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./testSetup.mjs').TestSetup} TestSetup */

/**
 * @param {string} title
 * @param {string} folder of the module
 * @returns {Stage}
 */
export function goCheck(title, folder) {
  return {
    title,
    parts: ['go'],
    lane: 'go',
    changed: touchedBy(new RegExp(`^${path.relative(repository, folder)}/`)),
    async work(setup) {
      await setup.go();
      const log = logFile(title.replaceAll(' ', '-'));
      const format = await run('gofmt', ['-l', '.'], { name: 'gofmt', log, cwd: folder });
      const unformatted = readFileSync(log, 'utf8');
      if (format !== 0 || unformatted !== '')
        return { code: format || 1, output: `gofmt would change:\n${unformatted}` };
      const code = await run('go', ['vet', ...goFlags, './...'], {
        name: 'go vet',
        log,
        cwd: folder,
        env: goEnvironment,
      });
      return { code, output: readFileSync(log, 'utf8') };
    },
  };
}

/**
 * @param {string} title
 * @param {string} folder of the module
 * @param {{ needs?: (setup: TestSetup) => Promise<unknown>, touched: RegExp, withoutCluster: string[] }} options
 *   withoutCluster: the arguments of go test that choose the tests that need no cluster
 * @returns {Stage}
 */
export function goTests(title, folder, { needs = () => Promise.resolve(), touched, withoutCluster }) {
  return {
    title,
    parts: ['go'],
    lane: 'go',
    changed: (files) => touchedBy(touched)(files) && withoutCluster,
    async work(setup, more) {
      await setup.go();
      /** @type {NodeJS.ProcessEnv} */
      let cluster = {};
      if (more.length === 0) {
        await needs(setup);
        cluster = { CLUSTER_JSON: (await setup.cluster()).clusterJson };
      }
      const nft = folder === clusterModule ? await availableNft(setup.progress) : undefined;
      const log = logFile(title.replaceAll(' ', '-'));
      // vetted already; not from the cache: the cluster is another one each time, and Go does not see that the chart
      // changed
      const args = [
        'test',
        '-json',
        '-vet=off',
        '-count=1',
        ...goFlags,
        ...goLinkFlags,
        ...(more.length > 0 ? more : ['./...']),
      ];
      const code = await run('go', args, {
        name: title,
        log,
        cwd: folder,
        env: { ...goEnvironment, ...cluster, ...(nft && { NFT: nft }) },
        minutes: 20,
      });
      const output = readFileSync(log, 'utf8');
      return { code, output: goTestOutput(output), counts: countGoTests(output) };
    },
  };
}

/**
 * The workflows of GitHub Actions, by actionlint: expressions, contexts, inputs of actions. Without the linters that it
 * finds on some machines alone.
 * @type {Stage}
 */
export const workflows = {
  title: 'workflows',
  parts: ['go'],
  lane: 'go',
  changed: touchedBy(/^(?:\.github|test\/workflows)\//),
  async work(setup) {
    await setup.go();
    const folder = path.join(repository, '.github/workflows');
    const files = readdirSync(folder).map((file) => path.join(folder, file));
    const log = logFile('workflows');
    const tool = ['github.com/rhysd/actionlint/cmd/actionlint', '-no-color', '-shellcheck=', '-pyflakes='];
    const code = await run('go', ['run', ...goFlags, ...goLinkFlags, ...tool, ...files], {
      name: 'actionlint',
      log,
      cwd: workflowsModule,
      env: goEnvironment,
    });
    return { code, output: readFileSync(log, 'utf8') };
  },
};
