import type { Page } from '@playwright/test';
import { actAs, answered, expect, expectAccessible, expectErrors, picture, readmePicture, test } from './consolePage';
import { valueOf } from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { giveUsualRights } from './namespaceUsers';

const PATH = '/cluster-network';

const ranges = (page: Page, term: 'Pods' | 'Services') => valueOf(page, 'Address ranges', term);
const outside = (page: Page, term: string) => valueOf(page, 'From outside the cluster', term);
const basics = (page: Page, term: string) => valueOf(page, 'Network plugin and DNS', term);
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

test('what the configuration says, with its numbers in words', async ({ page }) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && /\/(services|networks|dnses)\b/.test(request.url()))
      writes.push(`${request.method()} ${request.url()}`);
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'Cluster network' }).click();
  await expect(title(page)).toBeVisible();
  await expect(page).toHaveTitle(/Cluster network/);
  await expect(page.getByText('Pods and VMs use the pod network. Services use the Service network.')).toBeVisible();
  await expect(ranges(page, 'Pods')).toContainText('10.8.0.0/14');
  await expect(ranges(page, 'Pods')).toContainText(
    "Each node gets a /23 of it: 512 nodes, about 510 addresses each; the kubelet's maxPods, 250 by default, is the usual limit.",
  );
  await expect(ranges(page, 'Services')).toContainText('172.30.0.0/16');
  await expect(ranges(page, 'Services')).toContainText('Addresses: 65,534.');
  await expect(ranges(page, 'Services')).not.toContainText('Learned');
  await expect(basics(page, 'Network type')).toHaveText('OVNKubernetes');
  await expect(basics(page, 'MTU of the pod network')).toHaveText('1400');
  await expect(basics(page, 'DNS domain')).toContainText('cluster.local');
  await expect(basics(page, 'DNS domain')).toContainText(
    'Assumed: this cluster has no DNS configuration of OpenShift.',
  );
  await expect(outside(page, 'Node ports')).toHaveText('30000 to 32767, the default');
  await expect(outside(page, 'External addresses')).toContainText(
    'Refused: no Service may name external addresses itself (spec.externalIPs)',
  );
  await expect(outside(page, 'Assigned by the cluster')).toContainText('none');
  await readmePicture(page, 'cluster-network');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Network "cluster" as YAML' }).click();
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
  await expect(page.getByText('You may not read the network configuration of this cluster.')).toBeVisible();
  await expect(
    page.getByText(/The API server answered 403 Forbidden: networks.config.openshift.io "cluster" is forbidden/),
  ).toBeVisible();
  await expect(ranges(page, 'Services')).toContainText('172.30.0.0/16');
  await expect(ranges(page, 'Services')).toContainText(
    `Learned in project ${namespace} from the refusal of a Service that was never made.`,
  );
  await expect(basics(page, 'DNS domain')).toContainText('cluster.local');
  for (const unknown of ['OVNKubernetes', '10.8.0.0', 'Node ports', 'External addresses', 'Network type', 'YAML'])
    await expect(page.getByRole('main')).not.toContainText(unknown);
  await picture(page, 'cluster-network-forbidden');
  await expectAccessible(page);
  expect((await api<{ items: unknown[] }>('GET', `/api/v1/namespaces/${namespace}/services`)).items).toEqual([]);
});

test('a user who is not allowed to create Services is told so, and shown nothing that is unknown', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...UNREADABLE, ...answered(403, paths.services(namespace)));
  await giveUsualRights('viewer', namespace);
  await choose(page, namespace);
  await actAs(page, 'viewer');
  await page.goto(PATH);
  await expect(
    page.getByText(`The range of Service addresses could not be learned in project ${namespace}.`),
  ).toBeVisible();
  await expect(page.getByText(/services is forbidden: User "viewer" cannot create resource "services"/)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('172.30');
  await expect(page.getByRole('main')).not.toContainText('10.8.');
  await expectAccessible(page);
});

test('without a project one has to be chosen, and then it is asked', async ({ page, namespace }) => {
  expectErrors(page, ...UNREADABLE, ...answered(422, paths.services(namespace)));
  await giveUsualRights('vm-admin', namespace);
  await actAs(page, 'vm-admin');
  await page.goto(PATH);
  await expect(page.getByText('Choose a project in which you may create Services.')).toBeVisible();
  await expectAccessible(page);
  await page.locator('[data-test="namespace-toggle"]').click();
  await page.getByPlaceholder('Name of a project').fill(namespace);
  await page.getByRole('menuitem', { name: `Go to ${namespace}` }).click();
  await expect(ranges(page, 'Services')).toContainText('172.30.0.0/16');
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
  await expect(page.getByText('This cluster has no network configuration of OpenShift.')).toBeVisible();
  // the ServiceCIDR of Kubernetes itself
  await expect(ranges(page, 'Services')).toContainText('172.30.0.0/16');
  await expect(page.getByRole('main')).not.toContainText('10.8.');
  await expect(page.getByRole('main')).not.toContainText('External addresses');
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
  await expect(ranges(page, 'Pods')).toContainText('2,048 nodes, about 126 addresses each, fewer than');
  await expect(ranges(page, 'Pods')).toContainText('65,536 nodes, each with more addresses than it can use');
  await expect(ranges(page, 'Pods')).toContainText('<img src=x onerror=alert(1)>');
  await expect(ranges(page, 'Pods').getByText('IPv6', { exact: true })).toBeVisible();
  await expect(ranges(page, 'Services')).toContainText('Addresses: 65,535.');
  await expect(outside(page, 'Node ports')).toHaveText('30000 to 32000');
  await expect(outside(page, 'Allowed ranges')).toContainText('192.0.2.0/24');
  await expect(outside(page, 'Rejected ranges')).toContainText('192.0.2.0/28');
  await expect(outside(page, 'Assigned by the cluster')).toContainText('203.0.113.0/28');
  await expect(basics(page, 'Network type')).toHaveText('The configuration names none.');
  await picture(page, 'cluster-network-narrow');
  await page.getByRole('button', { name: 'Network "cluster" as YAML' }).click();
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
  await expect(page.getByText('The network configuration of this cluster could not be read.')).toBeVisible();
  await expectAccessible(page);
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(basics(page, 'Network type')).toHaveText('OVNKubernetes');
});
