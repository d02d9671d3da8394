import type { Page } from '@playwright/test';
import { expect, expectErrors, test } from './consolePage';
import { tabPath } from './exposeVm';
import { makeVm } from '../local-cluster/vms';

const SCRIPTS = '**/api/plugins/expose-vm/*.js';
const PATH = /^\/api\/plugins\/expose-vm\/.*\.js$/;
const NOT_LOADED = 'This part of Expose VM could not be loaded';

/** The VM's page with the plugin's first files read, as it is when the plugin is upgraded under it. */
async function openVmPage(page: Page, namespace: string): Promise<void> {
  await makeVm(namespace, 'web');
  await page.goto(tabPath(namespace, 'web').replace(/services$/, ''));
  await expect(tab(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
}
const tab = (page: Page) =>
  page.locator('[data-test-id="horizontal-link-Services"], [data-test="horizontal-link-Services"]').first();
const openTab = (page: Page) => tab(page).click();
const tabIsThere = (page: Page) =>
  expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();

test('a page that is open while the plugin is upgraded says that it has to be reloaded, and works then', async ({
  page,
  namespace,
}) => {
  await openVmPage(page, namespace);
  await page.route(SCRIPTS, (route) => route.fulfill({ status: 404, body: 'not found' }));
  expectErrors(
    page,
    { status: 404, path: PATH },
    { message: /ChunkLoadError|MIME type/, notAlways: 'Chromium words it' },
  );
  await openTab(page);
  await expect(page.getByRole('heading', { name: NOT_LOADED })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByLabel('Loading')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: NOT_LOADED })).toBeVisible();
  await page.unroute(SCRIPTS);
  await page.getByRole('button', { name: 'Reload page' }).click();
  await tabIsThere(page);
});

test('a request for a part that fails once is made again, and nothing is said of it', async ({ page, namespace }) => {
  await openVmPage(page, namespace);
  const failed = new Set<string>();
  await page.route(SCRIPTS, (route) => {
    const url = route.request().url();
    if (failed.has(url)) return route.continue();
    failed.add(url);
    return route.abort('connectionreset');
  });
  expectErrors(page, { path: PATH });
  await openTab(page);
  await tabIsThere(page);
  await expect(page.getByRole('heading', { name: NOT_LOADED })).toHaveCount(0);
  expect(failed.size).toBeGreaterThan(0);
});
