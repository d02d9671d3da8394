import { defineConfig, type Project } from '@playwright/test';

/** Tests that measure what the browser does, or change something that all of the cluster has. */
const ALONE = /@alone/;
/** Tests of what 4.22 does not do; the tag names the console that does. */
const OF_OTHER_CONSOLES = /@console-/;

/**
 * `npm test -- generations` starts the consoles beside 4.22 and names them here, each release with its address.
 * In 4.20 and 5.0 run the tests that are tagged @each-console; in any of them those that are tagged for it alone
 * (@console-4.20) or for it as well as for 4.22 (@also-4.21).
 */
const consoles = JSON.parse(process.env.CONSOLES ?? '{}') as Record<string, string>;
const PASS_EACH = ['4.20.0', '5.0.0'];

/**
 * The tests of a worker have one browser profile, emptied between them: what a page was compiled to is compiled once.
 * Those that measure begin with a new one each.
 */
const reuseContext = true;

function projectOf([release, baseURL]: [string, string]): Project {
  const short = release.replace(/\.0$/, '');
  const ofThis = `@(console|also)-${short.replace('.', '\\.')}\\b`;
  return {
    name: `console-${short}`,
    fullyParallel: true,
    grep: new RegExp(PASS_EACH.includes(release) ? `@each-console|${ofThis}` : ofThis),
    use: { baseURL, reuseContext },
  };
}

const inConsole422: Project[] = [
  { name: 'side-by-side', grepInvert: [ALONE, OF_OTHER_CONSOLES], fullyParallel: true, use: { reuseContext } },
  { name: 'alone', grep: ALONE, grepInvert: OF_OTHER_CONSOLES, workers: 1 },
].map((project) => ({ ...project, outputDir: `../../test-results/${project.name}` }));

/**
 * Run by `npm run test:e2e`, which starts the local cluster and the console stand-in and names them in the environment.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // each test has its own namespace; while one waits for a virtual machine the others use the machine's two cores
  workers: 3,
  // `npm run test:e2e` runs the first two one after the other
  projects: process.env.CONSOLES ? Object.entries(consoles).map(projectOf) : inConsole422,
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:9000',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROME_BIN ? { executablePath: process.env.CHROME_BIN } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
