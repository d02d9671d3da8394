import type { Page } from '@playwright/test';
import { expect, expectErrors, noInstance, test } from './consolePage';
import { apply, fillSelection, next, wizardPath } from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';

const LONG = 'a-virtual-machine-with-quite-a-long-name-of-just-63-characters0';
const SEVERAL = ['web', 'db', LONG];

/** The wizard's buttons are wholly inside the window, and the page beneath them is not scrolled. */
async function expectFooterInView(page: Page, step: string): Promise<void> {
  const main = page.locator('#content-scrollable');
  for (const button of [
    page.getByRole('button', { name: 'Next', exact: true }).or(apply(page)),
    page.getByRole('button', { name: 'Cancel', exact: true }),
  ])
    await expect(button.last(), step).toBeInViewport({ ratio: 1 });
  expect(await main.evaluate(({ scrollTop }) => scrollTop), step).toBe(0);
  const overflow = await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow, `${step}, sideways`).toBeLessThanOrEqual(0);
}

/** From step 1 to Review; with 20 ports in the first one. */
async function throughTheSteps(page: Page, path: string, ports: number): Promise<void> {
  await page.goto(path);
  await expect(page.getByLabel('Service name')).toBeVisible();
  await expectFooterInView(page, 'Service and ports');
  for (let port = 1; port < ports; port += 1) {
    await page.getByRole('button', { name: 'Add port' }).click();
    await page.getByRole('menuitem', { name: 'Custom port' }).click();
    await page
      .getByRole('textbox', { name: 'Port', exact: true })
      .last()
      .fill(String(8000 + port));
  }
  await expectFooterInView(page, `${ports} ports`);
  await next(page);
  await expect(page.getByRole('radio', { name: 'Inside the cluster' })).toBeVisible();
  await expectFooterInView(page, 'Access');
  await next(page);
  await fillSelection(page, { label: { key: 'tier', value: 'backend', when: 'Start now' } });
  await expectFooterInView(page, 'VM selection');
  await next(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Review' })).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  await expectFooterInView(page, 'Review');
}

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`at ${width}x${height} the footer of the wizard is in view on every step`, async ({ page, namespace }) => {
    await page.setViewportSize({ width, height });
    expectErrors(page, ...SEVERAL.map((vm) => noInstance(paths.vmi(namespace, vm))));
    await Promise.all(SEVERAL.map((vm) => makeVm(namespace, vm, { runStrategy: 'Halted' })));
    await throughTheSteps(page, wizardPath(namespace, 'web'), 20);
    await throughTheSteps(page, wizardPath(namespace, LONG), 1);
    await throughTheSteps(page, `/expose-vm/ns/${namespace}?${SEVERAL.map((vm) => `vm=${vm}`).join('&')}`, 1);
  });
}
