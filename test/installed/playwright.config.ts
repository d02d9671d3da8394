import { defineConfig } from '@playwright/test';
import browserTests from '../e2e/playwright.config';

/**
 * Tests of what is installed, on the local cluster, with a real nginx, in a browser. Run by `npm test -- installing`,
 * which names all that they need in the environment.
 */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  outputDir: '../../test-results/installed',
  timeout: 120_000,
  // there is one console, one ConsolePlugin of a name
  workers: 1,
  projects: [{ name: 'installed' }],
});
