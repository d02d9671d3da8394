import type { Page } from '@playwright/test';
import { apiPort } from '../local-cluster/apiPort';
import { actAs, answered, expect, expectAccessible, expectErrors, test } from './consolePage';
import {
  confirmAndApply,
  fillPorts,
  fillSelection,
  next,
  pictureOf,
  resultBox,
  resultHeading,
  selectAccess,
  wizardPath,
} from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { giveRights, giveUsualRights } from './namespaceUsers';
import { makeVm } from '../local-cluster/vms';

/** Ways from outside that somebody else has to grant: a load balancer's provider, a router, an administrator. */
const VM = 'web';
const SERVICE = 'shop';

const routesPath = (namespace: string, name = '') =>
  `/apis/route.openshift.io/v1/namespaces/${namespace}/routes${name && `/${name}`}`;
const aRoute = (namespace: string, name: string, host: string) => ({
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  metadata: { name, namespace },
  spec: { host, to: { kind: 'Service', name: 'any' } },
});

async function toReach(page: Page, namespace: string, access: string): Promise<void> {
  await page.goto(wizardPath(namespace, VM));
  await fillPorts(page, { name: SERVICE, port: '80', targetPort: '8080' });
  await next(page);
  await selectAccess(page, access);
}

async function applyJustThis(page: Page): Promise<void> {
  await next(page);
  await fillSelection(page, {});
  await next(page);
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  await confirmAndApply(page, VM);
}

test('a load balancer that gets no address is waited for in the open, with what its Events say', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, VM);
  await toReach(page, namespace, 'Its own IP address');
  await applyJustThis(page);
  await expect(resultHeading(page)).toContainText('Waiting for an external IP address');
  const { metadata } = await api('GET', paths.services(namespace, SERVICE));
  await api('POST', `/api/v1/namespaces/${namespace}/events`, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { generateName: 'shop.', namespace },
    type: 'Warning',
    reason: 'AllocationFailed',
    message: 'no addresses left in <b>any</b> pool',
    involvedObject: { apiVersion: 'v1', kind: 'Service', namespace, name: SERVICE, uid: metadata.uid },
    lastTimestamp: new Date().toISOString(),
  });
  await expect(page.getByRole('list', { name: 'Events of the Service' }).getByRole('listitem')).toHaveText(
    'AllocationFailed: no addresses left in <b>any</b> pool',
  );
  await expectAccessible(page);
  await api('PATCH', `${paths.services(namespace, SERVICE)}/status`, [
    { op: 'add', path: '/status/loadBalancer', value: { ingress: [{ hostname: 'lb.example.com' }] } },
  ]);
  await expect(resultBox(page)).toContainText('lb.example.com');
  await expect(resultBox(page)).not.toContainText('Waiting');
});

test("a host that another project has: the router's reason is told, nothing is lost, and it goes on once the host is free", async ({
  page,
  namespace,
}) => {
  const host = `${namespace}.apps.local.test`;
  await api('POST', routesPath('default'), aRoute('default', namespace, host));
  try {
    await makeVm(namespace, VM);
    await toReach(page, namespace, 'URL');
    await page.getByRole('textbox', { name: 'Hostname' }).fill(host);
    await applyJustThis(page);
    await expect(page.getByText(/HostAlreadyClaimed/).first()).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    const { uid } = (await api('GET', routesPath(namespace, SERVICE))).metadata;
    await api('DELETE', routesPath('default', namespace));
    await expect
      .poll(async () => JSON.stringify(await apiPort.get({ kind: 'Route', namespace, name: SERVICE })))
      .toContain('"status":"True"');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(pictureOf(page)).toContainText('Admitted by the router', { timeout: 30_000 });
    expect((await api('GET', routesPath(namespace, SERVICE))).metadata.uid).toBe(uid);
  } finally {
    await api('DELETE', routesPath('default', namespace), undefined, [200, 404]);
  }
});

test('a user who is not allowed to choose a host is told so, and gets the one that the router generates', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...answered(403, paths.namespace(namespace), paths.networkDefinitions(namespace)));
  await giveUsualRights('editor', namespace);
  await giveRights('editor', namespace, [
    { apiGroups: ['route.openshift.io'], resources: ['routes'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
  ]);
  await makeVm(namespace, VM);
  await actAs(page, 'editor');
  await toReach(page, namespace, 'URL');
  await expect(
    page.getByText("You don't have permission to set the host name. The router generates one."),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Hostname' })).toBeDisabled();
  await expectAccessible(page);
  await applyJustThis(page);
  await expect(resultBox(page)).toContainText(`https://${SERVICE}-${namespace}.apps.local.test/`, {
    timeout: 30_000,
  });
});
