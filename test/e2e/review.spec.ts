import type { Page } from '@playwright/test';
import { actAs, answered, expect, expectAccessible, expectErrors, picture, test } from './consolePage';
import { confirmAndApply, expectSameAddress, next, resultHeading, toReview, valueOf, wizardPath } from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { giveRights, LOOKING } from './namespaceUsers';
import { makeSpecialVm } from '../local-cluster/specialVms';
import { makeVm } from '../local-cluster/vms';
import { recordWrites } from './writes';

const TIER = { key: 'tier', value: 'backend' } as const;
const PORTS = { name: 'backend', port: '80', targetPort: '8080' } as const;
const notice = (page: Page, title: string) => page.getByText(title);

const makePolicy = (namespace: string, name: string, spec: object) =>
  api('POST', `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  });

/** What the network policies allow a kind of client. */
const clients = (page: Page, client: string) =>
  page.getByRole('grid', { name: 'Clients that network policies allow' }).getByRole('row').filter({ hasText: client });

/** Where a finding was found, term by term. */
const fact = (page: Page, code: string, term: string) => valueOf(page, `Evidence of rule ${code}`, term);

test('K1: network policies that let nobody in, or only some, are told before anything is sent', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  await makePolicy(namespace, 'deny-all', { podSelector: {}, policyTypes: ['Ingress'] });
  const writes = recordWrites(page);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, PORTS);
  await expect(notice(page, 'web will not be reachable')).toBeVisible();
  await expect(
    page.getByText('No rule in deny-all allows 8080/TCP to this VM. Add a network policy that does.'),
  ).toBeVisible();
  for (const client of [
    'Pods in this project',
    'Pods in other projects',
    'The router, for all Routes',
    'Addresses outside the cluster',
  ])
    await expect(clients(page, client)).toContainText('Blocked');
  await expect(page.getByText(/Based on the text of the network policies/)).toBeVisible();
  await picture(page, 'review-k1');
  await expectAccessible(page);

  // another policy lets some in: it is watched, so the page tells it at once. Policies count against the target port.
  await makePolicy(namespace, 'some', {
    podSelector: {},
    ingress: [
      { from: [{ podSelector: {} }], ports: [{ port: 8080 }] },
      { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 80 }] },
    ],
  });
  await expect(notice(page, 'Rule K1')).toBeVisible();
  await expect(notice(page, 'web will not be reachable')).toHaveCount(0);
  await expect(clients(page, 'Pods in this project')).toContainText('Allowed');
  await expect(clients(page, 'Pods in other projects')).toContainText('Blocked');
  await expect(clients(page, 'Addresses outside the cluster')).toContainText('Blocked');

  await makePolicy(namespace, 'all', { podSelector: {}, ingress: [{}] });
  await expect(page.getByText('Rule K1')).toHaveCount(0);
  expect(writes).toEqual([]);
});

test('K1: a policy that selects the label which the VM is about to get', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await makePolicy(namespace, 'deny-backend', {
    podSelector: { matchLabels: { tier: 'backend' } },
    policyTypes: ['Ingress'],
  });
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { ...PORTS, label: { ...TIER, when: 'Restart now' } });
  await expect(notice(page, 'web will not be reachable')).toBeVisible();
  await page.getByRole('button', { name: 'VM selection', exact: true }).click();
  await page.getByRole('radio', { name: 'This VM only' }).check();
  await next(page);
  await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  await expect(page.getByText('Rule K1')).toHaveCount(0);
});

test('N2: the ports list of the interface blocks the target port', async ({ page, namespace }) => {
  await makeSpecialVm(namespace, 'web', { ports: [{ port: 22 }, { port: 8080, protocol: 'UDP' }] });
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, PORTS);
  await expect(notice(page, 'web will not be reachable')).toBeVisible();
  await expect(
    page.getByText('The ports list of the interface allows 22/TCP, 8080/UDP only. Add 8080/TCP to the list.'),
  ).toBeVisible();
  await expect(fact(page, 'N2', 'Object')).toHaveText('VirtualMachineInstance web');
  await picture(page, 'review-n2');
  // a blocker has a link to the same step
  await page.getByRole('button', { name: 'Service and ports', exact: true }).click();
  await page.getByRole('textbox', { name: 'Target port' }).fill('22');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
  await expect(page.getByText('Rule N2')).toHaveCount(0);
});

test('N1: a VM that is not on the pod network', async ({ page, namespace }) => {
  await makeSpecialVm(namespace, 'web', { hasNoPodNetwork: true });
  await page.goto(wizardPath(namespace, 'web'));
  await page.getByRole('button', { name: '1 needs attention' }).click();
  const attention = page.getByRole('dialog', { name: 'Needs attention' });
  await expect(attention).toContainText(
    'Services send traffic over the pod network only. Add an interface on it to web, and restart.',
  );
  await attention.getByRole('button', { name: 'Close' }).click();
  await expect(attention).toHaveCount(0);
  await toReview(page, PORTS);
  await expect(notice(page, 'web will not be reachable')).toBeVisible();
  await expect(fact(page, 'N1', 'Field')).toHaveText('spec.networks');
  await expect(fact(page, 'N1', 'Required')).toHaveText('pod: {}');
});

test('U1: a project that is labeled for a user-defined network, of which there is none', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  const label = '/metadata/labels/k8s.ovn.org~1primary-user-defined-network';
  await api('PATCH', `/api/v1/namespaces/${namespace}`, [{ op: 'add', path: label, value: '' }]);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, PORTS);
  await expect(notice(page, 'Rule U1')).toBeVisible();
  await expect(page.getByText(`Project ${namespace} is labeled for a user-defined network.`)).toBeVisible();
  await expect(fact(page, 'U1', 'Now')).toHaveText('k8s.ovn.org/primary-user-defined-network');
  await expect(page.getByText(/^Network policies were not read\./)).toHaveCount(0);
  await expectAccessible(page);
});

test('a user who is not allowed to read network policies is told that they were not checked, not that all is well', async ({
  page,
  namespace,
}) => {
  expectErrors(
    page,
    ...answered(
      403,
      paths.networkPolicies(namespace),
      paths.routes(namespace),
      paths.namespace(namespace),
      paths.networkDefinitions(namespace),
    ),
  );
  await makeVm(namespace, 'web');
  await makePolicy(namespace, 'deny-all', { podSelector: {}, policyTypes: ['Ingress'] });
  await giveRights('editor', namespace, [...LOOKING, { apiGroups: [''], resources: ['services'], verbs: ['create'] }]);
  await actAs(page, 'editor');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, PORTS);
  await expect(page.getByRole('list', { name: 'Not checked' })).toBeVisible();
  await expect(
    page.getByText(/^Network policies were not read\. .*networkpolicies\.networking\.k8s\.io is forbidden/),
  ).toBeVisible();
  await expect(page.getByText('Rule K1')).toHaveCount(0);
  await picture(page, 'review-not-checked');
  await expectAccessible(page);
  await confirmAndApply(page, 'web');
  await expect(resultHeading(page)).toContainText('Service backend was created, but not everything could be checked', {
    timeout: 60_000,
  });
  await expect(page.getByText('Not read: NetworkPolicies, Routes.')).toBeVisible();
  await expectSameAddress(page);
});
