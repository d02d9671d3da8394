import type { Page } from '@playwright/test';
import { actAs, answered, docsPicture, expect, expectAccessible, expectErrors, picture, test } from './consolePage';
import { api, paths } from '../local-cluster/localCluster';
import { giveUsualRights } from './namespaceUsers';

const PATH = '/cluster-network';

interface NodeAddress {
  readonly type: string;
  readonly address: string;
}

/** The value of a term; the term itself is a button that explains it. */
const value = (page: Page, term: string) =>
  page
    .locator('dl[aria-label="Where addresses come from"] > div')
    .filter({ has: page.getByRole('button', { name: term, exact: true }) })
    .locator('> dd');
const lookup = (page: Page) => page.getByLabel('Which range is this address from?');
const answer = (page: Page) => page.getByRole('main').getByRole('status');
const PERMISSIONS = 'Some values need administrator permissions';
const title = (page: Page) => page.getByRole('heading', { level: 1, name: 'Cluster network' });

/** What who is no administrator may not read of the whole cluster. */
const NETWORK = '/apis/config.openshift.io/v1/networks/cluster';
const UNREADABLE = answered(403, NETWORK, '/apis/networking.k8s.io/v1/servicecidrs');

/** Lets a project be the one that is chosen in the console. */
const choose = (page: Page, namespace: string) =>
  page.addInitScript((name) => localStorage.setItem('bridge/last-namespace-name', name), namespace);
const dark = (page: Page) => page.addInitScript(() => localStorage.setItem('bridge/theme', 'dark'));

/** Lets the API server's answers to reads of the Network object be other ones than it gives. */
const answerNetwork = (page: Page, object: unknown) =>
  page.route(/\/config\.openshift\.io\/v1\/networks\/cluster(\?|$)/, (route) => route.fulfill({ json: object }));

test('what the configuration says, with the sizes of ranges as bars', async ({ page }) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && /\/(services|networks|dnses)\b/.test(request.url()))
      writes.push(`${request.method()} ${request.url()}`);
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'Cluster network' }).click();
  await expect(title(page)).toBeVisible();
  await expect(page).toHaveTitle(/Cluster network/);
  await expect(value(page, 'Pods and VMs')).toContainText('10.8.0.0/14');
  await expect(value(page, 'Pods and VMs')).toContainText('512 nodes × 510 addresses');
  await expect(value(page, 'Services')).toContainText('65,534 addresses');
  await expect(page.getByRole('progressbar', { name: 'Size of 172.30.0.0/16' })).toHaveAttribute('aria-valuenow', '25');
  await expect(value(page, 'Services')).not.toContainText('Read from');
  await expect(value(page, 'Network type')).toHaveText('OVNKubernetes');
  await expect(value(page, 'MTU')).toHaveText('1400');
  await expect(value(page, 'DNS domain')).toContainText('cluster.local');
  await expect(value(page, 'DNS domain')).toContainText(/Default$/);
  await expect(value(page, 'Node ports')).toHaveText('30000–32767 (default)');
  await expect(value(page, 'External IPs')).toContainText('Not allowed');
  await expect(value(page, 'Load balancer range')).toHaveText('None');
  await lookup(page).fill('172.30.5.9');
  await expect(answer(page)).toHaveText('Service network (172.30.0.0/16)');
  await docsPicture(page, 'cluster-network');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'External IPs', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('spec.externalIPs');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Network "cluster" (YAML)' }).click();
  await expect(page.getByRole('main').locator('pre')).toContainText(
    "clusterNetwork:\n    - cidr: '10.8.0.0/14'\n      hostPrefix: 23",
  );
  await expect(page.getByRole('main').locator('pre')).toContainText('externalIP:\n    policy: {}');
  await expect(page.getByRole('main').locator('pre')).not.toContainText('managedFields');
  await expectAccessible(page);
  expect(writes, 'an administrator is shown what is read; nothing is tried').toEqual([]);
});

test('the real refusal of the API server tells the range to who may only create Services', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...UNREADABLE, ...answered(422, paths.services(namespace)));
  await giveUsualRights('vm-admin', namespace);
  await choose(page, namespace);
  await actAs(page, 'vm-admin');
  await page.goto(PATH);
  await expect(page.getByText(PERMISSIONS)).toHaveCount(1);
  await expect(value(page, 'Services')).toContainText('172.30.0.0/16');
  await expect(value(page, 'Services')).toContainText(`Read from the API server in project ${namespace}.`);
  await expect(value(page, 'DNS domain')).toContainText('cluster.local');
  for (const term of ['Pods and VMs', 'Node ports', 'External IPs', 'Network type', 'MTU'])
    await expect(value(page, term)).toHaveText('Not available');
  for (const unknown of ['OVNKubernetes', '10.8.0.0', 'YAML'])
    await expect(page.getByRole('main')).not.toContainText(unknown);
  await picture(page, 'cluster-network-forbidden');
  await expectAccessible(page);
  expect((await api<{ items: unknown[] }>('GET', `/api/v1/namespaces/${namespace}/services`)).items).toEqual([]);
});

test('a user who may read none of it sees the terms, one notice, and no range that is unknown', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...UNREADABLE, ...answered(403, paths.services(namespace), '/api/v1/nodes'));
  await giveUsualRights('viewer', namespace);
  await choose(page, namespace);
  await actAs(page, 'viewer');
  await page.goto(PATH);
  await expect(value(page, 'Services')).toHaveText('Not available');
  await expect(page.getByText(PERMISSIONS)).toHaveCount(1);
  await expect(page.getByRole('main').locator('.pf-v6-c-alert')).toHaveCount(1);
  await expect(page.getByRole('main')).not.toContainText('172.30');
  await expect(page.getByRole('main')).not.toContainText('10.8.');
  await lookup(page).fill('172.30.5.9');
  await expect(answer(page)).toHaveText('Not in any known range. Some ranges of this cluster could not be read.');
  await expectAccessible(page);
});

test('the address of a node, one that is nowhere, and what to enter', async ({ page }) => {
  const { items } = await api<{ items: { metadata: { name: string }; status: { addresses: NodeAddress[] } }[] }>(
    'GET',
    '/api/v1/nodes',
  );
  const [node] = items;
  const ip = node?.status.addresses.find(({ type }) => type === 'InternalIP')?.address ?? '';
  await page.goto(PATH);
  await lookup(page).fill(ip);
  await expect(answer(page)).toHaveText(`Address of node ${node?.metadata.name}`);
  await lookup(page).fill('2001:db8::1');
  await expect(answer(page)).toHaveText('Not in any range of this cluster');
  await lookup(page).fill('10.8.0');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toHaveText(/^Enter an IPv4 or IPv6 address/);
  await expect(lookup(page)).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});

test('without a project one has to be chosen, and then it is asked', async ({ page, namespace }) => {
  expectErrors(page, ...UNREADABLE, ...answered(422, paths.services(namespace)));
  await giveUsualRights('vm-admin', namespace);
  await actAs(page, 'vm-admin');
  await page.goto(PATH);
  await expect(page.getByText('Select a project where you can create Services to see this range.')).toBeVisible();
  await expectAccessible(page);
  await page.locator('[data-test="namespace-toggle"]').click();
  await page.getByPlaceholder('Name of a project').fill(namespace);
  await page.getByRole('menuitem', { name: `Go to ${namespace}` }).click();
  await expect(value(page, 'Services')).toContainText('172.30.0.0/16');
});

test('a cluster that is not OpenShift', async ({ page }) => {
  await page.route(/\/api\/kubernetes\/apis(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const list = (await response.json()) as { items?: { metadata: { name: string } }[] };
    await route.fulfill({
      response,
      json: { ...list, items: list.items?.filter(({ metadata }) => !metadata.name.endsWith('openshift.io')) },
    });
  });
  await page.goto(PATH);
  await expect(page.getByText('This cluster has no OpenShift network configuration')).toBeVisible();
  // the ServiceCIDR of Kubernetes itself
  await expect(value(page, 'Services')).toContainText('172.30.0.0/16');
  await expect(page.getByRole('main')).not.toContainText('10.8.');
  await expect(page.getByRole('main')).not.toContainText('External IPs');
  await expectAccessible(page);
});

test('dual-stack, ranges for external addresses, and values that are none, dark and 320 pixels wide', async ({
  page,
}) => {
  await answerNetwork(page, {
    apiVersion: 'config.openshift.io/v1',
    kind: 'Network',
    metadata: { name: 'cluster' },
    spec: {
      externalIP: {
        policy: { allowedCIDRs: ['192.0.2.0/24'], rejectedCIDRs: ['192.0.2.0/28'] },
        autoAssignCIDRs: ['203.0.113.0/28'],
      },
      serviceNodePortRange: '30000-32000',
    },
    status: {
      clusterNetwork: [
        { cidr: '10.128.0.0/14', hostPrefix: 25 },
        { cidr: 'fd01::/48', hostPrefix: 64 },
        { cidr: '<img src=x onerror=alert(1)>' },
      ],
      serviceNetwork: ['172.30.0.0/16', 'fd02:1234:5678:9abc:def0:1234:5678:0/112'],
    },
  });
  await dark(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(PATH);
  await expect(value(page, 'Pods and VMs')).toContainText('2,048 nodes × 126 addresses');
  await expect(value(page, 'Pods and VMs')).toContainText('Limits each node to fewer pods than the default of 250.');
  await expect(value(page, 'Pods and VMs')).toContainText('65,536 nodes × >16,777,216 addresses');
  await expect(value(page, 'Pods and VMs')).toContainText('<img src=x onerror=alert(1)>');
  await expect(value(page, 'Services')).toContainText('65,535 addresses');
  await expect(value(page, 'Node ports')).toHaveText('30000–32000');
  await expect(value(page, 'Allowed ranges')).toContainText('192.0.2.0/24');
  await expect(value(page, 'Rejected ranges')).toContainText('192.0.2.0/28');
  await expect(value(page, 'Load balancer range')).toContainText('203.0.113.0/28');
  await expect(value(page, 'Network type')).toHaveText('None');
  await lookup(page).fill('203.0.113.9');
  await expect(answer(page)).toHaveText('Load balancer range (203.0.113.0/28)');
  await lookup(page).fill('[FD02:1234:5678:9abc:def0:1234:5678:42]');
  await expect(answer(page)).toContainText('Service network (fd02:');
  await picture(page, 'cluster-network-narrow');
  await page.getByRole('button', { name: 'Network "cluster" (YAML)' }).click();
  await expect(page.getByRole('main').locator('pre')).toBeVisible();
  // a card clips what is too wide for it, so that the page itself would not scroll
  const tooWide = await page
    .getByRole('main')
    .locator('dt, dd, li, code')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth && !element.closest('pre'))
        .map(({ textContent }) => textContent),
    );
  expect(tooWide).toEqual([]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 1400 });
  await picture(page, 'cluster-network-dark');
});

test('a read that fails can be tried again', async ({ page }) => {
  expectErrors(page, ...answered(503, NETWORK));
  let isBroken = true;
  await page.route(/\/config\.openshift\.io\/v1\/networks\/cluster(\?|$)/, (route) =>
    isBroken
      ? route.fulfill({
          status: 503,
          json: {
            kind: 'Status',
            status: 'Failure',
            reason: 'ServiceUnavailable',
            code: 503,
            message: 'the server is currently unable to handle the request',
          },
        })
      : route.fallback(),
  );
  await page.goto(PATH);
  await expect(page.getByText('Some values could not be read')).toBeVisible();
  await expectAccessible(page);
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(value(page, 'Network type')).toHaveText('OVNKubernetes');
});
