import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { chartModule, clientsBinary, clusterModule, consoleFolder, installedCommand, logFile, repository } from './folders.mjs';
import { goEnvironment, goFlags, goLinkFlags } from './goBuild.mjs';
import { run } from './processes.mjs';
import { countGoTests, countJest, countNodeTests, countPlaywright, goTestOutput } from './testCounts.mjs';

/** @typedef {import('./testCounts.mjs').Counts} Counts */
/** @typedef {import('./testSetup.mjs').TestSetup} TestSetup */
/**
 * @typedef {object} Outcome
 * @property {number} code the tool's exit code
 * @property {string} output all that it wrote
 * @property {Counts} [counts] of its tests; absent for a check, which is one thing that holds or does not
 */
/**
 * One line of the table at the end.
 * @typedef {object} Stage
 * @property {string} title
 * @property {string[]} parts the arguments of npm test that run it, apart from `all`
 * @property {'pages' | 'go' | 'browser'} lane stages of a lane run one after the other; the browser's come last, alone,
 *   since they measure time
 * @property {boolean} [takesArguments] whether what the developer adds after -- is for this tool
 * @property {(setup: TestSetup, more: string[]) => Promise<Outcome>} work
 */

/**
 * @param {string} title
 * @param {string} command that an npm package of the folder brings
 * @param {string[]} args
 * @param {string} [folder]
 * @returns {Stage}
 */
function check(title, command, args, folder = repository) {
  return {
    title,
    parts: ['lint'],
    lane: 'pages',
    async work(setup) {
      await (folder === consoleFolder ? setup.consolePackages() : setup.packages());
      const log = logFile(title.replaceAll(' ', '-'));
      const code = await run(installedCommand(command, folder), args, { name: title, log, cwd: folder, minutes: 10 });
      return { code, output: readFileSync(log, 'utf8') };
    },
  };
}

/** @type {Stage} */
const jest = {
  title: 'jest',
  parts: ['unit'],
  lane: 'pages',
  takesArguments: true,
  async work(setup, more) {
    await setup.packages();
    const [log, report] = [logFile('jest'), logFile('jest.json')];
    const args = ['--json', `--outputFile=${report}`, ...more];
    const code = await run(installedCommand('jest'), args, { name: 'jest', log, minutes: 20 });
    return { code, output: readFileSync(log, 'utf8'), counts: countsOf(report, countJest) };
  },
};

/**
 * @param {string} title
 * @param {string} folder whose *.test.mjs are run
 * @param {(setup: TestSetup) => Promise<unknown>} needs
 * @returns {Stage}
 */
function nodeTests(title, folder, needs) {
  return {
    title,
    parts: ['unit'],
    lane: 'pages',
    async work(setup) {
      await needs(setup);
      const log = logFile(title.replaceAll(' ', '-'));
      // files, not a folder: what node --test makes of a folder differs between its versions
      const code = await run(process.execPath, ['--test', ...testFiles(folder)], { name: title, log, cwd: folder, minutes: 20 });
      const output = readFileSync(log, 'utf8');
      return { code, output, counts: countNodeTests(output) };
    },
  };
}

/** @param {string} folder */
function testFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs') && !name.split(path.sep).includes('node_modules'))
    .sort();
}

/**
 * @param {string} title
 * @param {string} folder of the module
 * @returns {Stage}
 */
function goCheck(title, folder) {
  return {
    title,
    parts: ['go'],
    lane: 'go',
    async work(setup) {
      await setup.go();
      const log = logFile(title.replaceAll(' ', '-'));
      const format = await run('gofmt', ['-l', '.'], { name: 'gofmt', log, cwd: folder });
      const unformatted = readFileSync(log, 'utf8');
      if (format !== 0 || unformatted !== '') return { code: format || 1, output: `gofmt would change:\n${unformatted}` };
      const code = await run('go', ['vet', ...goFlags, './...'], { name: 'go vet', log, cwd: folder, env: goEnvironment });
      return { code, output: readFileSync(log, 'utf8') };
    },
  };
}

/**
 * @param {string} title
 * @param {string} folder of the module
 * @param {(setup: TestSetup) => Promise<unknown>} needs
 * @returns {Stage}
 */
function goTests(title, folder, needs) {
  return {
    title,
    parts: ['go'],
    lane: 'go',
    async work(setup) {
      await needs(setup);
      const { clusterJson } = await setup.cluster();
      const log = logFile(title.replaceAll(' ', '-'));
      // vetted already; not from the cache: the cluster is another one each time, and Go does not see that the chart changed
      const args = ['test', '-json', '-vet=off', '-count=1', ...goFlags, ...goLinkFlags, './...'];
      const env = { ...goEnvironment, CLUSTER_JSON: clusterJson };
      const code = await run('go', args, { name: title, log, cwd: folder, env, minutes: 20 });
      const output = readFileSync(log, 'utf8');
      return { code, output: goTestOutput(output), counts: countGoTests(output) };
    },
  };
}

/** @type {Stage} */
const build = {
  title: 'plugin build',
  parts: ['build'],
  lane: 'pages',
  async work(setup) {
    await setup.plugin();
    return { code: 0, output: '' };
  },
};

/** @type {Stage} */
const browser = {
  title: 'browser tests',
  parts: ['e2e'],
  lane: 'browser',
  takesArguments: true,
  async work(setup, more) {
    const chromium = await setup.chromium();
    const { url, clusterJson } = await setup.pages();
    const [log, report] = [logFile('playwright'), logFile('playwright.json')];
    const args = ['test', '--config=test/e2e/playwright.config.ts', '--reporter=list,json', ...more];
    const env = { BASE_URL: url, CLUSTER_JSON: clusterJson, CLIENTS_BIN: clientsBinary, CHROME_BIN: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const code = await run(installedCommand('playwright'), args, { name: 'Playwright', log, env, minutes: 50 });
    return { code, output: readFileSync(log, 'utf8'), counts: countsOf(report, countPlaywright) };
  },
};

/**
 * @param {string} report
 * @param {(text: string) => Counts} count
 * @returns {Counts} none when the tool broke down before it wrote its report
 */
function countsOf(report, count) {
  try {
    return count(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @type {Stage[]} */
export const stages = [
  check('types', 'tsc', ['--noEmit']),
  check('eslint', 'eslint', ['.', '--max-warnings=0']),
  check('stylelint', 'stylelint', ['**/*.css', '--allow-empty-input']),
  check('knip', 'knip', ['--no-progress']),
  check('translations', 'i18next-cli', ['extract', '--ci']),
  jest,
  nodeTests('dev script tests', path.join(repository, 'dev'), () => Promise.resolve()),
  build,
  check('console types', 'tsc', ['--noEmit'], consoleFolder),
  nodeTests('console tests', consoleFolder, async (setup) => {
    await setup.plugin();
    await setup.standIn();
  }),
  goCheck('chart vet', chartModule),
  // they hold the web server's configuration against the files of the build
  goTests('chart tests', chartModule, (setup) => setup.plugin()),
  goCheck('cluster vet', clusterModule),
  goTests('cluster tests', clusterModule, () => Promise.resolve()),
  browser,
];
