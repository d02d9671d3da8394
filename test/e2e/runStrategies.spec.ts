import { answered, expect, expectAccessible, expectErrors, noInstance, picture, test } from './consolePage';
import { apply, confirmAndApply, expectVerified, next, toReview, wizardPath } from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { expectRestartedOnce, onToReview, RESTART, reviewSteps, TIER, toSelection, watchUids } from './restarts';
import { expectRunning, makeSpecialVm, putVm, uidOfVmi } from '../local-cluster/specialVms';
import { readPods, readVm, readVmi } from '../local-cluster/vms';
import { recordWrites } from './writes';

const restartsIn = (writes: readonly string[]) => writes.filter((write) => write.endsWith('/restart'));
const strategyOf = async (namespace: string, name: string) =>
  (await api<{ spec: { runStrategy: string } }>('GET', paths.vm(namespace, name))).spec.runStrategy;

// a VM that is down has no instance that could be read
test.beforeEach(({ page, namespace }) => expectErrors(page, noInstance(paths.vmi(namespace, 'web'))));

test("run strategy Once: told in the wizard, and in the API server's own words in Review", async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...answered(409, /\/virtualmachines\/web\/restart$/));
  await makeSpecialVm(namespace, 'web', { runStrategy: 'Once' });
  const before = await readVmi(namespace, 'web');
  const writes = recordWrites(page);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, RESTART);
  await expect(page.getByText('Dry run failed')).toHaveCount(1);
  await expect(
    page.getByText(/The API server answered 409 Conflict: .*Once does not support manual restart requests/),
  ).toBeVisible();
  await expect(page.getByText('One of the changes would be rejected')).toBeVisible();
  await picture(page, 'review-refused');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'VM selection', exact: true }).click();
  await expect(
    page.getByText(
      'KubeVirt does not restart web: its run strategy is Once. Stop and start the VM, which changes its run strategy to Always.',
    ),
  ).toBeVisible();
  // opening Review has sent nothing
  expect(writes).toEqual([]);
  const after = await readVmi(namespace, 'web');
  expect([after.metadata.uid, after.metadata.deletionTimestamp]).toEqual([before.metadata.uid, undefined]);
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels?.tier).toBeUndefined();
  // without a restart it can be done all the same
  await page.getByRole('radio', { name: 'Now, without a restart' }).check();
  await onToReview(page);
  await expect(page.getByText('Dry run failed')).toHaveCount(0);
  await confirmAndApply(page, 'web');
  await expectVerified(page);
  expect(await uidOfVmi(namespace, 'web')).toBe(before.metadata.uid);
});

for (const runStrategy of ['Manual', 'RerunOnFailure'] as const) {
  test(`run strategy ${runStrategy}: a VM that runs is restarted once`, async ({ page, namespace }) => {
    await makeSpecialVm(namespace, 'web', { runStrategy });
    if (runStrategy === 'Manual') {
      await putVm(namespace, 'web', 'start');
      await expectRunning(namespace, 'web');
    }
    const before = await uidOfVmi(namespace, 'web');
    const watch = await watchUids(namespace);
    const writes = recordWrites(page);
    await page.goto(wizardPath(namespace, 'web'));
    await toReview(page, RESTART);
    await expect(page.getByText('Dry run passed')).toHaveCount(3);
    expect([writes, await uidOfVmi(namespace, 'web')]).toEqual([[], before]);
    await confirmAndApply(page, 'web');
    await expectRestartedOnce(page, namespace, before, watch);
    expect(restartsIn(writes)).toHaveLength(1);
    expect(await strategyOf(namespace, 'web')).toBe(runStrategy);
  });
}

for (const [runStrategy, after] of [
  ['Halted', 'Always'],
  ['Manual', 'Manual'],
  ['RerunOnFailure', 'RerunOnFailure'],
] as const) {
  test(`run strategy ${runStrategy}: a VM that is stopped is started at the end`, async ({ page, namespace }) => {
    await makeSpecialVm(namespace, 'web', { runStrategy });
    if (runStrategy === 'RerunOnFailure') {
      await putVm(namespace, 'web', 'stop');
      await expect.poll(async () => (await readVm(namespace, 'web')).status?.printableStatus).toBe('Stopped');
    }
    const writes = recordWrites(page);
    await toSelection(page, namespace);
    await expect(page.getByRole('radio', { name: 'Now, without a restart' })).toBeDisabled();
    await page.getByLabel('Label key').fill(TIER.key);
    await page.getByLabel('Label value').fill(TIER.value);
    await page.getByRole('radio', { name: 'Start now' }).check();
    await next(page);
    await expect(page.getByText('Dry run passed')).toHaveCount(3);
    await expect(reviewSteps(page)).toHaveText([
      'Add label tier=backend to the template of web',
      'Create Service backend',
      'Start web',
    ]);
    // a start shuts nobody down, so there is nothing to confirm, and opening Review has sent nothing
    await expect(page.getByLabel(/to confirm the restart/)).toHaveCount(0);
    expect([writes, (await readVm(namespace, 'web')).status?.printableStatus]).toEqual([[], 'Stopped']);
    await apply(page).click();
    await expectVerified(page);
    expect((await readPods(namespace, 'web')).map(({ metadata }) => metadata.labels?.tier)).toEqual(['backend']);
    expect(await strategyOf(namespace, 'web')).toBe(after);
    expect(writes).toEqual(['PATCH virtualmachines/web', 'POST services', 'PUT virtualmachines/web/start']);
  });
}

test('a VM that was halted and is still shutting down is not called restarting', async ({ page, namespace }) => {
  expectErrors(page, ...answered(409, /\/virtualmachines\/web\/start$/));
  await makeSpecialVm(namespace, 'web', { delays: { stop: '25s' }, graceSeconds: 60 });
  await putVm(namespace, 'web', 'stop');
  await expect.poll(async () => (await readVmi(namespace, 'web')).metadata.deletionTimestamp).toBeTruthy();
  expect(await strategyOf(namespace, 'web')).toBe('Halted');
  await toSelection(page, namespace);
  await page.getByRole('radio', { name: 'Start now' }).check();
  await expect(page.getByText(/is already starting or restarting/)).toHaveCount(0);
  await expect(page.getByText('KubeVirt does not start web until the VM has shut down.')).toBeVisible();
  await next(page);
  // nothing brings it back by itself: it has to be started, which KubeVirt takes once it is down
  await expect(reviewSteps(page).filter({ hasText: 'Start web' })).toBeVisible();
  await expect
    .poll(async () => (await readVm(namespace, 'web')).status?.printableStatus, { timeout: 60_000 })
    .toBe('Stopped');
  await apply(page).click();
  await expectVerified(page);
});
