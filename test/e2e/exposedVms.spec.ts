import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { actAs, docsPicture, expect, expectAccessible, picture, test } from './consolePage';
import { giveUsualRights } from './namespaceUsers';
import { api, paths } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

/** The page Exposed VMs: what it lists, finds, keeps in its URL, opens, and does with several rows. */
const pagePath = (namespace: string, query = '') => `/exposed-vms/ns/${namespace}${query}`;
const LONG = 'a-virtual-machine-with-quite-a-long-name-of-just-63-characters0';
const table = (page: Page) => page.getByRole('grid', { name: 'Exposed VMs' });
/** The names by which the rows are selected, in their order. */
const names = (page: Page) =>
  table(page)
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')?.replace('Select ', '')));
const row = (page: Page, name: string) =>
  table(page)
    .locator('tr')
    .filter({ has: page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
const dark = (page: Page) => page.addInitScript(() => localStorage.setItem('bridge/theme', 'dark'));
const select = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
const bulk = async (page: Page, action: string) => {
  await page.getByRole('main').getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

/** A VM that two Services reach, one that none does, and a Service that nearly reaches. */
async function makeShop(namespace: string): Promise<void> {
  await Promise.all([
    makeVm(namespace, 'web', { templateLabels: { app: 'web' }, ownLabels: { own: 'web' } }),
    makeVm(namespace, 'batch', { runStrategy: 'Halted' }),
  ]);
  await makeService(namespace, 'front', { app: 'web' });
  await makeService(namespace, 'near', { own: 'web' });
}

test(
  'lists Services with their VMs, filters, keeps all in the URL, and opens rows',
  { tag: '@each-console' },
  async ({ page, namespace }) => {
    await makeShop(namespace);
    await page.goto(pagePath(namespace));
    await expect(row(page, 'front')).toContainText('Reachable');
    await expect(row(page, 'front')).toContainText(`front.${namespace}.svc.cluster.local`);
    await expect(row(page, 'near')).toContainText('Not reachable');
    expect(await names(page)).toEqual(['near', 'front']);
    await docsPicture(page, 'exposed-vms');
    await expectAccessible(page);

    await page.getByRole('button', { name: '1 reachable' }).click();
    await expect(row(page, 'near')).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Search by VM, Service, or address' }).fill('WEB');
    await page.getByText('Show VMs that are not exposed').click();
    await expect(page).toHaveURL(/\?search=WEB&status=reachable&not-exposed=$/);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Search by VM, Service, or address' })).toHaveValue('WEB');
    expect(await names(page)).toEqual(['front']);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect(row(page, 'batch')).toContainText('Not exposed');
    await expect(page.getByRole('link', { name: 'Expose batch' })).toBeVisible();

    await row(page, 'front')
      .getByRole('button', { name: /Details$/ })
      .click();
    await expect(page.getByRole('list', { name: 'Connection path' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Label is on the VM but not in its template' })).toHaveCount(0);
    await expectAccessible(page);
  },
);

test('a change shows within two seconds, and no row moves', async ({ page, namespace }) => {
  await makeShop(namespace);
  await page.goto(pagePath(namespace));
  await expect(row(page, 'front')).toContainText('Reachable');
  const place = await row(page, 'front').boundingBox();
  await makeService(namespace, 'aaa', { own: 'web' });
  await expect(row(page, 'aaa')).toBeVisible({ timeout: 2000 });
  expect(await names(page)).toEqual(['near', 'front', 'aaa']);
  expect((await row(page, 'front').boundingBox())?.y).toBe(place?.y);
  await api('PATCH', paths.services(namespace, 'near'), [
    { op: 'replace', path: '/spec/selector', value: { app: 'web' } },
  ]);
  await expect(row(page, 'near')).not.toContainText('Not reachable', { timeout: 2000 });
  expect(await names(page)).toEqual(['near', 'front', 'aaa']);
});

test('columns are chosen and remembered, and what is shown is exported', async ({ page, namespace }) => {
  await makeShop(namespace);
  await page.goto(pagePath(namespace));
  await page.getByRole('button', { name: 'Manage columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Manage columns' });
  await dialog.getByRole('checkbox', { name: 'Access' }).check();
  await dialog.getByRole('checkbox', { name: 'Created', exact: true }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('columnheader', { name: 'Access' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Created', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '1 reachable' }).click();
  await expect(row(page, 'near')).toHaveCount(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('"VM","Service","Address","Access","Created","Status"');
  expect(text.split('\r\n')[1]).toMatch(/^"web","front","front\.[^"]*:80","Inside the cluster","[^"]+","Reachable"$/);
  expect(text.trim().split('\r\n')).toHaveLength(2);
});

test('several Services are deleted, and several VMs taken to the wizard', async ({ page, namespace }) => {
  await makeShop(namespace);
  await makeVm(namespace, 'cron', { runStrategy: 'Halted' });
  await page.goto(pagePath(namespace, '?not-exposed='));
  await select(page, 'batch');
  await select(page, 'cron');
  await page.getByRole('main').getByRole('button', { name: 'Actions', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Expose each' })).toHaveAttribute(
    'href',
    new RegExp(`/expose-vm/ns/${namespace}\\?vm=batch&vm=cron&each=true$`),
  );
  await expect(page.getByRole('menuitem', { name: 'Expose together' })).toHaveAttribute(
    'href',
    new RegExp(`/expose-vm/ns/${namespace}\\?vm=batch&vm=cron$`),
  );
  await expect(page.getByRole('menuitem', { name: /Delete Services/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await select(page, 'front');
  await select(page, 'near');
  await bulk(page, 'Delete Services');
  const dialog = page.getByRole('dialog', { name: 'Delete Services' });
  await dialog.getByRole('button', { name: 'Delete Services' }).click();
  await expect(dialog.getByText('All changes were made.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(row(page, 'front')).toHaveCount(0);
  await expect(row(page, 'web')).toContainText('Not exposed');
  const { items } = await api<{ items: unknown[] }>('GET', paths.services(namespace));
  expect(items).toEqual([]);
});

test('with the keyboard alone: search, open a row, close it', async ({ page, namespace }) => {
  await makeShop(namespace);
  await page.goto(pagePath(namespace));
  await expect(row(page, 'front')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search by VM, Service, or address' }).focus();
  await page.keyboard.type('front');
  await expect(row(page, 'near')).toHaveCount(0);
  const opener = row(page, 'front').getByRole('button', { name: /Details$/ });
  for (let presses = 0; presses < 40 && !(await opener.evaluate((one) => one === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Connection path' })).toBeVisible();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Connection path' })).toHaveCount(0);
});

test('dark, and 390 pixels wide with a name of 63 characters, nothing is cut off', async ({ page, namespace }) => {
  await dark(page);
  await makeVm(namespace, LONG, { templateLabels: { app: 'long' } });
  await makeService(namespace, LONG, { app: 'long' });
  await page.goto(pagePath(namespace));
  await expect(row(page, LONG)).toContainText('Reachable');
  await picture(page, 'exposed-vms-dark');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(row(page, LONG)).toBeVisible();
  await picture(page, 'exposed-vms-narrow');
  const overflow = await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('who may read no Services is told so, and who may change nothing is not offered it', async ({
  page,
  namespace,
}) => {
  await makeShop(namespace);
  await giveUsualRights('viewer', namespace);
  await actAs(page, 'viewer');
  await page.goto(pagePath(namespace));
  await row(page, 'front').getByRole('button', { name: 'Actions for Service front' }).click();
  await expect(page.getByRole('menuitem', { name: /^Delete Service/ })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: /^Delete Service/ })).toContainText("You don't have permission");
});
