import type { Page, Request } from '@playwright/test';
import {
  actAs,
  answered,
  expect,
  expectAccessible,
  docsPicture,
  expectErrors,
  inTheme,
  picture,
  test,
} from './consolePage';
import { tabPath } from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { giveRights, giveUsualRights, LOOKING } from './namespaceUsers';
import { connectionPath, expandRow, findings, findingsOf, fixButton, openRow, rowOf, verdictOf } from './tabRow';
import { makeService, makeVm } from '../local-cluster/vms';

/** The Services tab as people live with it: it follows the cluster, asks for little, and says what one may not. */
const VM = 'web';
const TIER = { tier: 'backend' };

/** Lets no client in. */
const denyAll = (namespace: string) =>
  api('POST', paths.networkPolicies(namespace), {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'deny-all', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  });

/** What the page asks the API server for, sockets among it. */
function requestsOf(page: Page): { path: string; isSocket: boolean }[] {
  const asked: { path: string; isSocket: boolean }[] = [];
  const note = (url: string, isSocket: boolean) => {
    const { pathname, search } = new URL(url);
    if (pathname.startsWith('/api/kubernetes/'))
      asked.push({ path: pathname.replace('/api/kubernetes', '') + search, isSocket });
  };
  page.on('request', (request: Request) => note(request.url(), false));
  page.on('websocket', (socket) => note(socket.url(), true));
  return asked;
}

test('follows the cluster without a reload', { tag: '@alone' }, async ({ page, namespace }) => {
  await makeVm(namespace, VM, { templateLabels: TIER });
  await page.goto(tabPath(namespace, VM));
  await expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
  await makeService(namespace, 'backend', TIER);
  await expect(verdictOf(page, 'backend')).toHaveText(/^\s*Reachable/, { timeout: 3_000 });
  await api('PATCH', paths.services(namespace, 'backend'), [
    { op: 'replace', path: '/spec/selector', value: { tier: 'backend', zone: 'a' } },
  ]);
  await expect(verdictOf(page, 'backend')).toHaveText(/^\s*Not reachable/, { timeout: 3_000 });
  await api('DELETE', paths.services(namespace, 'backend'));
  await expect(rowOf(page, 'backend')).toHaveCount(0, { timeout: 3_000 });
});

test(
  'asks for little when it is opened, and for little more when a Service is',
  { tag: '@alone' },
  async ({ page, namespace }) => {
    await makeVm(namespace, VM, { templateLabels: TIER });
    await makeService(namespace, 'backend', TIER);
    await page.goto(tabPath(namespace, VM).replace(/services$/, ''));
    const tab = page
      .locator('[data-test-id="horizontal-link-Services"], [data-test="horizontal-link-Services"]')
      .first();
    await expect(tab).toBeVisible();
    await page.waitForLoadState('networkidle');
    const asked = requestsOf(page);
    await tab.click();
    await expect(verdictOf(page, 'backend')).toHaveText(/^\s*Reachable/);
    await page.waitForLoadState('networkidle');
    const opening = asked.splice(0);
    const ofKind = (plural: string) => opening.filter(({ path }) => path.includes(`/${plural}`)).length;
    console.log(
      `figure: opening the tab: ${opening.length} requests, sockets among them; ${opening.map(({ path }) => path.split('?')[0]).join(' ')}`,
    );
    for (const plural of ['services', 'endpointslices', 'pods', 'networkpolicies', 'routes'])
      expect(ofKind(plural), plural).toBeLessThanOrEqual(2);
    expect(ofKind('selfsubjectrulesreviews')).toBeLessThanOrEqual(1);
    // what a namespace's page asks is the namespace's; a review of rights and DNS' one object are all that is not
    expect(
      opening
        .filter(({ path }) => !path.includes(`/namespaces/${namespace}/`))
        .map(({ path }) => path.split('?')[0])
        .filter((path) => !/selfsubject|\/dnses\//.test(path ?? '')),
    ).toEqual([]);

    await rowOf(page, 'backend').getByRole('button').first().click();
    await expect(connectionPath(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
    console.log(`figure: opening one Service: ${asked.length} requests, sockets among them`);
    expect(asked.length).toBeLessThanOrEqual(12);
  },
);

test('the list says of a project that policies close what the opened row says, and forgets it not', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, VM, { templateLabels: TIER });
  for (const name of ['a', 'b', 'c', 'd']) await makeService(namespace, name, TIER);
  await denyAll(namespace);
  await page.goto(tabPath(namespace, VM));
  // too many to be opened by themselves
  for (const name of ['a', 'b', 'c', 'd']) await expect(verdictOf(page, name)).toHaveText(/^\s*Not reachable/);
  await expect(findings(page)).toHaveCount(0);
  await expandRow(page, 'a');
  await expect(findings(page).first()).toContainText('Rule K1');
  await rowOf(page, 'a').getByRole('button').first().click();
  await expect(verdictOf(page, 'a')).toHaveText(/^\s*Not reachable/);
  await expectAccessible(page);
});

test('a user without permission to read network policies is told that this was not checked', async ({
  page,
  namespace,
}) => {
  expectErrors(
    page,
    ...answered(403, paths.networkPolicies(namespace), paths.namespace(namespace), paths.networkDefinitions(namespace)),
  );
  await makeVm(namespace, VM, { templateLabels: TIER });
  await makeService(namespace, 'backend', TIER);
  await denyAll(namespace);
  await giveRights('editor', namespace, [
    ...LOOKING,
    { apiGroups: ['route.openshift.io'], resources: ['routes'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: [''], resources: ['events'], verbs: ['get', 'list', 'watch'] },
  ]);
  await actAs(page, 'editor');
  await page.goto(tabPath(namespace, VM));
  await expect(verdictOf(page, 'backend')).toHaveText(/^\s*Not checked/);
  await expect(
    page.getByText(`You don't have permission to view NetworkPolicies in project ${namespace}`),
  ).toBeVisible();
  await expect(page.getByText(/^You don't have permission to (read|view) NetworkPolicies\./)).toBeVisible();
  await expect(verdictOf(page, 'backend')).toHaveText(/^\s*Not checked/);
  await expectAccessible(page);
});

test(
  'the connection path, hop by hop, readable without color',
  { tag: '@each-console' },
  async ({ page, namespace }) => {
    await makeVm(namespace, VM, { ownLabels: TIER });
    await makeService(namespace, 'backend', TIER);
    await openRow(page, namespace, VM, 'backend');
    const hops = connectionPath(page).getByRole('listitem');
    await expect(hops).toHaveText([
      /^\s*Client.*OK\s*$/,
      /^\s*Service.*Blocked here\s*$/,
      /^\s*Endpoint.*Not reached\s*$/,
      /^\s*Pod.*Not reached\s*$/,
      /^\s*Interface.*Not reached\s*$/,
      /^\s*Guest.*Not reached\s*$/,
    ]);
    await expect(hops.nth(1)).toHaveAttribute('aria-current', 'step');
    await docsPicture(page, 'tab-path');
    await inTheme(page, 'dark', async () => {
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectAccessible(page);
      await picture(page, 'tab-path-narrow');
    });
  },
);

test('A3: a user who is not allowed to apply the fix is told so, and gets the command', async ({ page, namespace }) => {
  await makeVm(namespace, VM, { ownLabels: TIER });
  await makeService(namespace, 'barred', TIER);
  await giveUsualRights('viewer', namespace);
  await actAs(page, 'viewer');
  await openRow(page, namespace, VM, 'barred');
  await expect(findings(page).first()).toContainText('Rule S5');
  await expect(findingsOf(page, 'A3')).toHaveCount(1);
  await expect(fixButton(page, 'S5')).toBeDisabled();
  await expect(page.getByText(/^You don't have the required permissions: /).first()).toBeVisible();
  await expectAccessible(page);
});

test('a Service is deleted through its menu, after a review', async ({ page, namespace }) => {
  await makeVm(namespace, VM, { templateLabels: TIER });
  await makeService(namespace, 'backend', TIER);
  await page.goto(tabPath(namespace, VM));
  await page.getByRole('button', { name: 'Actions for Service backend' }).click();
  await page.getByRole('menuitem', { name: 'Delete Service' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Steps' })).toContainText('Delete Service backend');
  await dialog.getByRole('button', { name: 'Delete Service', exact: true }).click();
  await expect(dialog.getByText('All changes were made.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
});

test("from the Service's side: its menu opens the VMs that it sends traffic to, and why", async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, VM, { templateLabels: TIER });
  await makeVm(namespace, 'other', { ownLabels: TIER });
  await makeService(namespace, 'backend', TIER);
  await page.goto(tabPath(namespace, VM).replace(/services$/, ''));
  const card = page.locator('[data-test="services-card"]');
  await card.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Check VM connection' }).click();
  await expect(page).toHaveURL(new RegExp(`/k8s/ns/${namespace}/services/backend/virtual-machines$`));
  await expect(page.getByRole('heading', { name: 'Virtual machines' })).toBeAttached();
  await expect(verdictOf(page, VM)).toHaveText(/^\s*Reachable/);
  await expect(verdictOf(page, 'other')).toHaveText(/^\s*Not reachable/);
  await expect(findings(page).first()).toContainText('Rule S5');
  await expectAccessible(page);
  await docsPicture(page, 'service-vms');
});

test('what the stock card gets wrong: a hostname label, and a pod without an id', async ({ page, namespace }) => {
  await makeVm(namespace, VM);
  await makeService(namespace, 'by-id', { 'vmi.kubevirt.io/id': VM });
  await page.goto(tabPath(namespace, VM));
  // the stock card of 4.22 does not list it, though it works
  await expect(verdictOf(page, 'by-id')).toHaveText(/^\s*Reachable/);
});
