import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectErrors, noInstance, picture, test } from './consolePage';
import { apply, confirmAndApply, expectVerified, fillSelection, toReview, wizardPath } from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { expectRestartedOnce, onToReview, RESTART, reviewSteps, TIER, toSelection, watchUids } from './restarts';
import { makeSpecialVm, putVm, uidOfVmi } from '../local-cluster/specialVms';
import { readVmi } from '../local-cluster/vms';
import { recordWrites } from './writes';

// a VM that is down has no instance that could be read
test.beforeEach(({ page, namespace }) => expectErrors(page, noInstance(paths.vmi(namespace, 'web'))));

/** In place of a guest that outlasts its time, which the local cluster ends then: the page's clock goes ahead. */
const putClockAhead = (page: Page, seconds: number) =>
  page.evaluate((milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
  }, seconds * 1000);

test('a guest that takes long to shut down: the countdown, and a force stop', async ({ page, namespace }) => {
  await makeSpecialVm(namespace, 'web', { delays: { stop: '200s' }, graceSeconds: 150 });
  const before = await uidOfVmi(namespace, 'web');
  const watch = await watchUids(namespace);
  const writes = recordWrites(page);
  await toSelection(page, namespace);
  await fillSelection(page, RESTART);
  await expect(
    page.getByText('Restarts the VM. Shutdown can take up to 150 seconds. Open connections are closed.'),
  ).toBeVisible();
  await onToReview(page);
  await confirmAndApply(page, 'web');

  const countdown = page.getByText(/web is shutting down\. Up to \d+ seconds left\./);
  await expect(countdown).toBeVisible();
  const secondsLeft = async () => Number(/Up to (\d+)/.exec((await countdown.textContent()) ?? '')?.[1]);
  const first = await secondsLeft();
  expect(first).toBeLessThanOrEqual(150);
  expect(first).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Force stop' })).toHaveCount(0);
  await expect.poll(secondsLeft, { message: 'it counts down' }).toBeLessThan(first);
  await expect(page.getByRole('listitem', { name: 'Wait for web to start: In progress' })).toBeVisible();
  await picture(page, 'run-shutdown');
  await expectAccessible(page);

  await putClockAhead(page, 150);
  await expect(page.getByText('web has not shut down within 150 seconds')).toBeVisible();
  await page.getByRole('button', { name: 'Force stop' }).click();
  const dialog = page.getByRole('dialog', { name: /Force stop web\?/ });
  await expect(dialog.getByText(/Unsaved data in the guest is lost/)).toBeVisible();
  await picture(page, 'run-force');
  await dialog.getByRole('button', { name: 'Keep waiting' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await uidOfVmi(namespace, 'web')).toBe(before);
  await page.getByRole('button', { name: 'Force stop' }).click();
  await dialog.getByRole('button', { name: 'Force stop' }).click();
  const forced = Date.now();
  await expectVerified(page);
  // of the 150 seconds that the guest takes most are left
  expect((Date.now() - forced) / 1000).toBeLessThan(40);
  await expectRestartedOnce(page, namespace, before, watch);
  expect(writes.map((write) => write.replace(/virt-launcher-web-\w+/, 'POD'))).toEqual([
    'PATCH virtualmachines/web',
    'POST services',
    'PUT virtualmachines/web/restart',
    'DELETE pods/POD',
  ]);
});

test('a restart that is under way before Apply is awaited, and no second one is sent', async ({ page, namespace }) => {
  await makeSpecialVm(namespace, 'web', { delays: { stop: '8s' }, graceSeconds: 30 });
  const before = await uidOfVmi(namespace, 'web');
  const watch = await watchUids(namespace);
  const writes = recordWrites(page);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, RESTART);
  await putVm(namespace, 'web', 'restart');
  // the page sees it and plans afresh: nothing is left to confirm
  await expect(reviewSteps(page).filter({ hasText: 'Restart' })).toHaveCount(0);
  await expect(reviewSteps(page).filter({ hasText: 'Create Service' })).toBeVisible();
  await apply(page).click();
  await expect(page.getByText(/web is shutting down/)).toBeVisible();
  await expectRestartedOnce(page, namespace, before, watch);
  expect(writes).toEqual(['PATCH virtualmachines/web', 'POST services']);
});

test('a restart that someone sends after Apply serves: no second one is sent', async ({ page, namespace }) => {
  await makeSpecialVm(namespace, 'web', { delays: { stop: '6s' }, graceSeconds: 30 });
  const before = await uidOfVmi(namespace, 'web');
  const watch = await watchUids(namespace);
  const writes = recordWrites(page);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, RESTART);
  await page.route('**/api/v1/namespaces/*/services*', async (route) => {
    if (route.request().method() === 'POST') {
      await putVm(namespace, 'web', 'restart');
      await expect.poll(async () => (await readVmi(namespace, 'web')).metadata.deletionTimestamp).toBeTruthy();
    }
    await route.continue();
  });
  await confirmAndApply(page, 'web');
  await expect(page.getByRole('listitem', { name: 'Restart web: Done' })).toBeVisible();
  await expectRestartedOnce(page, namespace, before, watch);
  expect(writes).toEqual(['PATCH virtualmachines/web', 'POST services']);
});

test('a VM that migrates is told of, and the notice goes when the migration is over', async ({ page, namespace }) => {
  await makeSpecialVm(namespace, 'web', { delays: { migration: '12s' } });
  await toSelection(page, namespace);
  await page.getByRole('radio', { name: 'VMs with a label' }).check();
  const inTheWay = page.getByText('The VM is migrating. For a moment, two pods or none can receive traffic.');
  const note = page.getByText('web is migrating. A restart now ends the migration early.');
  const attention = page.getByRole('button', { name: '1 needs attention' });
  await expect(attention).toHaveCount(0);
  await expect(inTheWay).toHaveCount(0);
  await api('POST', `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstancemigrations`, {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { name: 'move', namespace },
    spec: { vmiName: 'web' },
  });
  await expect(note).toBeVisible();
  await attention.click();
  await expect(inTheWay).toBeVisible();
  await picture(page, 'wizard-migrating');
  await expectAccessible(page);
  await expect(attention).toHaveCount(0, { timeout: 40_000 });
  await expect(inTheWay).toHaveCount(0);
  await expect(note).toHaveCount(0);
});

interface KubeVirt extends ApiObject {
  readonly metadata: ApiObject['metadata'] & { readonly namespace: string };
  readonly spec: { readonly customizeComponents?: unknown };
}

test.describe('KubeVirt that carries labels over by itself', () => {
  let kubeVirt: KubeVirt | undefined;
  const pathOf = ({ metadata }: KubeVirt) =>
    `/apis/kubevirt.io/v1/namespaces/${metadata.namespace}/kubevirts/${metadata.name}`;
  const customize = async (found: KubeVirt, value: unknown) => {
    const held = (await api<KubeVirt>('GET', pathOf(found))).spec.customizeComponents;
    if (value === undefined && held === undefined) return;
    await api('PATCH', pathOf(found), [
      value === undefined
        ? { op: 'remove', path: '/spec/customizeComponents' }
        : { op: 'add', path: '/spec/customizeComponents', value },
    ]);
  };

  test.beforeEach(async () => {
    [kubeVirt] = (await api<{ items: KubeVirt[] }>('GET', '/apis/kubevirt.io/v1/kubevirts')).items;
    if (!kubeVirt) throw new Error('The cluster has no KubeVirt.');
  });
  test.afterEach(async () => {
    if (kubeVirt) await customize(kubeVirt, kubeVirt.spec.customizeComponents);
  });

  test(
    'the wizard tells which labels need no more than the template',
    { tag: '@alone' },
    async ({ page, namespace }) => {
      await makeSpecialVm(namespace, 'web', {});
      if (kubeVirt)
        await customize(kubeVirt, { flags: { controller: { 'additional-launcher-labels-sync': 'tier,team' } } });
      await toSelection(page, namespace);
      await fillSelection(page, { label: { ...TIER, when: 'Now, without a restart' } });
      const told = page.getByText(
        'KubeVirt in this cluster copies tier from the template to the running VM by itself.',
      );
      await expect(told).toBeVisible();
      await picture(page, 'wizard-label-sync');
      await expectAccessible(page);
      await page.getByLabel('Label key').fill('role');
      await expect(told).toHaveCount(0);
    },
  );
});
