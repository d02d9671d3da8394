import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { touchedBy } from './changedFiles.mjs';
import { changedSpecs } from './changedSpecs.mjs';
import { clientsBinary, dist, installedCommand, logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';
import { countJest, countNodeTests, countPlaywright } from './testCounts.mjs';

/** @typedef {import('./testCounts.mjs').Counts} Counts */
/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./stages.mjs').Outcome} Outcome */
/** @typedef {import('./testSetup.mjs').TestSetup} TestSetup */

/**
 * @param {string} title
 * @param {string[]} tool the command that an npm package of the folder brings, and its arguments
 * @param {object} options
 * @param {string[]} [options.all] what it checks unless it is given files
 * @param {Stage['changed']} [options.changed]
 * @param {string} [options.folder]
 * @param {(setup: TestSetup) => Promise<unknown>} [options.needs] makes what has to be there, the packages of the
 *   folder unless given
 * @returns {Stage}
 */
export function check(title, [command = '', ...args], { all = [], changed, folder = repository, needs }) {
  return {
    title,
    parts: ['lint'],
    lane: 'pages',
    changed,
    async work(setup, more) {
      if (needs) await needs(setup);
      else await setup.packages();
      const log = logFile(title.replaceAll(' ', '-'));
      const which = more.length > 0 ? more : all;
      const code = await run(installedCommand(command, folder), [...args, ...which], {
        name: title,
        log,
        cwd: folder,
        // alone a check takes two at most, and many times as long beside all else
        minutes: 30,
      });
      return { code, output: readFileSync(log, 'utf8') };
    },
  };
}

/** These read the source tree and the documents themselves, so that jest does not know what they depend on. */
const specsOfTheTree = [
  'test/architecture/architecture.spec.ts',
  'test/architecture/translations.spec.ts',
  'test/documents/diagnosisDocument.spec.ts',
  'test/documents/guide.spec.ts',
  'test/documents/links.spec.ts',
  'test/documents/permissionsDocument.spec.ts',
  'test/documents/securityDocument.spec.ts',
];

const RELATED = '--findRelatedTests';

/** @type {Stage} */
export const jest = {
  title: 'jest',
  parts: ['unit'],
  lane: 'pages',
  takesArguments: true,
  changed(files) {
    if (files.some((file) => /^(?:package-lock\.json|jest\.config\.\w+|test\/components\/jestSetup\.\w+)$/.test(file)))
      return [];
    const sources = files.filter((file) => /^(?:src|build|test\/[^/]+|locales)\b.*\.(?:tsx?|json)$/.test(file));
    const isOfTheTree = sources.length > 0 || files.some((file) => /\.(?:md|json)$/.test(file));
    return isOfTheTree ? [RELATED, ...sources, ...specsOfTheTree] : undefined;
  },
  async work(setup, more) {
    await setup.packages();
    const changed = more[0] === RELATED ? changedSpecs(more.slice(1)) : undefined;
    const outcome = await runJest('jest', changed ? ['--runTestsByPath', ...changed.near] : more);
    const left = changed?.left
      ? `figure: ${changed.left} specs that render more than what changed: left to npm test\n`
      : '';
    return { ...outcome, output: left + outcome.output };
  },
};

/**
 * @param {string} name of the log
 * @param {string[]} more arguments
 * @returns {Promise<Outcome>}
 */
export async function runJest(name, more) {
  const [log, report] = [logFile(name), logFile(`${name}.json`)];
  rmSync(report, { force: true });
  const args = ['--json', `--outputFile=${report}`, ...more];
  const code = await run(installedCommand('jest'), args, { name, log, minutes: 20 });
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

/**
 * The product on the local cluster, without console and browser: beside the stages of the pages, since nothing is
 * timed.
 * @type {Stage}
 */
export const onCluster = {
  title: 'tests on the cluster',
  parts: ['on-cluster'],
  lane: 'go',
  takesArguments: true,
  async work(setup, more) {
    await setup.packages();
    const { clusterJson } = await setup.cluster();
    return playwright('on-cluster', more, { CLUSTER_JSON: clusterJson });
  },
};

/** @type {Stage} */
export const browser = {
  title: 'browser tests',
  parts: ['e2e'],
  lane: 'browser',
  takesArguments: true,
  async work(setup, more) {
    const chromium = await setup.chromium();
    const { url, clusterJson } = await setup.pages();
    const env = { BASE_URL: url, CLUSTER_JSON: clusterJson, CHROME_BIN: chromium };
    /** @type {Outcome[]} */
    const outcomes = [];
    // what is measured has the machine to itself
    for (const project of ['side-by-side', 'alone']) {
      const args = [`--project=${project}`, '--pass-with-no-tests', ...more];
      outcomes.push(await playwright('e2e', args, env, `e2e-${project}`));
    }
    return together(outcomes);
  },
};

/**
 * What the release file and the chart install, served by a real nginx and used in Chromium.
 * @type {Stage}
 */
export const installing = {
  title: 'installing',
  parts: ['installing'],
  lane: 'browser',
  takesArguments: true,
  async work(setup, more) {
    const chromium = await setup.chromium();
    await setup.plugin();
    await setup.standIn();
    const nginx = await setup.nginx();
    const { helm, openshiftApi } = await setup.helm();
    const { clusterJson } = await setup.cluster();
    const env = {
      CLUSTER_JSON: clusterJson,
      CHROME_BIN: chromium,
      REPOSITORY: repository,
      PLUGIN_DIST: dist,
      NGINX_ROOT: nginx,
      OPENSHIFT_API: openshiftApi,
      HELM_BIN: helm,
    };
    return playwright('installed', more, env);
  },
};

/**
 * @param {Outcome[]} outcomes of runs of the same tool
 * @returns {Outcome} with the exit code of the first that failed
 */
function together(outcomes) {
  const sum = (/** @type {keyof Counts} */ what) =>
    outcomes.reduce((count, { counts }) => count + (counts?.[what] ?? 0), 0);
  return {
    code: outcomes.find(({ code }) => code !== 0)?.code ?? 0,
    output: outcomes.map(({ output }) => output).join('\n'),
    counts: { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
  };
}

/**
 * @param {string} folder of test/, with its playwright.config.ts
 * @param {string[]} more
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name of the log
 * @returns {Promise<Outcome>}
 */
export async function playwright(folder, more, env, name = folder) {
  const [log, report] = [logFile(name), logFile(`${name}.json`)];
  rmSync(report, { force: true });
  const args = ['test', `--config=test/${folder}/playwright.config.ts`, '--reporter=list,json', ...more];
  const code = await run(installedCommand('playwright'), args, {
    name: 'Playwright',
    log,
    env: { ...env, CLIENTS_BIN: clientsBinary, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    minutes: 50,
  });
  return { code, output: readFileSync(log, 'utf8'), counts: countsOf(report, countPlaywright) };
}

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
