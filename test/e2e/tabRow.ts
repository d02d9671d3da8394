import { expect, type Locator, type Page } from '@playwright/test';
import { tabPath } from './exposeVm';

/** The row of a Service in the Services tab of a VM, or of a VM in the tab of a Service. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({
    has: page.locator('td[data-label="Service"], td[data-label="Name"]').getByRole('link', { name, exact: true }),
  });

/** The status that the row of a Service or a VM shows, with a few words about why. */
export const verdictOf = (page: Page, name: string): Locator => rowOf(page, name).locator('td[data-label="Status"]');

/** The connection path of the one row that is open. */
export const connectionPath = (page: Page): Locator => page.getByRole('list', { name: 'Connection path' });

/** The findings of the one row that is open, the most telling first; limitations and notes once they are shown. */
export const findings = (page: Page): Locator =>
  page.getByRole('list', { name: /^(Findings|Notes)$/ }).locator(':scope > li');

/** Of these the ones of a code, which stands at the end of each card. */
export const findingsOf = (page: Page, code: string): Locator =>
  findings(page).filter({ hasText: new RegExp(`Rule ${code}(?!\\d)`) });

/** Shows limitations and notes where there are some. */
export async function showNotes(page: Page): Promise<void> {
  const notes = page.getByRole('button', { name: /^Show \d+ note/ });
  if ((await notes.count()) > 0) await notes.click();
}

/** Opens the row where it is not open by itself, and waits until it has read what it needs. */
export async function expandRow(page: Page, name: string): Promise<void> {
  const toggle = rowOf(page, name).getByRole('button', { name: /Details$/ });
  await expect(toggle).toBeVisible();
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  await expect(connectionPath(page)).toBeVisible();
}

/** Opens the tab, and the row of the Service with all that it has found. */
export async function openRow(page: Page, namespace: string, vm: string, service: string): Promise<void> {
  await page.goto(tabPath(namespace, vm));
  await expandRow(page, service);
  await showNotes(page);
}

/** The button that fixes a finding; it says what it does, so its words differ. */
export const fixButton = (page: Page, code: string): Locator =>
  findingsOf(page, code).locator('button.pf-m-primary, button.pf-m-secondary');

/** Reviews the fix that is offered for a finding, and sends it; a restart is confirmed by the VM's name. */
export async function fix(page: Page, code: string, vm: string): Promise<void> {
  const words = await fixButton(page, code).innerText();
  await fixButton(page, code).click();
  const dialog = page.getByRole('dialog', { name: words });
  await expect(dialog.getByRole('list', { name: 'Steps' })).toBeVisible();
  const confirmation = dialog.getByRole('textbox', { name: /^Type .* to confirm/ });
  if ((await confirmation.count()) > 0) await confirmation.fill(vm);
  await dialog.getByRole('button', { name: words, exact: true }).click();
  await expect(dialog.getByText('All changes were made.')).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
}
