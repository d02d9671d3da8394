import { defineConfig } from '@playwright/test';

/** Tests that measure what the browser does, or change something that all of the cluster has. */
const ALONE = /@alone/;

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
  // `npm run test:e2e` runs the two one after the other
  projects: [
    { name: 'side-by-side', grepInvert: ALONE, fullyParallel: true },
    { name: 'alone', grep: ALONE, workers: 1 },
  ],
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
