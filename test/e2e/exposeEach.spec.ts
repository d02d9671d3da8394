import type { Page } from '@playwright/test';
import { answered, expect, expectAccessible, expectErrors, picture, test } from './consolePage';
import { next } from './exposeVm';
import { isRealWrite, recordWrites } from './writes';
import { api, lookUp, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeService, makeVm, readVmi, readyEndpoints } from '../local-cluster/vms';

/** One Service for each of several VMs, from the first step to the undo of one of them. */
const VMS = ['shop-a', 'shop-b', 'shop-c'] as const;

const servicesOf = async (namespace: string) =>
  (await api<{ items: ApiObject[] }>('GET', paths.services(namespace))).items
    .map(({ metadata }) => metadata.name)
    .sort();
const rowOf = (page: Page, vm: string) =>
  page.getByRole('row').filter({ has: page.locator('[data-label="VM"]', { hasText: new RegExp(`^${vm}$`) }) });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** The API server as it is when it has no room for one Service: first it asks for a second, then it refuses. */
async function refuseService(page: Page, name: string): Promise<{ end: () => void; readonly answers: number[] }> {
  let isOver = false;
  const answers: number[] = [];
  await page.route('**/api/v1/namespaces/*/services*', async (route) => {
    const request = route.request();
    const isMeant = request.method() === 'POST' && isRealWrite(request);
    if (isOver || !isMeant || !(request.postData() ?? '').includes(`"name":"${name}"`)) return route.fallback();
    const code = answers.length === 0 ? 429 : 500;
    answers.push(code);
    await route.fulfill({
      status: code,
      headers: { 'Content-Type': 'application/json', ...(code === 429 ? { 'Retry-After': '1' } : {}) },
      body: JSON.stringify({
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason: code === 429 ? 'TooManyRequests' : 'InternalError',
        message: code === 429 ? 'too many requests' : 'etcdserver: no space',
        code,
      }),
    });
  });
  return { end: () => (isOver = true), answers };
}

/** Opens the wizard for all three, with a Service for each of them. */
async function openForEach(page: Page, namespace: string): Promise<void> {
  for (const name of VMS) await makeVm(namespace, name);
  await page.goto(`/expose-vm/ns/${namespace}?${VMS.map((name) => `vm=${name}`).join('&')}`);
  await page.getByRole('radio', { name: 'One Service for each VM' }).click();
}

async function toReviewOfEach(page: Page): Promise<void> {
  for (let step = 0; step < 3; step += 1) await next(page);
  for (const name of VMS) await expect(rowOf(page, name)).toContainText('Dry run passed');
}

test('three VMs get a Service each: a taken name is said before, and Review tells the changes of each', async ({
  page,
  namespace,
}) => {
  await makeService(namespace, 'shop-c', { app: 'other' });
  await openForEach(page, namespace);
  await expect(page.getByText('1 Service needs another name')).toBeVisible();
  await picture(page, 'each-names');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use names that are free' }).click();
  await expect(page.getByLabel('Service name for shop-c')).toHaveValue('shop-c-2');

  await toReviewOfEach(page);
  await page.getByRole('button', { name: 'Changes for shop-a' }).click();
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('heading')).toHaveText('Create Service shop-a');
  await picture(page, 'each-review');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Expose 3 VMs', exact: true }).click();
  await expect(heading(page, '3 of 3 VMs have their Service')).toBeVisible({ timeout: 60_000 });
  expect(await servicesOf(namespace)).toEqual(['shop-a', 'shop-b', 'shop-c', 'shop-c-2']);
});

test('of three VMs, what fails is tried again alone, and one is undone', async ({ page, namespace }) => {
  expectErrors(page, ...answered(429, paths.services(namespace)), ...answered(500, paths.services(namespace)));
  await openForEach(page, namespace);
  await toReviewOfEach(page);
  const refused = await refuseService(page, 'shop-b');
  await page.getByRole('button', { name: 'Expose 3 VMs', exact: true }).click();
  await expect(heading(page, '2 of 3 VMs have their Service')).toBeVisible({ timeout: 60_000 });
  expect(refused.answers, 'after the second that it asks for, the API server is asked again').toEqual([429, 500]);
  await expect(rowOf(page, 'shop-b')).toContainText('etcdserver: no space');
  await expect(rowOf(page, 'shop-a')).toContainText('Reachable');
  await expect(rowOf(page, 'shop-a')).toContainText(`shop-a.${namespace}.svc.cluster.local`);
  await picture(page, 'each-run');
  await expectAccessible(page);
  expect(await servicesOf(namespace)).toEqual(['shop-a', 'shop-c']);

  refused.end();
  const writes = recordWrites(page);
  await page.getByRole('button', { name: 'Try again for 1 VM' }).click();
  await expect(heading(page, '3 of 3 VMs have their Service')).toBeVisible({ timeout: 60_000 });
  expect(writes).toEqual(['POST services']);
  for (const vm of VMS) {
    const address = (await readVmi(namespace, vm)).status.interfaces?.[0]?.ipAddress ?? '';
    expect(await readyEndpoints(namespace, vm)).toEqual([address]);
    await expect.poll(() => lookUp(`${vm}.${namespace}.svc.cluster.local`).catch(() => [])).toHaveLength(1);
  }

  await page.getByRole('button', { name: 'Actions for shop-a' }).click();
  await page.getByRole('menuitem', { name: 'Undo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo the changes for shop-a?' });
  await expect(dialog.getByRole('listitem')).toHaveText(['Delete Service shop-a']);
  await dialog.getByRole('button', { name: 'Undo changes' }).click();
  await expect(heading(page, '2 of 3 VMs have their Service')).toBeVisible({ timeout: 60_000 });
  await expect(rowOf(page, 'shop-a')).toContainText('Changes undone');
  expect(await servicesOf(namespace)).toEqual(['shop-b', 'shop-c']);
  // a reload knows all of it
  await page.reload();
  await expect(heading(page, '2 of 3 VMs have their Service')).toBeVisible({ timeout: 60_000 });
  await expect(rowOf(page, 'shop-a')).toContainText('Changes undone');
});
