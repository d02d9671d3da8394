import { expect, type Locator, type Page } from '@playwright/test';

/** What a person enters in the wizard; what is left out stays as the wizard proposes it. */
export interface Wanted {
  readonly name?: string;
  readonly port?: string;
  readonly targetPort?: string;
  readonly label?: { readonly key: string; readonly value: string; readonly when?: When };
}

/** When a label takes effect, as the wizard words it: of a stopped VM a start stands for the restart. */
export type When =
  | 'Now, without a restart'
  | 'Restart now'
  | 'Start now'
  | 'At the next restart'
  | 'At the next start'
  | typeof ON_THE_POD;

/** What the wizard keeps under More options, for it does not last. */
export const ON_THE_POD = 'On the pod only, temporary';

/** One of the radio buttons for when a label takes effect, brought to light where it is folded away. */
export async function timing(page: Page, when: When): Promise<Locator> {
  const more = page.getByRole('button', { name: 'More options', exact: true });
  if (when === ON_THE_POD && (await more.getAttribute('aria-expanded')) === 'false') await more.click();
  return page.getByRole('radio', { name: when });
}

export const wizardPath = (namespace: string, vm: string, query = '') => `/expose-vm/ns/${namespace}/${vm}${query}`;
export const tabPath = (namespace: string, vm: string) =>
  `/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/${vm}/services`;

/** A pod's address as an administrator, who may read the ranges of the local cluster, sees it. */
export const podAddress = (ip: string | undefined) => (ip ? `${ip} Pod network (10.8.0.0/14)` : 'None');

export const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
export const apply = (page: Page) =>
  page.getByRole('button', { name: /^Expose (and restart )?VM$|^Expose \d+ VMs( and restart \d+)?$/ });

/** In step 1: selects an existing Service by its name. */
export async function selectService(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: 'Use an existing Service' }).check();
  await page.getByRole('combobox', { name: 'Existing Service' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}\\b`) })
    .first()
    .click();
}

/** Presses Next where the step has a problem: the wizard stays, and a wrong field has the focus. */
export async function nextInVain(page: Page): Promise<void> {
  const step = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  await next(page);
  await expect(page.locator('[aria-invalid="true"]:focus')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 2, name: step })).toBeVisible();
}

/** Fills step 1 of an open wizard. */
export async function fillPorts(page: Page, { name, port, targetPort }: Wanted): Promise<void> {
  if (name !== undefined) await page.getByLabel('Service name').fill(name);
  if (port !== undefined) await page.getByRole('textbox', { name: 'Port', exact: true }).fill(port);
  if (targetPort !== undefined) await page.getByRole('textbox', { name: 'Target port' }).fill(targetPort);
}

/** In step 2: selects who can connect by a click on the card, whose label covers the radio button. */
export async function selectAccess(page: Page, name: string): Promise<void> {
  const radio = page.getByRole('radio', { name, exact: true });
  await expect(radio).toBeEnabled();
  // the label that takes the click belongs to the radio button, but Playwright sees it as something in between
  await radio.check({ force: true });
}

/** Fills step 3. */
export async function fillSelection(page: Page, { label }: Wanted): Promise<void> {
  if (!label) {
    await page.getByRole('radio', { name: 'This VM only' }).check();
    return;
  }
  await page.getByRole('radio', { name: 'VMs with a label' }).check();
  await page.getByLabel('Label key').fill(label.key);
  await page.getByLabel('Label value').fill(label.value);
  if (label.when) await (await timing(page, label.when)).check();
}

/** Goes through the open wizard to Review and waits until the API server has answered for every write. */
export async function toReview(page: Page, wanted: Wanted): Promise<void> {
  await fillPorts(page, wanted);
  await next(page);
  await next(page);
  await fillSelection(page, wanted);
  await next(page);
  await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
}

/** On Review: reads that the plan will not make the VM reachable, and wants the Service all the same. */
export async function acceptBlockers(page: Page, vm: string): Promise<void> {
  await expect(
    page.locator('.pf-v6-c-alert.pf-m-danger', { hasText: `${vm} will not be reachable` }).first(),
  ).toBeVisible();
  await expect(apply(page)).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Create the Service anyway' }).check();
}

/** Confirms the restart where there is one, and applies. */
export async function confirmAndApply(page: Page, vm: string): Promise<void> {
  const confirmation = page.getByLabel(/to confirm the restart/);
  if (await confirmation.isVisible()) await confirmation.fill(vm);
  await apply(page).click();
}

/** The value beside a term of a named description list. */
export const valueOf = (page: Page, list: string, term: string) =>
  page
    .locator(`dl[aria-label="${list}"] > div`)
    .filter({ has: page.locator('> dt', { hasText: new RegExp(`^${term}$`) }) })
    .locator('> dd');

/** The headline of the result, whatever it says; for screen readers it begins with how severe it is. */
export const resultHeading = (page: Page) =>
  page.getByRole('heading', { level: 2, name: /^(Success|Warning|Danger|Info|Custom) alert:/ });

/** The headline of a result that says that all is reachable. */
export const reached = (page: Page) => page.getByRole('heading', { level: 2, name: /^Success alert:.* reachable / });

/** The box with the headline, the address and what can be done. */
export const resultBox = (page: Page) => page.locator('.pf-v6-c-alert').filter({ has: resultHeading(page) });

/** Opens one of the collapsed sections of the result. */
export async function openSection(page: Page, name: string): Promise<void> {
  const toggle = page.getByRole('button', { name: new RegExp(`^${name}`) });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
}

/** How the result was verified: the endpoint has the address of the VM. */
export async function expectSameAddress(page: Page): Promise<void> {
  await openSection(page, 'How this was verified');
  await expect(
    page.getByText('The endpoint address matches the VM address, so this Service sends traffic to this VM.'),
  ).toBeVisible();
}

/** The result says that all is reachable, and how this was verified. */
export async function expectVerified(page: Page, timeout = 60_000): Promise<void> {
  await expect(reached(page)).toBeVisible({ timeout });
  await expectSameAddress(page);
}

/** The headline of a run that has failed, to the end of its sentences. */
export const runFailed = (page: Page, name: string) =>
  page.getByText(
    new RegExp(
      `Could not (finish exposing ${name}\\. Completed changes were kept|expose ${name}\\. Nothing was changed)\\.$`,
    ),
  );

/** The picture of the connection. */
export const pictureOf = (page: Page) => page.getByRole('list', { name: 'Picture of the connection' });

/** Chooses one of the rarer actions of a result. */
export async function resultAction(page: Page, name: 'Undo' | 'Expose again'): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name }).click();
}
