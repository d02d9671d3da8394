import { defineConfig } from '@playwright/test';

/**
 * Tests of the product's parts against the real API server, KubeVirt and DNS, without console and browser. Playwright
 * runs them because they share fixtures and polling with the browser tests; none asks for a page, so no browser is
 * started. Run by `npm test`, which starts the local cluster and names it in the environment.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/on-cluster',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // each test has its own namespace, and most of its time it waits for the cluster
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
});
