import { tsc } from './folders.mjs';
import { check, playwright, runJest } from './npmStages.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */

/** The consoles in which what differs is tested, each with the generation to which it belongs. */
const CONSOLES = [
  { release: '4.19.0', generation: '4.20' },
  { release: '4.20.0', generation: '4.20' },
  { release: '4.21.0', generation: '4.20' },
  { release: '5.0.0', generation: '5.0' },
];

/** The types of React and PatternFly as the newest console has them; those that are installed are the oldest's. */
export const newestTypes = check('types of 5.0', [tsc, '--noEmit', '--project', 'tsconfig.newest.json'], {
  async needs(setup) {
    await setup.packages();
    await setup.otherPackages('5.0');
  },
});

/**
 * The specs of components with the React of the oldest consoles.
 * @type {Stage}
 */
export const react17 = {
  title: 'jest with React 17',
  parts: ['unit'],
  lane: 'pages',
  async work(setup, more) {
    await setup.packages();
    await setup.otherPackages('4.20');
    return runJest('jest-react17', ['--config=jest.react17.config.mjs', ...more]);
  },
};

/**
 * The browser tests that every console has to pass, in those beside 4.22.
 * @type {Stage}
 */
export const generations = {
  title: 'generations',
  parts: [],
  lane: 'browser',
  takesArguments: true,
  async prepare(setup) {
    for (const generation of new Set(CONSOLES.map((one) => one.generation))) await setup.otherStandIn(generation);
  },
  async work(setup, more) {
    const chromium = await setup.chromium();
    /** @type {Record<string, string>} */
    const urls = {};
    let cluster = '';
    for (const { release, generation } of CONSOLES) {
      const { url, clusterJson } = await setup.otherPages(release, generation);
      urls[release] = url;
      cluster = clusterJson;
    }
    const env = { CONSOLES: JSON.stringify(urls), CLUSTER_JSON: cluster, CHROME_BIN: chromium };
    return playwright('e2e', more, env, 'generations');
  },
};
