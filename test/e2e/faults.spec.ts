import { answered, expect, expectAccessible, expectErrors, noInstance, picture, test } from './consolePage';
import { apply, confirmAndApply, reached, runFailed, toReview, wizardPath } from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeService, makeVm, readPods, readVm, readVmi } from '../local-cluster/vms';

const TIER = { key: 'tier', value: 'backend' } as const;
const servicesOf = async (namespace: string) =>
  (await api<{ items: ApiObject[] }>('GET', paths.services(namespace))).items.map(({ metadata }) => metadata.name);

test('a refused step shows the reason and code, keeps what was done, and Retry does only what is left', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...answered(403, paths.services(namespace)), noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'Restart now' } });
  // an administrator forbids Services between Review and Apply
  const quota = `/api/v1/namespaces/${namespace}/resourcequotas`;
  await api('POST', quota, {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'none' },
    spec: { hard: { services: '0' } },
  });
  await expect
    .poll(async () => (await api<{ status?: { hard?: object } }>('GET', `${quota}/none`)).status?.hard)
    .toEqual({ services: '0' });
  const uid = (await readVmi(namespace, 'web')).metadata.uid;
  await confirmAndApply(page, 'web');
  await expect(page.getByText(/services "backend" is forbidden: exceeded quota: none/)).toBeVisible();
  await expect(runFailed(page, 'web')).toBeVisible();
  await picture(page, 'run-failed');
  await expectAccessible(page);
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels).toMatchObject({ tier: 'backend' });
  expect((await readVmi(namespace, 'web')).metadata.uid, 'a refused Service must not cost a restart').toBe(uid);

  await api('DELETE', `${quota}/none`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  expect(await servicesOf(namespace)).toEqual(['backend']);
  expect((await readVmi(namespace, 'web')).metadata.uid).not.toBe(uid);
});

test('Undo takes back just what the run did', async ({ page, namespace }) => {
  expectErrors(page, { path: /\/pods\/virt-launcher-web-\w+$/ });
  await makeVm(namespace, 'web', { templateLabels: { keep: 'me' } });
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'Now, without a restart' } });
  await page.route('**/api/v1/namespaces/*/pods/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await confirmAndApply(page, 'web');
  await expect(page.getByText(/No answer came from the cluster/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('dialog', { name: 'Undo the changes of this run?' }).getByRole('listitem')).toHaveText([
    'Delete Service backend',
    'Remove label tier=backend from the running instance of web',
    'Remove label tier=backend from the template of web',
  ]);
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(page.getByText('All changes of this run were undone')).toBeVisible();
  expect(await servicesOf(namespace)).toEqual([]);
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels).toEqual({ keep: 'me' });
  expect((await readVmi(namespace, 'web')).metadata.labels?.tier).toBeUndefined();
});

test('an answer that is lost after the server took the write doubles nothing', async ({ page, namespace }) => {
  expectErrors(page, { path: /\/virtualmachines\/web\/restart$/ }, noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'Restart now' } });
  const uid = (await readVmi(namespace, 'web')).metadata.uid;
  let restarts = 0;
  await page.route('**/virtualmachines/*/restart', async (route) => {
    restarts += 1;
    await route.fetch();
    await route.abort();
  });
  await confirmAndApply(page, 'web');
  await expect(page.getByText(/No answer came from the cluster/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  expect(restarts).toBe(1);
  expect(await servicesOf(namespace)).toEqual(['backend']);
  expect((await readVmi(namespace, 'web')).metadata.uid).not.toBe(uid);
});

test('a reload in the middle of a run loses nothing', async ({ page, namespace }) => {
  expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'Restart now' } });
  // never sent on, and cut off when the page is loaded again
  let isHeld = true;
  await page.route('**/virtualmachines/*/restart', (route) => (isHeld ? undefined : route.continue()));
  await confirmAndApply(page, 'web');
  await expect(page.getByRole('listitem', { name: 'Restart web: In progress' })).toBeVisible();
  await page.reload();
  isHeld = false;
  await expect(page.getByText('An earlier run for Service backend is not finished')).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Create Service' })).toHaveCount(0);
  await picture(page, 'run-unfinished');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  expect(await servicesOf(namespace)).toEqual(['backend']);
  expect((await readPods(namespace, 'web')).map(({ metadata }) => metadata.labels?.tier)).toEqual(['backend']);
});

test('a name that someone takes meanwhile is told before Apply', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend' });
  await makeService(namespace, 'backend', { app: 'other' });
  await expect(apply(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Service and ports' }).click();
  await expect(page.getByText('Enter another name. The project already has a Service with this name.')).toBeVisible();
});

test('the template changed by someone else in between is noticed, not overwritten', async ({ page, namespace }) => {
  expectErrors(page, ...answered(422, paths.vm(namespace, 'web')));
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', label: { ...TIER, when: 'At the next restart' } });
  let isChanged = false;
  await page.route(`**/virtualmachines/web*`, async (route) => {
    if (route.request().method() !== 'PATCH' || isChanged) return route.continue();
    isChanged = true;
    await api('PATCH', paths.vm(namespace, 'web'), [
      { op: 'add', path: '/spec/template/metadata/labels', value: { tier: 'frontend' } },
    ]);
    return route.continue();
  });
  await confirmAndApply(page, 'web');
  await expect(
    page.getByText(
      /\/spec\/template\/metadata\/labels(\/tier)? was set to .*frontend.* in the meantime\. The API server answered 422 Invalid/,
    ),
  ).toBeVisible();
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels).toEqual({ tier: 'frontend' });
});
