import type { Page } from '@playwright/test';
import { expect, picture, test } from './consolePage';
import { tabPath, wizardPath } from './exposeVm';
import { chooseLanguage, LANGUAGES, makeExposedVm } from './languages';
import { cutOff, untranslated, wordsOf } from './shownTexts';

/** What the stand-in around the plugin says, and the console's own components in it; it speaks English only. */
const FRAME = [
  ...['Project:', 'Hide tree', 'Breadcrumb', 'VirtualMachine details', 'VirtualMachines', 'Running', 'Actions of web'],
  ...['Actions', 'Tabs', 'Overview', 'YAML', 'Events', 'Details', 'Services', 'Service details', 'Actions of near'],
];
/** Kinds, types and protocols, which no language translates. */
const KINDS = [
  ...['VirtualMachine', 'VM', 'Service', 'S', 'Pod', 'Route', 'OVNKubernetes', 'Headless'],
  ...['ClusterIP', 'NodePort', 'LoadBalancer', 'TCP', 'UDP', 'SCTP', 'ClusterIP · 80/TCP', '80/TCP'],
];
/** Names that PatternFly's wizard and alerts give for screen readers. */
const PATTERNFLY = ['Wizard toggle', '\\[.*\\] content', 'Success alert:'];

const pane = (page: Page) => page.locator('[data-test="vm-pane"]');
const main = (page: Page) => page.locator('#content-scrollable');

/** Opens each page: tabs, lists, a menu, and the wizard from its first step to the result; looks at each. */
async function walk(page: Page, namespace: string, t: (key: string) => string, look: (what: string) => Promise<void>) {
  await page.goto(tabPath(namespace, 'web'));
  await expect(page.getByText(t('Not reachable'), { exact: true }).first()).toBeVisible();
  // the worst is first, and open by itself
  await expect(page.getByRole('list', { name: t('Connection path') }).first()).toBeVisible();
  await look('tab');
  await page.goto(`/exposed-vms/ns/${namespace}`);
  await expect(page.getByText(t('Not reachable'), { exact: true }).first()).toBeVisible();
  await look('exposed-vms');
  await main(page).locator('tbody').first().getByRole('button').last().click();
  await expect(page.getByRole('menuitem', { name: t('Expose again') })).toBeVisible();
  await look('menu');
  await page.goto(`/k8s/ns/${namespace}/services/near/virtual-machines`);
  await expect(page.getByText(t('Not reachable'), { exact: true }).first()).toBeVisible();
  await look('service-tab');
  await page.goto('/cluster-network');
  await expect(page.getByRole('button', { name: t('Pods and VMs') })).toBeVisible();
  await look('cluster-network');
  await page.goto(wizardPath(namespace, 'web'));
  await expect(page.getByLabel(t('Service name'))).toBeVisible();
  await look('wizard-ports');
  for (const step of ['access', 'selection', 'review']) {
    await page.getByRole('button', { name: t('Next'), exact: true }).click();
    if (step === 'review') await expect(page.getByText(t('Dry run passed')).first()).toBeVisible();
    else await expect(page.getByRole('radio').first()).toBeVisible();
    await look(`wizard-${step}`);
  }
  await page.getByRole('button', { name: t('Expose VM'), exact: true }).click();
  await expect(main(page).getByText(t('Try it'), { exact: true })).toBeVisible({ timeout: 60_000 });
  await look('result');
}
const rootOf = (page: Page, what: string) =>
  what === 'tab' ? pane(page) : what === 'menu' ? page.getByRole('menu') : main(page);

test('every text of the pages can be translated', async ({ page, namespace }) => {
  await makeExposedVm(namespace);
  await chooseLanguage(page, 'en', true);
  const FOREIGN: Record<string, string> = {
    ...{ a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', A: 'Å', E: 'É', O: 'Ö', S: 'Š' },
  };
  const pseudo = (key: string) =>
    `[${key.replace(/[a-zA-Z]/g, (letter) => FOREIGN[letter] ?? letter)}${'·'.repeat(Math.ceil(key.length / 4))}]`;
  const objects = [namespace, 'web', 'front', 'near', 'default', 'own', 'web \\(vmi.kubevirt.io/id=web\\)', 'node\\d'];
  const data = [...objects, `web.${namespace}.svc.cluster.local`, ...FRAME, ...KINDS, ...PATTERNFLY];
  const found: Record<string, string[]> = {};
  await walk(page, namespace, pseudo, async (what) => {
    const texts = await untranslated(rootOf(page, what), data);
    if (texts.length > 0) found[what] = texts;
    const cut = await cutOff(rootOf(page, what));
    if (cut.length > 0) found[`${what}, cut`] = cut;
  });
  expect(found).toEqual({});
});

for (const language of LANGUAGES) {
  test(`no text is cut off in "${language}", at 1280 pixels and in the tab beside the tree of VMs`, async ({
    page,
    namespace,
  }) => {
    await makeExposedVm(namespace);
    await chooseLanguage(page, language);
    const found: Record<string, string[]> = {};
    await walk(page, namespace, wordsOf(language), async (what) => {
      const cut = await cutOff(rootOf(page, what));
      if (cut.length > 0) found[what] = cut;
      await picture(page, what);
    });
    expect(found).toEqual({});
  });
}
