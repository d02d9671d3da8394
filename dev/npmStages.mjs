import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { touchedBy } from './changedFiles.mjs';
import { clientsBinary, consoleFolder, installedCommand, logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';
import { countJest, countNodeTests, countPlaywright } from './testCounts.mjs';

/** @typedef {import('./testCounts.mjs').Counts} Counts */
/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./stages.mjs').Outcome} Outcome */
/** @typedef {import('./testSetup.mjs').TestSetup} TestSetup */

/**
 * @param {string} title
 * @param {string[]} tool the command that an npm package of the folder brings, and its arguments
 * @param {{ all?: string[], changed: NonNullable<Stage['changed']>, folder?: string }} options all: what it checks unless
 *   it is given files
 * @returns {Stage}
 */
export function check(title, [command = '', ...args], { all = [], changed, folder = repository }) {
  return {
    title,
    parts: ['lint'],
    lane: 'pages',
    changed,
    async work(setup, more) {
      await (folder === consoleFolder ? setup.consolePackages() : setup.packages());
      const log = logFile(title.replaceAll(' ', '-'));
      const which = more.length > 0 ? more : all;
      const code = await run(installedCommand(command, folder), [...args, ...which], {
        name: title,
        log,
        cwd: folder,
        minutes: 10,
      });
      return { code, output: readFileSync(log, 'utf8') };
    },
  };
}

/** These read the source tree and the documents themselves, so that jest does not know what they depend on. */
const specsOfTheTree = ['test/architecture.spec.ts', 'test/diagnosisDocument.spec.ts'];

/** @type {Stage} */
export const jest = {
  title: 'jest',
  parts: ['unit'],
  lane: 'pages',
  takesArguments: true,
  changed(files) {
    if (files.some((file) => /^(?:package-lock\.json|jest\.config\.\w+|test\/(?:jestSetup|sdkStub)\.\w+)$/.test(file)))
      return [];
    const sources = files.filter((file) => /^(?:src|test\/[^/]+|locales)\b.*\.(?:tsx?|json)$/.test(file));
    return sources.length > 0 || files.some((file) => /\.(?:md|json)$/.test(file))
      ? ['--findRelatedTests', ...sources, ...specsOfTheTree]
      : undefined;
  },
  async work(setup, more) {
    await setup.packages();
    return jestTests('jest', [], more);
  },
};

/** What needs the local cluster and no browser. @type {Stage} */
export const onCluster = {
  title: 'tests on the cluster',
  parts: ['on-cluster'],
  lane: 'go',
  takesArguments: true,
  async work(setup, more) {
    await setup.packages();
    const { clusterJson } = await setup.cluster();
    return jestTests('jest-on-cluster', ['--config=test/on-cluster/jest.config.mjs'], more, {
      CLUSTER_JSON: clusterJson,
      CLIENTS_BIN: clientsBinary,
    });
  },
};

/**
 * @param {string} name of its log
 * @param {string[]} args
 * @param {string[]} more
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Outcome>}
 */
async function jestTests(name, args, more, env) {
  const [log, report] = [logFile(name), logFile(`${name}.json`)];
  rmSync(report, { force: true });
  const code = await run(installedCommand('jest'), [...args, '--json', `--outputFile=${report}`, ...more], {
    name: 'jest',
    log,
    env,
    minutes: 20,
  });
  return { code, output: readFileSync(log, 'utf8'), counts: countsOf(report, countJest) };
}

/**
 * @param {string} title
 * @param {string} folder whose *.test.mjs are run
 * @param {(setup: TestSetup) => Promise<unknown>} needs
 * @returns {Stage}
 */
export function nodeTests(title, folder, needs) {
  return {
    title,
    parts: ['unit'],
    lane: 'pages',
    changed: touchedBy(new RegExp(`^${path.relative(repository, folder)}/`)),
    async work(setup) {
      await needs(setup);
      const log = logFile(title.replaceAll(' ', '-'));
      // files, not a folder: what node --test makes of a folder differs between its versions
      const code = await run(process.execPath, ['--test', ...testFiles(folder)], {
        name: title,
        log,
        cwd: folder,
        minutes: 20,
      });
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

/** @type {Stage} */
export const browser = {
  title: 'browser tests',
  parts: ['e2e'],
  lane: 'browser',
  takesArguments: true,
  async work(setup, more) {
    const chromium = await setup.chromium();
    const { url, clusterJson } = await setup.pages();
    const [log, report] = [logFile('playwright'), logFile('playwright.json')];
    rmSync(report, { force: true });
    const args = ['test', '--config=test/e2e/playwright.config.ts', '--reporter=list,json', ...more];
    const env = {
      BASE_URL: url,
      CLUSTER_JSON: clusterJson,
      CLIENTS_BIN: clientsBinary,
      CHROME_BIN: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
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
