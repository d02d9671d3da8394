import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectErrors, noInstance, test } from './consolePage';
import { confirmAndApply, reached, tabPath, toReview, wizardPath } from './exposeVm';
import { expandRow, verdictOf } from './tabRow';
import { api, paths } from '../local-cluster/localCluster';
import { makeService, makeVm, readPods } from '../local-cluster/vms';

/** What the consoles beside 4.22 do in another way; what is the same in all of them is tagged @each-console. */
const menuItems = (page: Page) => page.getByRole('menuitem');

test(
  'the menus of a VM take no actions: the ways in are the navigation and the tab',
  { tag: '@console-4.20' },
  async ({ page, namespace }) => {
    expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
    await makeVm(namespace, 'web', { runStrategy: 'Halted' });
    await page.goto(`/k8s/ns/${namespace}/virtualmachines`);
    await page.getByRole('button', { name: 'Actions of web', exact: true }).click();
    await expect(menuItems(page)).toHaveText(['Start', 'Restart', 'Stop']);
    await page.keyboard.press('Escape');
    const navigation = page.getByRole('navigation');
    await expect(page.locator('[data-test="perspective-switcher-toggle"]')).toHaveText('Core platform');
    await navigation.getByRole('link', { name: 'Exposed VMs' }).click();
    await page.getByRole('button', { name: 'Show VMs that are not exposed' }).click();
    await page.getByRole('link', { name: 'Expose web' }).click();
    await expect(page).toHaveURL(new RegExp(`${wizardPath(namespace, 'web')}$`));
    await expect(page.getByLabel('Service name')).toBeVisible();

    await page.goto(`/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/web`);
    await page.locator('[data-test="actions-menu-button"]').click();
    await expect(menuItems(page)).toHaveText(['Start', 'Restart', 'Stop']);
    await page.keyboard.press('Escape');
    await page.locator('[data-test="horizontal-link-Services"]').click();
    await page.getByRole('main').getByRole('link', { name: 'Expose VM', exact: true }).last().click();
    await expect(page).toHaveURL(new RegExp(`${wizardPath(namespace, 'web')}$`));
  },
);

test(
  'with KubeVirt 1.6, whose pods have no id, just this VM is its hostname, and stays so when pods get one',
  { tag: '@console-4.20' },
  async ({ page, namespace }) => {
    await makeVm(namespace, 'web');
    const podOf = async () => (await readPods(namespace, 'web')).find(({ status }) => status.phase === 'Running');
    const old = await podOf();
    const withoutId = [{ op: 'remove', path: '/metadata/labels/vmi.kubevirt.io~1id' }];
    await api('PATCH', paths.pods(namespace, `/${old?.metadata.name ?? ''}`), withoutId);
    await page.goto(wizardPath(namespace, 'web'));
    await toReview(page, { name: 'backend', port: '80', targetPort: '8080' });
    await page.getByRole('button', { name: /^YAML: / }).click();
    await expect(page.getByRole('main').locator('pre')).toContainText('vm.kubevirt.io/name: web');
    await confirmAndApply(page, 'web');
    await expect(reached(page)).toBeVisible({ timeout: 60_000 });
    const { spec } = await api<{ spec: { selector: Record<string, string> } }>(
      'GET',
      paths.services(namespace, 'backend'),
    );
    expect(spec.selector).toEqual({ 'vm.kubevirt.io/name': 'web' });

    // the pod that a newer KubeVirt makes has both labels
    expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
    await api('PUT', `/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/web/restart`, {});
    const idOfNew = async () => {
      const pod = await podOf();
      return pod?.metadata.name === old?.metadata.name ? undefined : pod?.metadata.labels?.['vmi.kubevirt.io/id'];
    };
    await expect.poll(idOfNew, { timeout: 60_000 }).toBe('web');
    await page.goto(tabPath(namespace, 'web'));
    await expect(verdictOf(page, 'backend')).toContainText('Reachable', { timeout: 60_000 });
  },
);

test(
  'a console that is too old says so instead of showing a plugin that breaks',
  { tag: '@console-4.19' },
  async ({ page }) => {
    expectErrors(page, { message: /expose-vm.*fail/ });
    await page.goto('/plugins');
    const row = page.locator('[data-test="plugin-expose-vm"]');
    await expect(row).toContainText('failed');
    await expect(row).toContainText('@console/pluginAPI not met: required range >=4.20.0-0, resolved version 4.19.0');
    await expect(page.getByRole('navigation').getByRole('link', { name: 'VirtualMachines' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Exposed VMs' })).toHaveCount(0);
  },
);

for (const [contrast, theme] of [
  ['High contrast', 'dark'],
  ['Glass', 'light'],
] as const)
  test(
    `${contrast}, ${theme}: the tab and the wizard are readable`,
    { tag: '@console-5.0' },
    async ({ page, namespace }) => {
      // without a graphics card the blur of Glass takes long to draw
      test.slow();
      await makeVm(namespace, 'web', { templateLabels: { app: 'web' }, ownLabels: { own: 'web' } });
      await makeService(namespace, 'front', { app: 'web' });
      await makeService(namespace, 'near', { own: 'web' });
      await page.addInitScript((chosen) => localStorage.setItem('bridge/theme', chosen), theme);
      await page.goto('/plugins');
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('menuitem', { name: contrast }).click();
      const isChosen = new RegExp(`pf-v6-theme-${contrast.toLowerCase().replace(' ', '-')}`);
      await expect(page.locator('html')).toHaveClass(isChosen);

      await page.goto(tabPath(namespace, 'web'));
      await expect(page.locator('html')).toHaveClass(isChosen);
      await expect(verdictOf(page, 'near')).toContainText('Not reachable');
      await expandRow(page, 'near');
      await page.getByRole('button', { name: 'Details Service near to web' }).click();
      await expectAccessible(page);

      await page.goto(wizardPath(namespace, 'web'));
      await expect(page.getByLabel('Service name')).toBeVisible();
      await expectAccessible(page);
    },
  );
