import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectErrors, noInstance, picture, test } from './consolePage';
import {
  confirmAndApply,
  expectVerified,
  fillPorts,
  fillSelection,
  next,
  ON_THE_POD,
  reached,
  tabPath,
  toReview,
  type Wanted,
  type When,
  wizardPath,
} from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { migrateVm } from '../local-cluster/migrations';
import { expandRow, findings, showNotes, verdictOf } from './tabRow';
import { makeVm, readPods, readVmi, readyEndpoints, restartVm } from '../local-cluster/vms';

/** What lasts of a label, and what is told of one that does not: through live migration and restart. */
const VM = 'web';
const SERVICE = 'backend';
const wanted = (when: When): Wanted => ({
  name: SERVICE,
  port: '80',
  targetPort: '8080',
  label: { key: 'tier', value: 'backend', when },
});

/** What the tab says of the Service: its status, and these findings about labels in this order. */
async function expectTold(page: Page, verdict: 'Reachable' | 'Not reachable', told: readonly RegExp[]): Promise<void> {
  await expect(verdictOf(page, SERVICE)).toHaveText(new RegExp(`^\\s*${verdict}`));
  await expandRow(page, SERVICE);
  await showNotes(page);
  await expect(findings(page).filter({ hasText: /Rule S\d/ })).toHaveText(told);
}

/** The addresses of the VM: of its pod and its instance, and of the Service's endpoint, which has to be the same. */
async function expectReached(page: Page, namespace: string): Promise<string> {
  const [address] = (await readVmi(namespace, VM)).status.interfaces?.map(({ ipAddress }) => ipAddress ?? '') ?? [];
  expect(address).toBeTruthy();
  await expect.poll(() => readyEndpoints(namespace, SERVICE)).toEqual([address]);
  await expect
    .poll(async () =>
      (await readPods(namespace, VM))
        .filter(({ status }) => status.phase === 'Running')
        .map(({ status }) => status.podIP),
    )
    .toEqual([address]);
  await expectTold(page, 'Reachable', []);
  return address ?? '';
}

async function expose(page: Page, namespace: string, when: When): Promise<void> {
  await makeVm(namespace, VM);
  await page.goto(wizardPath(namespace, VM));
  await toReview(page, wanted(when));
  await confirmAndApply(page, VM);
  await expectVerified(page, 45_000);
}

test('a label set now, without a restart, stays through a live migration and a restart', async ({
  page,
  namespace,
}) => {
  expectErrors(page, noInstance(paths.vmi(namespace, VM)));
  await expose(page, namespace, 'Now, without a restart');
  await page.goto(tabPath(namespace, VM));
  const first = await expectReached(page, namespace);
  await migrateVm(namespace, VM);
  const second = await expectReached(page, namespace);
  await restartVm(namespace, VM);
  const third = await expectReached(page, namespace);
  expect(new Set([first, second, third]).size, 'each has another pod, with an address of its own').toBe(3);
});

test('what is lost of a label on the pod only is told beforehand', async ({ page, namespace }) => {
  await makeVm(namespace, VM);
  await page.goto(wizardPath(namespace, VM));
  await fillPorts(page, wanted(ON_THE_POD));
  await next(page);
  await next(page);
  await page.getByRole('radio', { name: 'VMs with a label' }).check();
  const radio = page.getByRole('radio', { name: ON_THE_POD });
  await expect(radio, 'not offered before More is opened').toBeHidden();
  await fillSelection(page, wanted(ON_THE_POD));
  await expect(page.locator('.pf-v6-c-radio').filter({ has: radio })).toContainText(
    'The label is lost at the next restart or live migration',
  );
  const preview = page.getByRole('region', { name: 'What the Service selects' });
  await expect(preview.getByRole('row').nth(1)).toHaveText(new RegExp(`^${VM}\\s*Selected\\s*Not selected$`));
  await picture(page, 'wizard-pod-only');
  await expectAccessible(page);
});

/** It works, and both losses are foretold. */
const FORETOLD = [
  /is not in its template\. Add it there.*Rule S7/,
  /is not on its running instance\. Add it there.*Rule S8/,
];

for (const [what, happens] of [
  ['live migration', migrateVm],
  ['restart', restartVm],
] as const) {
  test(`a label on the pod only works until the next ${what}, and the tab says so before and after`, async ({
    page,
    namespace,
  }) => {
    expectErrors(page, noInstance(paths.vmi(namespace, VM)));
    await expose(page, namespace, ON_THE_POD);
    await expect(reached(page)).toBeVisible();
    await page.goto(tabPath(namespace, VM));
    await expectTold(page, 'Reachable', FORETOLD);

    await happens(namespace, VM);
    await expect.poll(() => readyEndpoints(namespace, SERVICE)).toEqual([]);
    await expectTold(page, 'Not reachable', [
      /The Service selects tier=backend, and this VM has other labels\..*Rule S3/,
    ]);
    // a tab that is opened only then has nothing to remember it by
    await page.reload();
    await expectTold(page, 'Not reachable', [/Rule S3/]);
    await expectAccessible(page);
  });
}
