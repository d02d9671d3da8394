import type { Locator, Page } from '@playwright/test';
import { actAs, expect, expectErrors, noInstance, test } from './consolePage';
import { tabPath } from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';
import { giveUsualRights } from './namespaceUsers';

/**
 * The ways in: Expose VM and Check connections in the stock menus (the VM page's Actions, the kebab of a row of the VM
 * list, the list's bulk Actions, the topology), and the entries of the navigation.
 */
const STOCK = ['Start', 'Restart', 'Stop'];
const OF_VM = [...STOCK, 'Expose VM', 'Check connections'];
const listPath = (scope: string) => `/k8s/${scope}/virtualmachines`;
const kebabOf = (page: Page, vm: string) => page.getByRole('button', { name: `Actions of ${vm}`, exact: true });
const bulkActions = (page: Page) => page.getByRole('button', { name: /^Actions of \d+ selected$/ });
const select = (page: Page, vm: string) => page.getByRole('checkbox', { name: `Select ${vm}`, exact: true }).check();
const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name });
const wizardOf = (page: Page, namespace: string, vm: string) =>
  expect(page).toHaveURL(new RegExp(`/expose-vm/ns/${namespace}/${vm}$`));

/** Opens a menu; the plugin's actions come after the stock ones, each once. */
async function openMenu(page: Page, toggle: Locator, items: readonly (string | RegExp)[]): Promise<void> {
  await toggle.click();
  await expect(page.getByRole('menuitem')).toHaveText([...items]);
}

test(
  'from the Actions of the VM page to the wizard for that VM, and to its Services',
  { tag: '@also-4.21' },
  async ({ page, namespace }) => {
    expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
    await makeVm(namespace, 'web', { runStrategy: 'Halted' });
    const actions = page.locator('[data-test="actions-menu-button"]');
    await page.goto(`/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/web`);
    await openMenu(page, actions, OF_VM);
    await item(page, 'Check connections').click();
    await expect(page).toHaveURL(new RegExp(`${tabPath(namespace, 'web')}$`));
    await openMenu(page, actions, OF_VM);
    await item(page, 'Expose VM').click();
    await wizardOf(page, namespace, 'web');
    await expect(page.getByRole('heading', { level: 1, name: 'Expose virtual machine' })).toBeVisible();
    await expect(page.getByLabel('Service name')).toBeVisible();
  },
);

test(
  'from a row and from the selected rows of the VM list to the wizard, loaded only when a menu is hovered',
  { tag: '@also-4.21' },
  async ({ page, namespace }) => {
    expectErrors(page, ...['web', 'db'].map((vm) => noInstance(paths.vmi(namespace, vm))));
    await Promise.all(['web', 'db'].map((vm) => makeVm(namespace, vm, { runStrategy: 'Halted' })));
    const providers: string[] = [];
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/vmActions|exposeVmsAction/.test(request.url())) providers.push(request.url());
      if (request.url().includes('/api/kubernetes/')) asked.push(`${request.method()} ${request.url()}`);
    });
    await page.goto(listPath(`ns/${namespace}`));
    await expect(kebabOf(page, 'web')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(providers).toEqual([]);
    asked.length = 0;
    await kebabOf(page, 'web').hover();
    await expect.poll(() => providers.length).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await openMenu(page, kebabOf(page, 'web'), OF_VM);
    await item(page, 'Expose VM').click();
    await wizardOf(page, namespace, 'web');
    await expect(page.getByLabel('Service name')).toBeVisible();

    await page.goto(listPath(`ns/${namespace}`));
    await expect(bulkActions(page)).toBeDisabled();
    await select(page, 'web');
    await select(page, 'db');
    await openMenu(page, bulkActions(page), [...STOCK, 'Expose VMs']);
    await item(page, 'Expose VMs').click();
    await expect(page).toHaveURL(new RegExp(`/expose-vm/ns/${namespace}\\?vm=(web&vm=db|db&vm=web)$`));
    await expect(page.getByLabel('Service name')).toBeVisible();
  },
);

test('VMs of several projects cannot be exposed together, and the menu says why', async ({
  page,
  namespace,
  newNamespace,
}) => {
  const other = await newNamespace();
  const [here, there] = [`${namespace}-here`, `${namespace}-there`];
  await makeVm(namespace, here, { runStrategy: 'Halted' });
  await makeVm(other, there, { runStrategy: 'Halted' });
  await page.goto(listPath('all-namespaces'));
  await select(page, here);
  await select(page, there);
  await openMenu(page, bulkActions(page), [...STOCK, /^Expose VMs/]);
  await expect(item(page, /^Expose VMs/)).toBeDisabled();
  await expect(item(page, /^Expose VMs/)).toContainText('Select VMs of one project.');
});

test('the menu of a VM in the topology has both actions, each once', async ({ page, namespace }) => {
  expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web', { runStrategy: 'Halted' });
  await page.goto(`/topology/ns/${namespace}`);
  await page.getByRole('button', { name: 'Node web' }).click();
  const actions = page.locator('[data-test="topology-panel"]').getByRole('button', { name: 'Actions of web' });
  await openMenu(page, actions, OF_VM);
  await item(page, 'Expose VM').click();
  await wizardOf(page, namespace, 'web');
  await expect(page.getByLabel('Service name')).toBeVisible();
});

test('a user who may create no Service finds the action enabled, and reads there that it ends in a request', async ({
  page,
  namespace,
}) => {
  await giveUsualRights('viewer', namespace);
  await makeVm(namespace, 'web', { runStrategy: 'Halted' });
  await actAs(page, 'viewer');
  expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
  await page.goto(listPath(`ns/${namespace}`));
  await openMenu(page, kebabOf(page, 'web'), OF_VM);
  await item(page, 'Expose VM').click();
  await wizardOf(page, namespace, 'web');
  await expect(page.getByRole('button', { name: 'Next' })).toBeEnabled();
  // what the wizard has learned is known to the menu
  await page.goBack();
  await kebabOf(page, 'web').click();
  await expect(item(page, /^Expose VM/)).toContainText('You can prepare a request for an administrator.');
  await expect(item(page, /^Expose VM/)).toBeEnabled();
});

test('in both perspectives Exposed VMs and Cluster network follow VirtualMachines', async ({ page, namespace }) => {
  await page.goto(listPath(`ns/${namespace}`));
  const names = page.getByRole('navigation', { name: 'Main navigation' }).locator('[data-test="nav"]');
  const following = async () => {
    const texts = await names.allTextContents();
    return texts.slice(texts.indexOf('VirtualMachines'), texts.indexOf('VirtualMachines') + 4);
  };
  const wanted = ['VirtualMachines', 'Exposed VMs', 'Cluster network', 'Templates'];
  await expect.poll(following).toEqual(wanted);
  await page.locator('[data-test="perspective-switcher-toggle"]').click();
  await page.locator('[data-test="perspective-virtualization-perspective"]').click();
  await expect.poll(following).toEqual(wanted);
  await page.getByRole('link', { name: 'Exposed VMs' }).click();
  await expect(page).toHaveURL(new RegExp(`/exposed-vms/ns/${namespace}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Exposed VMs' })).toBeVisible();
});
