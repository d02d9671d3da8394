import type { Locator, Page } from '@playwright/test';
import { expect, expectErrors, noInstance, test } from './consolePage';
import { paths } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';

/**
 * Expose VM in the stock menus: the VM page's Actions, the kebab of a row of the VM list, and the list's bulk Actions.
 */
const listPath = (scope: string) => `/k8s/${scope}/virtualmachines`;
const kebabOf = (page: Page, vm: string) => page.getByRole('button', { name: `Actions of ${vm}`, exact: true });
const bulkActions = (page: Page) => page.getByRole('button', { name: /^Actions of \d+ selected$/ });
const select = (page: Page, vm: string) => page.getByRole('checkbox', { name: `Select ${vm}`, exact: true }).check();
const exposeVm = (page: Page) => page.getByRole('menuitem', { name: /^Expose VM/ });

/** Opens a menu; the plugin's action comes after the stock ones. */
async function openMenu(page: Page, toggle: Locator): Promise<void> {
  await toggle.click();
  await expect(page.getByRole('menuitem')).toHaveText(['Start', 'Restart', 'Stop', /^Expose VM/]);
}

test('from the Actions of the VM page to the wizard for that VM', async ({ page, namespace }) => {
  expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web', { runStrategy: 'Halted' });
  await page.goto(`/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/web`);
  await openMenu(page, page.locator('[data-test="actions-menu-button"]'));
  await exposeVm(page).click();
  await expect(page).toHaveURL(new RegExp(`/expose-vm/ns/${namespace}/web$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Expose web' })).toBeVisible();
  await expect(page.getByLabel('Service name')).toBeVisible();
});

test('from a row and from the selected rows of the VM list to the wizard, loaded only when a menu is hovered', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...['web', 'db'].map((vm) => noInstance(paths.vmi(namespace, vm))));
  await Promise.all(['web', 'db'].map((vm) => makeVm(namespace, vm, { runStrategy: 'Halted' })));
  const providers: string[] = [];
  page.on('request', (request) => {
    if (/exposeVms?Action/.test(request.url())) providers.push(request.url());
  });
  await page.goto(listPath(`ns/${namespace}`));
  await expect(kebabOf(page, 'web')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(providers).toEqual([]);
  await kebabOf(page, 'web').hover();
  await expect.poll(() => providers.length).toBe(1);
  await openMenu(page, kebabOf(page, 'web'));
  await exposeVm(page).click();
  await expect(page).toHaveURL(new RegExp(`/expose-vm/ns/${namespace}/web$`));
  await expect(page.getByLabel('Service name')).toBeVisible();

  await page.goto(listPath(`ns/${namespace}`));
  await expect(bulkActions(page)).toBeDisabled();
  await select(page, 'web');
  await select(page, 'db');
  await openMenu(page, bulkActions(page));
  await exposeVm(page).click();
  await expect(page).toHaveURL(new RegExp(`/expose-vm/ns/${namespace}\\?vm=(web&vm=db|db&vm=web)$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Expose 2 virtual machines' })).toBeVisible();
  await expect(page.getByLabel('Service name')).toBeVisible();
});

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
  await openMenu(page, bulkActions(page));
  await expect(exposeVm(page)).toBeDisabled();
  await expect(exposeVm(page)).toContainText('Choose virtual machines of one project');
});

test('in both perspectives Expose VM and Cluster network follow VirtualMachines', async ({ page, namespace }) => {
  await page.goto(listPath(`ns/${namespace}`));
  const names = page.getByRole('navigation', { name: 'Main navigation' }).locator('[data-test="nav"]');
  const following = async () => {
    const texts = await names.allTextContents();
    return texts.slice(texts.indexOf('VirtualMachines'), texts.indexOf('VirtualMachines') + 4);
  };
  const wanted = ['VirtualMachines', 'Expose VM', 'Cluster network', 'Templates'];
  await expect.poll(following).toEqual(wanted);
  await page.locator('[data-test="perspective-switcher-toggle"]').click();
  await page.locator('[data-test="perspective-virtualization-perspective"]').click();
  await expect.poll(following).toEqual(wanted);
});
