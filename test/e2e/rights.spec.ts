import { readFileSync } from 'node:fs';
import { actAs, expect, expectAccessible, picture, test, type User } from './consolePage';
import { apply, confirmAndApply, next, tabPath, toReview, wizardPath } from './exposeVm';
import { api, paths } from './localCluster';
import { makeService, makeVm, readPods, readVm, removeService } from './vms';

const VM = 'rightsvm';
const TIER = { key: 'tier', value: 'rights' } as const;
const denied = (errors: string[]) =>
  errors.splice(0, errors.length, ...errors.filter((error) => !error.includes('403')));

test.beforeEach(async () => {
  await makeVm('prod2', VM);
  await removeService('prod2', VM);
  await removeService('prod2', 'by-own-label');
});
test.afterAll(async () => {
  await removeService('prod2', VM);
  await removeService('prod2', 'by-own-label');
  await api('DELETE', paths.vm('prod2', VM), undefined, [200, 404]);
});

test('a VM admin of the project does the whole way', async ({ page }) => {
  await actAs(page, 'vm-admin');
  await page.goto(wizardPath('prod2', VM));
  await toReview(page, { label: { ...TIER, when: 'Now, without a restart' } });
  await confirmAndApply(page, VM);
  await expect(page.getByText('They are equal')).toBeVisible({ timeout: 60_000 });
  expect((await readPods('prod2', VM)).map(({ metadata }) => metadata.labels?.tier)).toEqual(['rights']);
});

test('an editor without the right to restart or to label pods is offered what he may do', async ({
  page,
  pageErrors,
}) => {
  await actAs(page, 'editor');
  const refused: string[] = [];
  page.on('response', (response) => response.status() === 403 && refused.push(new URL(response.url()).pathname));
  await page.goto(wizardPath('prod2', VM));
  await next(page);
  await next(page);
  await page.getByRole('radio', { name: 'By a label' }).check();
  await expect(page.getByRole('radio', { name: 'Now, without a restart' })).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'Restart now' })).toBeDisabled();
  await expect(page.getByText('You may not restart virtual machines of this project.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'At the next restart' })).toBeChecked();
  await page.getByLabel('Label key').fill(TIER.key);
  await page.getByLabel('Label value').fill(TIER.value);
  await next(page);
  await expect(page.getByText('accepted by the API server')).toHaveCount(2);
  await confirmAndApply(page, VM);
  await expect(page.getByText('S4:')).toBeVisible();
  expect((await readVm('prod2', VM)).spec.template.metadata?.labels).toMatchObject({ tier: 'rights' });
  // both tell of a user-defined network; this user may see neither
  expect(refused.sort()).toEqual([
    '/api/kubernetes/api/v1/namespaces/prod2',
    '/api/kubernetes/apis/k8s.cni.cncf.io/v1/namespaces/prod2/network-attachment-definitions',
  ]);
  denied(pageErrors);
});

test('a viewer sees why, and gets the commands for somebody who may', async ({ page, pageErrors }) => {
  await makeService('prod2', 'by-own-label', { app: VM });
  await actAs(page, 'viewer');
  await page.goto(tabPath('prod2', VM));
  await page.getByRole('link', { name: 'Prepare commands for an administrator' }).click();
  await toReview(page, {});
  await expect(page.getByText('You may not do all of these steps')).toBeVisible();
  await expect(page.getByText('you may not', { exact: true })).toBeVisible();
  await expect(apply(page)).toBeDisabled();
  await picture(page, 'wizard-viewer');
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the commands' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    "oc create -f - <<'EOF'\napiVersion: v1\nkind: Service",
  );
  denied(pageErrors);
});

for (const [user, title] of [
  ['viewer', 'You may not see the virtual machines of project default'],
  ['vm-admin', 'You may not see the virtual machines of project default'],
] as const satisfies readonly (readonly [User, string])[]) {
  test(`a project without rights: ${user}`, async ({ page, pageErrors }) => {
    await actAs(page, user);
    await page.goto(wizardPath('default', 'any'));
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText(/The API server answered 403 Forbidden/)).toBeVisible();
    await expectAccessible(page);
    denied(pageErrors);
  });
}

test('a user with KubeVirt rights alone is told that the Services could not be read', async ({ page, pageErrors }) => {
  await actAs(page, 'kubevirt-only');
  await page.goto(tabPath('prod2', VM));
  await expect(
    page.getByText('The Services of project prod2 could not be read, so nothing is known about this VM.'),
  ).toBeVisible();
  await expect(page.getByText(/No Service reaches/)).toHaveCount(0);
  await picture(page, 'tab-forbidden');
  await expectAccessible(page);
  denied(pageErrors);
});
