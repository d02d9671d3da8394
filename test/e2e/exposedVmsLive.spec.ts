import type { Page, WebSocketRoute } from '@playwright/test';
import { expect, expectErrors, test } from './consolePage';
import { api, cluster, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

/** What the page Exposed VMs does while connections break and lists expire, and its tests of several Services. */
const pagePath = (namespace: string) => `/exposed-vms/ns/${namespace}`;
const row = (page: Page, name: string) =>
  page
    .getByRole('grid', { name: 'Exposed VMs' })
    .locator('tr')
    .filter({ has: page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });

/** The watches of Services that the page has open, through which the test can speak to the page. */
async function watchesOfServices(page: Page): Promise<WebSocketRoute[]> {
  const open: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/services\?.*watch=true/, (socket) => {
    const server = socket.connectToServer();
    open.push(socket);
    server.onClose(() => open.splice(open.indexOf(socket), 1));
  });
  return open;
}

/** As the API server answers a list or a watch that goes on from where it no longer knows anything. */
const EXPIRED = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message: 'The provided continue parameter is too old to display a consistent list result.',
  reason: 'Expired',
  code: 410,
};

test('a watch that breaks is taken up again, with what has changed meanwhile', async ({ page, namespace }) => {
  await makeVm(namespace, 'web', { templateLabels: { app: 'web' } });
  await makeService(namespace, 'front', { app: 'web' });
  const watches = await watchesOfServices(page);
  await page.goto(pagePath(namespace));
  await expect(row(page, 'front')).toContainText('Reachable');
  expect(watches.length).toBeGreaterThan(0);
  await Promise.all(watches.splice(0).map((socket) => socket.close({ code: 1001, reason: 'the API server restarts' })));
  await makeService(namespace, 'second', { app: 'web' });
  await expect(row(page, 'second')).toBeVisible({ timeout: 60_000 });
  await expect(row(page, 'front')).toContainText('Reachable');
});

test('a watch whose version has expired is begun again', async ({ page, namespace }) => {
  await makeVm(namespace, 'web', { templateLabels: { app: 'web' } });
  await makeService(namespace, 'front', { app: 'web' });
  const watches = await watchesOfServices(page);
  await page.goto(pagePath(namespace));
  await expect(row(page, 'front')).toContainText('Reachable');
  for (const socket of watches) socket.send(JSON.stringify({ type: 'ERROR', object: EXPIRED }));
  await makeService(namespace, 'second', { app: 'web' });
  await expect(row(page, 'second')).toBeVisible({ timeout: 60_000 });
  await expect(row(page, 'front')).toContainText('Reachable');
});

test('a list that expires between two of its pages is said not to be read, and read again', async ({
  page,
  namespace,
}) => {
  expectErrors(page, { status: 410, path: paths.services(namespace) });
  await makeVm(namespace, 'web', { templateLabels: { app: 'web' } });
  await makeService(namespace, 'front', { app: 'web' });
  let isExpired = true;
  await page.route(/\/services\?(?!.*watch=true)/, async (route) => {
    if (!isExpired) return route.continue();
    if (route.request().url().includes('continue=')) return route.fulfill({ status: 410, json: EXPIRED });
    const answer = await route.fetch();
    const list = (await answer.json()) as { metadata: object; items: unknown[] };
    return route.fulfill({ response: answer, json: { ...list, metadata: { ...list.metadata, continue: 'page2' } } });
  });
  await page.goto(pagePath(namespace));
  await expect(page.getByRole('main').getByText(EXPIRED.message)).toBeVisible();
  await expect(page.getByText('No VMs are exposed')).toHaveCount(0);
  isExpired = false;
  await expect(row(page, 'front')).toContainText('Reachable', { timeout: 60_000 });
});

test('several Services are tested by one Job, which tells of each', async ({ page, namespace }) => {
  test.skip(!cluster.runsCommands, `The local cluster runs no commands here: ${cluster.whyNot ?? ''}`);
  await makeVm(namespace, 'web', { templateLabels: { app: 'web' } });
  await makeService(namespace, 'front', { app: 'web' });
  await makeService(namespace, 'second', { app: 'web' });
  await page.goto(pagePath(namespace));
  for (const name of ['front', 'second'])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  await page.getByRole('main').getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Run connection test' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run connection test on 2 Services' });
  await dialog.getByLabel('Image').fill('registry.example.com/tools:1');
  await dialog.getByRole('button', { name: 'Run connection test' }).click();
  const results = dialog.getByRole('list', { name: 'Results of the test' });
  for (const name of ['front', 'second']) await expect(results).toContainText(`Service ${name}`, { timeout: 60_000 });
  const { items } = await api<{ items: ApiObject[] }>('GET', paths.jobs(namespace));
  expect(items).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
});
