import { expect, type Locator, type Page } from '@playwright/test';
import { tabPath } from './exposeVm';

/** The row of a Service in the Services tab of a VM. */
export const rowOf = (page: Page, service: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.locator('td[data-label="Name"]').getByRole('link', { name: service, exact: true }) });

/** The verdict that the row of a Service shows. */
export const verdictOf = (page: Page, service: string): Locator =>
  rowOf(page, service).locator('td[data-label="Verdict"]');

/** The findings of the one row that is open, the most telling first. */
export const findings = (page: Page): Locator => page.getByRole('list', { name: 'Findings' }).locator(':scope > li');

/** Opens the tab, and the row of the Service where it is not open by itself. */
export async function openRow(page: Page, namespace: string, vm: string, service: string): Promise<void> {
  await page.goto(tabPath(namespace, vm));
  const toggle = rowOf(page, service).getByRole('button', { expanded: false });
  await expect(rowOf(page, service)).toBeVisible();
  if ((await toggle.count()) > 0 && (await page.getByRole('list', { name: 'Way of a connection' }).count()) === 0) {
    const details = rowOf(page, service).getByRole('button').first();
    if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
  }
  await expect(page.getByRole('list', { name: 'Way of a connection' })).toBeVisible();
}

/** Reviews the fix that is offered for a finding, and applies it; a restart is confirmed by the VM's name. */
export async function fix(page: Page, code: string, vm: string): Promise<void> {
  await page.getByRole('button', { name: `Review the fix of ${code}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Steps' })).toBeVisible();
  const confirmation = dialog.getByRole('textbox', { name: /^Type .* to confirm/ });
  if ((await confirmation.count()) > 0) await confirmation.fill(vm);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog.getByText('All steps are done.')).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
}
