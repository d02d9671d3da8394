import type { Page } from '@playwright/test';
import { actAs, expect, expectAccessible, expectErrors, test } from './consolePage';
import { giveUsualRights } from './namespaceUsers';
import { api, paths } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

/** The page Exposed VMs of all projects, and what it asks of the API server for that. */
const ALL = '/exposed-vms/all-namespaces';
const PROXY = '/api/kubernetes';
const table = (page: Page) => page.getByRole('grid', { name: 'Exposed VMs' });

/** What the page asks, as method and path, and what is refused. */
function watchRequests(page: Page): { readonly asked: string[]; readonly refused: string[] } {
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith(PROXY)) return;
    const what = `${response.request().method()} ${pathname.slice(PROXY.length)}`;
    asked.push(what);
    if (response.status() === 403) refused.push(what);
  });
  return { asked, refused };
}

/** Serves Projects as OpenShift does, whose API the local cluster does not have. */
async function serveProjects(page: Page, names: readonly string[]): Promise<void> {
  const resource = { resource: 'projects', responseKind: { kind: 'Project' }, scope: 'Cluster', verbs: ['list'] };
  const group = { metadata: { name: 'project.openshift.io' }, versions: [{ version: 'v1', resources: [resource] }] };
  await page.route(`**${PROXY}/apis`, async (route) => {
    const response = await route.fetch();
    const { items, ...list } = (await response.json()) as { items: unknown[] };
    await route.fulfill({ response, json: { ...list, items: [...items, group] } });
  });
  const items = names.map((name) => ({ metadata: { name } }));
  await page.route(`**${PROXY}/apis/project.openshift.io/v1/projects**`, (route) =>
    route.fulfill({ json: { kind: 'ProjectList', apiVersion: 'project.openshift.io/v1', items } }),
  );
}

test('an administrator gets all projects by one list a kind', async ({ page, namespace }) => {
  await makeVm(namespace, 'web', { templateLabels: { app: namespace } });
  await makeService(namespace, 'front', { app: namespace });
  const { asked, refused } = watchRequests(page);
  await page.goto(`${ALL}?search=front&in=name`);
  const row = table(page).getByRole('row').filter({ hasText: namespace });
  await expect(row).toContainText('Reachable');
  await expect(page.getByRole('columnheader', { name: 'Project' })).toBeVisible();
  await expectAccessible(page);
  expect(refused).toEqual([]);
  const lists = asked.filter((what) => /^GET .*\/(services|endpointslices|networkpolicies|pods)$/.test(what));
  expect(new Set(lists).size).toBe(4);
  expect(lists.filter((what) => what.includes('/namespaces/'))).toEqual([]);
});

test('Services of the same name in two projects are deleted together', async ({ page, namespace, newNamespace }) => {
  const projects = [namespace, await newNamespace()];
  for (const project of projects) {
    await makeVm(project, 'web', { runStrategy: 'Halted', templateLabels: { app: 'web' } });
    await makeService(project, 'same', { app: 'web' });
  }
  await page.goto(`${ALL}?search=same&in=name`);
  const rowIn = (project: string) => table(page).getByRole('row').filter({ hasText: project });
  for (const project of projects) await rowIn(project).getByRole('checkbox').check();
  await page.getByRole('main').getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Delete Services/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Services' });
  for (const project of projects)
    await expect(dialog.getByRole('listitem').filter({ hasText: `Project ${project}` })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Delete Services' }).click();
  await expect(dialog.getByText('All changes were made.')).toBeVisible();
  for (const project of projects)
    expect((await api<{ items: unknown[] }>('GET', paths.services(project))).items).toEqual([]);
});

test('a user with 3 of 200 projects is asked about few, and nothing is refused', async ({
  page,
  namespace,
  newNamespace,
}) => {
  const others = [await newNamespace(), await newNamespace()];
  const mine = [namespace, ...others];
  for (const project of mine) {
    await giveUsualRights('viewer', project);
    await makeVm(project, 'web', { runStrategy: 'Halted', templateLabels: { app: 'web' } });
    await makeService(project, 'front', { app: 'web' });
  }
  await serveProjects(page, [...mine, ...Array.from({ length: 197 }, (_none, index) => `zz-not-mine-${index}`)]);
  await actAs(page, 'viewer');
  expectErrors(page);
  const { asked, refused } = watchRequests(page);
  await page.goto(ALL);
  await expect(table(page).getByRole('row').filter({ hasText: 'front' })).toHaveCount(3);
  await expect(page.getByText('150 projects were not checked')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(refused).toEqual([]);
  const reviews = asked.filter((what) => what.includes('selfsubjectrulesreviews'));
  expect(reviews.length).toBeLessThanOrEqual(50);
  const lists = asked.filter((what) => what.startsWith('GET') && what.includes('/namespaces/'));
  expect(lists.filter((what) => !mine.some((project) => what.includes(`/${project}/`)))).toEqual([]);
  console.log(
    `figure: all projects as a user with 3 of 200: ${reviews.length} reviews, ${lists.length} lists, 0 refusals`,
  );
  expect(lists.length).toBeLessThanOrEqual(mine.length * 7);
});
