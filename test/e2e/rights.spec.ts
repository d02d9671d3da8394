import { readFileSync } from 'node:fs';
import { actAs, answered, expect, expectAccessible, expectErrors, picture, test } from './consolePage';
import { apply, confirmAndApply, next, reached, resultHeading, tabPath, toReview, wizardPath } from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { giveUsualRights, type User } from './namespaceUsers';
import { expandRow, findingsOf } from './tabRow';
import { makeService, makeVm, readPods, readVm } from '../local-cluster/vms';

const VM = 'web';
const TIER = { key: 'tier', value: 'rights' } as const;

test('a VM admin of the project does the whole way', async ({ page, namespace }) => {
  await makeVm(namespace, VM);
  await giveUsualRights('vm-admin', namespace);
  await actAs(page, 'vm-admin');
  await page.goto(wizardPath(namespace, VM));
  await toReview(page, { label: { ...TIER, when: 'Now, without a restart' } });
  await confirmAndApply(page, VM);
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  expect((await readPods(namespace, VM)).map(({ metadata }) => metadata.labels?.tier)).toEqual(['rights']);
});

test('an editor without the right to restart or to label pods is offered what he may do', async ({
  page,
  namespace,
}) => {
  // the first two tell of a user-defined network, the rest of ways from outside; nothing else is asked for in vain
  expectErrors(
    page,
    ...answered(
      403,
      paths.namespace(namespace),
      paths.networkDefinitions(namespace),
      paths.routes(namespace),
      paths.ingresses(namespace),
    ),
  );
  await makeVm(namespace, VM);
  await giveUsualRights('editor', namespace);
  await actAs(page, 'editor');
  await page.goto(wizardPath(namespace, VM));
  await next(page);
  await next(page);
  await page.getByRole('radio', { name: 'VMs with a label' }).check();
  await expect(page.getByRole('radio', { name: 'Now, without a restart' })).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'Restart now' })).toBeDisabled();
  await expect(page.getByText("You don't have permission to restart virtual machines in this project.")).toBeVisible();
  await expect(page.getByRole('radio', { name: 'At the next restart' })).toBeChecked();
  await page.getByLabel('Label key').fill(TIER.key);
  await page.getByLabel('Label value').fill(TIER.value);
  await next(page);
  await expect(page.getByText('Dry run passed')).toHaveCount(2);
  await confirmAndApply(page, VM);
  await expect(resultHeading(page)).toContainText('web becomes reachable at its next restart', { timeout: 60_000 });
  expect((await readVm(namespace, VM)).spec.template.metadata?.labels).toMatchObject({ tier: 'rights' });
  await page.getByRole('link', { name: `View Services of ${VM}` }).click();
  await expandRow(page, VM);
  await expect(findingsOf(page, 'S4')).toContainText('Label needs a restart');
});

test('a viewer sees why, and gets the commands for someone who has permission', async ({ page, namespace }) => {
  // the Service is tried in a dry run
  expectErrors(page, ...answered(403, paths.services(namespace)));
  await makeVm(namespace, VM);
  await giveUsualRights('viewer', namespace);
  await makeService(namespace, 'by-own-label', { app: VM });
  await actAs(page, 'viewer');
  await page.goto(tabPath(namespace, VM));
  await page.getByRole('link', { name: 'Request exposure' }).click();
  await toReview(page, {});
  await expect(page.getByText("You don't have permission to make some of these changes")).toBeVisible();
  await expect(page.getByText('No permission', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Request for an administrator' })).toBeVisible();
  await expect(apply(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy request' })).toBeEnabled();
  await picture(page, 'wizard-viewer');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download commands' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    "oc create -f - <<'EOF'\napiVersion: v1\nkind: Service",
  );
});

for (const user of ['viewer', 'vm-admin'] as const satisfies readonly User[]) {
  test(`a project without rights: ${user}`, async ({ page, namespace }) => {
    const { vm, vms, vmi, vmis, services, endpointSlices } = paths;
    expectErrors(
      page,
      ...answered(
        403,
        vm(namespace, 'any'),
        vmi(namespace, 'any'),
        ...[vms, vmis, services, endpointSlices].map((path) => path(namespace)),
      ),
    );
    await actAs(page, user);
    await page.goto(wizardPath(namespace, 'any'));
    await expect(
      page.getByRole('heading', {
        name: `You don't have permission to view virtual machines in project ${namespace}`,
      }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Details' }).click();
    await expect(page.getByText(/The API server answered 403 Forbidden/)).toBeVisible();
    await expectAccessible(page);
  });
}

test('a user with KubeVirt rights alone is told that the Services could not be read', async ({ page, namespace }) => {
  expectErrors(
    page,
    ...answered(
      403,
      paths.services(namespace),
      paths.endpointSlices(namespace),
      paths.pods(namespace),
      paths.networkPolicies(namespace),
      paths.routes(namespace),
    ),
  );
  await makeVm(namespace, VM);
  await giveUsualRights('kubevirt-only', namespace);
  await actAs(page, 'kubevirt-only');
  await page.goto(tabPath(namespace, VM));
  const unread = 'Services, EndpointSlices, Pods, NetworkPolicies, and Routes';
  await expect(page.getByText(`You don't have permission to view ${unread} in project ${namespace}`)).toBeVisible();
  await expect(page.getByText(/No Services reach/)).toHaveCount(0);
  await picture(page, 'tab-forbidden');
  await expectAccessible(page);
});
