import { expect, type Page } from '@playwright/test';

/** What a person enters in the wizard; what is left out stays as the wizard proposes it. */
export interface Wanted {
  readonly name?: string;
  readonly port?: string;
  readonly targetPort?: string;
  readonly label?: { readonly key: string; readonly value: string; readonly when: 'Now, without a restart' | 'Restart now' | 'At the next restart' };
}

export const wizardPath = (namespace: string, vm: string, query = '') => `/expose-vm/ns/${namespace}/${vm}${query}`;
export const tabPath = (namespace: string, vm: string) => `/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/${vm}/services`;

export const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
export const apply = (page: Page) => page.getByRole('button', { name: 'Apply', exact: true });

/** Fills step 1 of an open wizard. */
export async function fillPorts(page: Page, { name, port, targetPort }: Wanted): Promise<void> {
  if (name !== undefined) await page.getByLabel('Service name').fill(name);
  if (port !== undefined) await page.getByRole('textbox', { name: 'Port', exact: true }).fill(port);
  if (targetPort !== undefined) await page.getByRole('textbox', { name: 'Target port' }).fill(targetPort);
}

/** Fills step 3. */
export async function fillSelection(page: Page, { label }: Wanted): Promise<void> {
  if (!label) {
    await page.getByRole('radio', { name: 'Just this VM' }).check();
    return;
  }
  await page.getByRole('radio', { name: 'By a label' }).check();
  await page.getByLabel('Label key').fill(label.key);
  await page.getByLabel('Label value').fill(label.value);
  await page.getByRole('radio', { name: label.when }).check();
}

/** Goes through the open wizard to Review and waits until the API server has answered for every write. */
export async function toReview(page: Page, wanted: Wanted): Promise<void> {
  await fillPorts(page, wanted);
  await next(page);
  await next(page);
  await fillSelection(page, wanted);
  await next(page);
  await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
  await expect(page.getByText('asking the API server')).toHaveCount(0);
}

/** Confirms the restart where there is one, and applies. */
export async function confirmAndApply(page: Page, vm: string): Promise<void> {
  const confirmation = page.getByLabel(/to confirm the restart/);
  if (await confirmation.isVisible()) await confirmation.fill(vm);
  await apply(page).click();
}

/** The value beside a term of a named description list. */
export const valueOf = (page: Page, list: string, term: string) =>
  page.locator(`dl[aria-label="${list}"] > div`).filter({ has: page.locator('> dt', { hasText: new RegExp(`^${term}$`) }) }).locator('> dd');

export const resultOf = (page: Page, term: string) => valueOf(page, 'Result', term);
