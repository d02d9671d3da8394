import type { Page } from '@playwright/test';
import { docsPicture, expect, expectAccessible, picture, test } from './consolePage';
import { reached, tabPath, toReview, wizardPath } from './exposeVm';
import { makeService, makeVm } from '../local-cluster/vms';

const LONG = 'a-virtual-machine-with-quite-a-long-name-of-just-63-characters0';

const dark = (page: Page) => page.addInitScript(() => localStorage.setItem('bridge/theme', 'dark'));

test('with the keyboard alone: from the tab to the result', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await page.goto(tabPath(namespace, 'web'));
  const exposeLink = page.getByRole('main').getByRole('link', { name: 'Expose VM', exact: true });
  await expect(exposeLink).toBeVisible();
  await exposeLink.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Service name')).toBeVisible();
  for (const [button, then] of [
    ['Next', page.getByRole('radio', { name: 'Inside the cluster' })],
    ['Next', page.getByRole('radio', { name: 'This VM only' })],
    ['Next', page.getByRole('list', { name: 'Steps', exact: true })],
    ['Expose VM', reached(page)],
  ] as const) {
    const target = page.getByRole('button', { name: button, exact: true });
    await expect(target).toBeEnabled();
    for (
      let presses = 0;
      presses < 60 && !(await target.evaluate((element) => element === document.activeElement));
      presses += 1
    )
      await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(then).toBeVisible({ timeout: 30_000 });
  }
});

test('dark, with a Service that is not reachable', async ({ page, namespace }) => {
  await dark(page);
  await makeVm(namespace, 'web', { ownLabels: { app: 'web' } });
  await makeService(namespace, 'by-own-label', { app: 'web' });
  await page.goto(tabPath(namespace, 'web'));
  await expect(page.getByText('Not reachable', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Label is on the VM but not in its template' })).toBeVisible();
  await docsPicture(page, 'tab-not-reachable');
  await expectAccessible(page);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, {});
  await picture(page, 'wizard-review-dark');
  await expectAccessible(page);
});

test('320 pixels wide and with long names, nothing is cut off', async ({ page, namespace }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await makeVm(namespace, LONG);
  await page.goto(tabPath(namespace, LONG));
  await expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
  await picture(page, 'tab-narrow');
  await page.goto(wizardPath(namespace, LONG));
  await expect(page.getByLabel('Service name')).toHaveValue(LONG);
  await picture(page, 'wizard-narrow');
  await toReview(page, {});
  await picture(page, 'wizard-review-narrow');
  const overflow = await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
