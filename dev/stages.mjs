import path from 'node:path';
import { filesLike, touchedBy } from './changedFiles.mjs';
import { chartModule, clusterModule, consoleFolder, repository, tsc } from './folders.mjs';
import { generations, newestTypes, react17 } from './generationStages.mjs';
import { goCheck, goTests, workflows } from './goStages.mjs';
import { browser, check, installing, jest, nodeTests, onCluster } from './npmStages.mjs';
import { proof } from './proofStage.mjs';

/** @typedef {import('./testCounts.mjs').Counts} Counts */
/** @typedef {import('./testSetup.mjs').TestSetup} TestSetup */
/**
 * @typedef {object} Outcome
 * @property {number} code the tool's exit code
 * @property {string} output all that it wrote
 * @property {string} [skippedBecause] why a stage did nothing, where that is no failure
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
 * @property {(files: string[]) => string[] | undefined} [changed] what npm run test:changed gives the tool when these
 *   files have changed, none for all that it does; undefined when they cannot have broken it. A stage without is left
 *   out there
 * @property {(setup: TestSetup) => Promise<unknown>} [prepare] what takes long, done beside the stages before; where it
 *   fails, so does its work
 * @property {(setup: TestSetup, more: string[]) => Promise<Outcome>} work more: arguments that choose a part of the
 *   work
 */

/** @type {Stage} */
const build = {
  title: 'plugin build',
  parts: ['build'],
  lane: 'pages',
  changed: touchedBy(/^(?:webpack\.config\.\w+|package(?:-lock)?\.json|console-extensions\.json|locales\/)/),
  async work(setup) {
    await setup.plugin();
    return { code: 0, output: '' };
  },
};

/**
 * In each lane first what can fail within seconds; jest last of its lane, since it uses a core that the other lane
 * leaves.
 * @type {Stage[]}
 */
export const stages = [
  check('types', [tsc, '--noEmit'], {
    changed: touchedBy(/\.tsx?$|^tsconfig\.json$|^package-lock\.json$|^locales\//),
  }),
  // what needs types, or several files to be read
  check('oxlint', ['oxlint'], {
    changed: touchedBy(/\.tsx?$|^(?:package-lock|tsconfig|\.oxlintrc)\.json$/),
  }),
  check('eslint', ['eslint', '--max-warnings=0', '--no-warn-ignored'], {
    all: ['.'],
    changed: filesLike(/\.(?:tsx?|[mc]?js)$/, /^(?:package-lock\.json|eslint\.config\.\w+)$/),
  }),
  check('prettier', ['prettier', '--check', '--ignore-unknown'], {
    all: ['.'],
    changed: filesLike(/\.(?:tsx?|[mc]?js|json|css|ya?ml)$/, /^(?:package-lock\.json|\.prettier.*)$/),
  }),
  check('stylelint', ['stylelint', '--allow-empty-input'], {
    all: ['**/*.css'],
    changed: filesLike(/\.css$/, /^stylelint\.config\.\w+$/),
  }),
  // its words are in .cspell/field.txt
  check(
    'spelling',
    ['cspell', '--no-progress', '--cache', '--cache-strategy=content', '--cache-location=.cache/cspell'],
    {
      changed: touchedBy(/\.(?:tsx?|mjs|md|txt|json)$/),
    },
  ),
  check('knip', ['knip', '--no-progress'], { changed: touchedBy(/\.(?:tsx?|mjs|json)$/) }),
  check('translations', ['i18next-cli', 'extract', '--ci'], {
    changed: touchedBy(/^(?:src|locales|i18next\.config)\b/),
  }),
  check('console types', [tsc, '--noEmit'], {
    changed: touchedBy(/^test\/console\//),
    folder: consoleFolder,
    async needs(setup) {
      await setup.packages();
      await setup.consolePackages();
    },
  }),
  nodeTests('dev script tests', path.join(repository, 'dev'), () => Promise.resolve()),
  build,
  nodeTests('console tests', consoleFolder, async (setup) => {
    await setup.plugin();
    await setup.standIn();
  }),
  newestTypes,
  jest,
  react17,
  goCheck('cluster vet', clusterModule),
  goTests('cluster tests', clusterModule, { touched: /^test\/cluster\//, withoutCluster: ['./internal/...'] }),
  onCluster,
  proof,
  workflows,
  goCheck('chart vet', chartModule),
  goTests('chart tests', chartModule, {
    // they hold the web server's configuration against the files of the build
    needs: (setup) => setup.plugin(),
    touched: /^(?:test\/chart|charts)\/|^Dockerfile$/,
    withoutCluster: ['-skip=^TestAPIServerAccepts$', './...'],
  }),
  browser,
  generations,
  installing,
];
