import type { Page } from '@playwright/test';
import { expect, expectErrors, noInstance, test } from './consolePage';
import { fillSelection, next, wizardPath } from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';

const VMS = ['web', 'db', 'cache', 'queue', 'mail', 'idle'];

/** The wizard's buttons are wholly inside the window, and the page beneath them is not scrolled. */
async function expectFooterInView(page: Page, step: string): Promise<void> {
  const main = page.locator('#content-scrollable');
  for (const name of [/^(Next|Expose VMs?|Expose and restart VMs?)$/, /^Cancel$/])
    await expect(page.getByRole('button', { name }).last(), `${step}: ${name}`).toBeInViewport({ ratio: 1 });
  expect(await main.evaluate(({ scrollTop }) => scrollTop), step).toBe(0);
}

test.use({ viewport: { width: 1280, height: 800 } });

test('at 1280x800 the footer of the wizard is in view on every step', async ({ page, namespace }) => {
  expectErrors(page, ...VMS.map((vm) => noInstance(paths.vmi(namespace, vm))));
  await Promise.all(VMS.map((vm) => makeVm(namespace, vm, { runStrategy: 'Halted' })));
  for (const path of [
    wizardPath(namespace, 'web'),
    `/expose-vm/ns/${namespace}?${VMS.map((vm) => `vm=${vm}`).join('&')}`,
  ]) {
    await page.goto(path);
    await expect(page.getByLabel('Service name')).toBeVisible();
    await expectFooterInView(page, 'Service and ports');
    await next(page);
    await expect(page.getByRole('radio', { name: 'Inside the cluster' })).toBeVisible();
    await expectFooterInView(page, 'Access');
    await next(page);
    await fillSelection(page, { label: { key: 'tier', value: 'backend', when: 'Start now' } });
    await expectFooterInView(page, 'VM selection');
    await next(page);
    await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
    await expect(page.getByText('Dry run in progress')).toHaveCount(0);
    await expectFooterInView(page, 'Review');
  }
});
