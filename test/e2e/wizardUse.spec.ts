import { expect, expectAccessible, picture, test } from './consolePage';
import { apply, fillSelection, next, reached, selectService, tabPath, wizardPath } from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeService, makeVm, readVm } from '../local-cluster/vms';
import { recordWrites } from './writes';

const TIER = { key: 'tier', value: 'backend' } as const;

test('back, forward and a reload keep what was typed', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await page.goto(tabPath(namespace, 'web'));
  await page.getByRole('main').getByRole('link', { name: 'Expose VM', exact: true }).click();
  await page.getByLabel('Service name').fill('typed-name');
  await page.getByRole('textbox', { name: 'Port', exact: true }).fill('8443');
  await next(page);
  await next(page);
  await fillSelection(page, { label: { ...TIER, when: 'At the next restart' } });
  await page.getByRole('button', { name: 'Service and ports' }).click();
  const expectKept = async () => {
    await expect(page.getByLabel('Service name')).toHaveValue('typed-name');
    await expect(page.getByRole('textbox', { name: 'Port', exact: true })).toHaveValue('8443');
  };
  await expectKept();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
  await page.goForward();
  await expectKept();
  await page.reload();
  await expectKept();
  await next(page);
  await next(page);
  await expect(page.getByLabel('Label key')).toHaveValue('tier');
  await expect(page.getByRole('radio', { name: 'At the next restart' })).toBeChecked();
});

test('a link with everything filled in still shows each step, and nothing is sent before Apply', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  const before = await readVm(namespace, 'web');
  const writes = recordWrites(page);
  await page.goto(
    wizardPath(
      namespace,
      'web',
      '?name=backend&port=80&targetPort=8080&protocol=TCP&type=ClusterIP&label=tier%3Dbackend',
    ),
  );
  await expect(page.getByLabel('Service name')).toHaveValue('backend');
  await expect(apply(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Review' })).toBeDisabled();
  for (let step = 0; step < 3; step += 1) await next(page);
  await expect(page.getByText('Dry run passed').first()).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  expect(writes).toEqual([]);
  expect((await readVm(namespace, 'web')).spec).toEqual(before.spec);
  expect((await api<{ items: ApiObject[] }>('GET', paths.services(namespace))).items).toEqual([]);
  await apply(page).click();
  await expect(reached(page)).toBeVisible({ timeout: 30_000 });
  expect(writes[0]).toBe('PATCH virtualmachines/web');
});

for (const [theme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const) {
  test(`every step in ${theme}, ${width} pixels wide: readable, accessible, nothing cut off`, async ({
    page,
    namespace,
  }) => {
    if (theme === 'dark') await page.addInitScript(() => localStorage.setItem('bridge/theme', 'dark'));
    await page.setViewportSize({ width, height: 900 });
    await makeVm(namespace, 'web', { templateLabels: { app: 'shop', zone: 'a' } });
    await makeVm(namespace, 'clone', { templateLabels: { tier: 'backend' } });
    await makeService(namespace, 'shop', { app: 'shop' });
    const look = async (name: string) => {
      await picture(page, `${name}-${theme}-${width}`);
      await expectAccessible(page);
      const overflow = await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(overflow, name).toBeLessThanOrEqual(0);
    };
    await page.goto(wizardPath(namespace, 'web', '?name=backend&port=80&targetPort=8080&label=tier%3Dbackend'));
    await expect(page.getByLabel('Service name')).toHaveValue('backend');
    await look('ports');
    await selectService(page, 'shop');
    await look('ports-existing');
    await page.getByRole('radio', { name: 'Create a Service' }).check();
    await next(page);
    await look('reach');
    await next(page);
    await page.getByRole('button', { name: /^Other template labels/ }).click();
    await page.getByRole('button', { name: 'Remove app=shop', exact: true }).click();
    await expect(page.getByText(/app=shop will be removed/)).toBeVisible();
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('radio', { name: 'Restart now' }).check();
    await expect(page.getByText('What the Service selects')).toBeVisible();
    await expect(page.getByRole('main').getByText(/clone/).first()).toBeVisible();
    await look('selection');
    await next(page);
    await expect(page.getByText('Dry run in progress')).toHaveCount(0);
    await look('review');
  });
}
