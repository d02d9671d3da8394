import { expect, expectErrors, noInstance, test } from './consolePage';
import { confirmAndApply, fillPorts, fillSelection, next, reached, toReview, wizardPath } from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeVm, readPods, readVm, readVmi, readyEndpoints } from '../local-cluster/vms';

const TIER = { key: 'tier', value: 'backend' } as const;
interface ServiceObject extends ApiObject {
  readonly spec: { readonly selector: Record<string, string> };
}
const serviceOf = (namespace: string) => api<ServiceObject>('GET', paths.services(namespace, 'backend'));
const podPath = async (namespace: string, vm: string) =>
  `${paths.pods(namespace)}/${(await readPods(namespace, vm))[0]?.metadata.name ?? ''}`;

test('a pod that an older KubeVirt made has no id label: its hostname label is proposed', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  await api('PATCH', await podPath(namespace, 'web'), [{ op: 'remove', path: '/metadata/labels/vmi.kubevirt.io~1id' }]);
  await page.goto(wizardPath(namespace, 'web'));
  await fillPorts(page, { name: 'backend' });
  await next(page);
  await next(page);
  await expect(page.getByRole('radio', { name: 'This VM only' })).toBeChecked();
  await expect(page.getByText('Uses vm.kubevirt.io/name=web, a label that KubeVirt maintains.')).toBeVisible();
  await next(page);
  await confirmAndApply(page, 'web');
  await expect(reached(page)).toBeVisible({ timeout: 30_000 });
  expect((await serviceOf(namespace)).spec.selector).toEqual({ 'vm.kubevirt.io/name': 'web' });
});

test('several labels: the Service selects all of them', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await fillPorts(page, { name: 'backend' });
  await next(page);
  await next(page);
  await fillSelection(page, { label: { ...TIER, when: 'Now, without a restart' } });
  await page.getByRole('button', { name: 'Add label' }).click();
  await page.getByLabel('Label key').nth(1).fill('tier');
  await page.getByLabel('Label key').nth(1).blur();
  await expect(page.getByText('Enter another key. This one is already in the list.')).toBeVisible();
  await page.getByLabel('Label key').nth(1).fill('kubevirt.io/size');
  await expect(page.getByText('The value of this label changes, and then')).toBeVisible();
  await page.getByLabel('Label key').nth(1).fill('example.com/zone');
  await page.getByLabel('Label value').nth(1).fill('a');
  await next(page);
  await confirmAndApply(page, 'web');
  await expect(reached(page)).toBeVisible({ timeout: 30_000 });
  const labels = { tier: 'backend', 'example.com/zone': 'a' };
  expect((await serviceOf(namespace)).spec.selector).toEqual(labels);
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels).toEqual(labels);
  expect((await readPods(namespace, 'web'))[0]?.metadata.labels).toMatchObject(labels);
});

test('something that takes the label away again while it is watched is told', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'Now, without a restart' } });
  await confirmAndApply(page, 'web');
  await expect(
    page.getByRole('listitem', { name: /Check for 5 seconds that the label is not reverted: In progress/ }),
  ).toBeVisible();
  await api('PATCH', await podPath(namespace, 'web'), [{ op: 'remove', path: '/metadata/labels/tier' }]);
  await expect(page.getByText('The label was removed again.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(reached(page)).toBeVisible({ timeout: 30_000 });
  expect((await readPods(namespace, 'web'))[0]?.metadata.labels?.tier).toBe('backend');
});

test('a run that is stopped between two steps keeps what was done, and goes on when it is told to', async ({
  page,
  namespace,
}) => {
  expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web');
  const { uid } = (await readVmi(namespace, 'web')).metadata;
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'Restart now' } });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/api/v1/namespaces/${namespace}/services`, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await confirmAndApply(page, 'web');
  await expect(page.getByRole('listitem', { name: 'Create Service backend: In progress' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop after this step' }).click();
  release();
  await expect(page.getByText('Stopped. Completed changes were kept.')).toBeVisible();
  await expect(page.getByRole('listitem', { name: 'Create Service backend: Done' })).toBeVisible();
  expect((await readVmi(namespace, 'web')).metadata.uid).toBe(uid);
  expect(await readyEndpoints(namespace, 'backend')).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  expect((await readVmi(namespace, 'web')).metadata.uid).not.toBe(uid);
});
