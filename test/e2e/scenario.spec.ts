import type { Page } from '@playwright/test';
import { docsPicture, expect, expectAccessible, expectErrors, noInstance, test } from './consolePage';
import {
  confirmAndApply,
  fillPorts,
  fillSelection,
  next,
  openSection,
  pictureOf,
  podAddress,
  reached,
  resultBox,
  tabPath,
  toReview,
  valueOf,
  type Wanted,
} from './exposeVm';
import { dial, makeClientPod } from '../local-cluster/dataPath';
import { api, cluster, lookUp, paths } from '../local-cluster/localCluster';
import { expandRow, rowOf } from './tabRow';
import { makeVm, readPods, readVm, readVmi, readyEndpoints, type VmOptions } from '../local-cluster/vms';

/** The walk-through with its real values: the VM `backendvm` becomes reachable as the Service `backend`. */
const VM = 'backendvm';
const PORTS: Wanted = { name: 'backend', port: '80', targetPort: '8080' };
const TIER = { key: 'tier', value: 'backend' } as const;
const SERVICE_RANGE = /^172\.30\.\d{1,3}\.\d{1,3}$/;

interface ServiceObject {
  readonly spec: {
    readonly clusterIP: string;
    readonly type: string;
    readonly selector: Record<string, string>;
    readonly ports: { readonly port: number; readonly targetPort: number; readonly protocol: string }[];
  };
}

/** The VM with its label where it does not count, and its tab. */
async function openTab(page: Page, namespace: string, more: VmOptions = {}): Promise<void> {
  await makeVm(namespace, VM, { ownLabels: { app: VM }, ...more });
  await page.goto(tabPath(namespace, VM));
  await expect(page.getByRole('heading', { name: 'Services', exact: true })).toBeAttached();
}

/** The result on the page against the API server, the DNS server, the EndpointSlice and the VMI. */
async function expectProven(page: Page, namespace: string): Promise<void> {
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  await expect(reached(page)).toBeFocused();
  const service = await api<ServiceObject>('GET', paths.services(namespace, 'backend'));
  expect(service.spec.clusterIP).toMatch(SERVICE_RANGE);
  expect(service.spec).toMatchObject({ type: 'ClusterIP', ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }] });
  await expect(resultBox(page)).toContainText(service.spec.clusterIP);
  await expect(resultBox(page)).toContainText(`backend.${namespace}.svc.cluster.local:80`);
  await expect(pictureOf(page)).toContainText('80/TCP → 8080');
  await openSection(page, 'More names and addresses');
  for (const [from, name] of [
    ['From pods of any project', `backend.${namespace}`],
    ['From pods of the same project', 'backend'],
  ] as const) {
    await expect(valueOf(page, 'More names and addresses', from).locator('code')).toHaveText(name);
  }
  const [vmiIp] = (await readVmi(namespace, VM)).status.interfaces?.map(({ ipAddress }) => ipAddress) ?? [];
  expect(vmiIp).toBeTruthy();
  expect(await readyEndpoints(namespace, 'backend')).toEqual([vmiIp]);
  await openSection(page, 'How this was verified');
  await expect(valueOf(page, `Addresses of ${VM}`, 'Endpoint address')).toHaveText(podAddress(vmiIp));
  await expect(valueOf(page, `Addresses of ${VM}`, 'VM address')).toHaveText(podAddress(vmiIp));
  await expect
    .poll(() => lookUp(`backend.${namespace}.svc.cluster.local`).catch(() => []))
    .toEqual([service.spec.clusterIP]);
}

/** Back in the tab the Service is listed with all that a person needs. */
async function expectListed(page: Page, namespace: string): Promise<void> {
  await page.getByRole('link', { name: `View Services of ${VM}` }).click();
  const { spec } = await api<ServiceObject>('GET', paths.services(namespace, 'backend'));
  const row = rowOf(page, 'backend');
  for (const text of ['ClusterIP', spec.clusterIP, '80/TCP → 8080', 'Reachable']) await expect(row).toContainText(text);
  // beside the tree of VMs a row has no room for the name
  await expandRow(page, 'backend');
  await page.getByRole('button', { name: `Details Service backend to ${VM}` }).click();
  await expect(page.getByText(`backend.${namespace}.svc.cluster.local`, { exact: true }).first()).toBeVisible();
}

test('a new label with a restart: the order, the proof, the tab', async ({ page }) => {
  // the project of the README's pictures; no other test goes there
  const namespace = 'prod2';
  expectErrors(page, noInstance(paths.vmi(namespace, VM)));
  await openTab(page, namespace);
  await expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
  await expect(page.getByText('Labels on the VirtualMachine (app=backendvm) are not copied to its pod.')).toBeVisible();
  await docsPicture(page, 'tab-empty');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Expose VM', exact: true }).last().click();

  const wanted = { ...PORTS, label: { ...TIER, when: 'Restart now' } } as const;
  await fillPorts(page, wanted);
  await docsPicture(page, 'wizard-ports');
  await next(page);
  await expect(page.getByRole('radio', { name: 'Inside the cluster' })).toBeChecked();
  await next(page);
  await fillSelection(page, wanted);
  await docsPicture(page, 'wizard-selection');
  await next(page);

  const steps = page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading');
  await expect(steps).toHaveText([
    'Add label tier=backend to the template of backendvm',
    'Create Service backend',
    'Restart backendvm',
  ]);
  await expect(page.getByText('Dry run passed')).toHaveCount(3);
  await docsPicture(page, 'wizard-review');
  for (const [step, form] of [
    ['Add label tier=backend to the template of backendvm', 'YAML'],
    ['Create Service backend', 'YAML'],
    ['Restart backendvm', 'Command'],
  ] as const) {
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: step, exact: true }) });
    await row.getByRole('button', { name: `${form}: ${step}` }).click();
    if (form === 'YAML') await row.getByRole('button', { name: 'Command', exact: true }).click();
  }
  await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue(
    new RegExp(`^oc patch virtualmachine ${VM} -n ${namespace} --type=json`),
  );
  await expect(page.getByText("oc create -f - <<'EOF'")).toBeVisible();
  await expect(page.getByText(`virtctl restart ${VM} -n ${namespace}`)).toBeVisible();

  // the restart is held back at the proxy, to look at the cluster between the template patch and the restart
  const before = await readVmi(namespace, VM);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/virtualmachines/*/restart', async (route) => {
    await held;
    await route.continue();
  });
  await confirmAndApply(page, VM);
  await expect(page.getByRole('listitem', { name: 'Restart backendvm: In progress' })).toBeVisible();
  await docsPicture(page, 'run');
  const patched = await readVm(namespace, VM);
  expect(patched.spec.template.metadata?.labels).toMatchObject({ tier: 'backend' });
  expect(patched.status?.conditions?.filter(({ type }) => type === 'RestartRequired')).toEqual([]);
  expect((await readPods(namespace, VM)).map(({ metadata }) => metadata.labels?.tier)).toEqual([undefined]);
  expect((await readVmi(namespace, VM)).metadata.labels?.tier).toBeUndefined();
  release();

  await expectProven(page, namespace);
  await docsPicture(page, 'result');
  await expectAccessible(page);
  const after = await readVmi(namespace, VM);
  expect(after.metadata.uid).not.toBe(before.metadata.uid);
  expect(after.metadata.labels?.tier).toBe('backend');
  expect((await readPods(namespace, VM)).map(({ metadata }) => metadata.labels?.tier)).toEqual(['backend']);
  await expectListed(page, namespace);
  await expect(valueOf(page, 'Addresses, ports, and selector', 'Selector')).toHaveText('tier=backend');
  await docsPicture(page, 'tab');
  await expectAccessible(page);
});

test('the connection test connects, and a pod gets a page from the guest by the name of the Service', async ({
  page,
  namespace,
}) => {
  test.skip(!cluster.dataPath.socket, `The local cluster carries no traffic here: ${cluster.dataPath.whyNot}`);
  await openTab(page, namespace, { listens: '8080/tcp' });
  await page.getByRole('link', { name: 'Expose VM', exact: true }).last().click();
  await toReview(page, PORTS);
  await confirmAndApply(page, VM);
  await expectProven(page, namespace);

  await page.getByRole('button', { name: 'Run connection test', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Test image' });
  await dialog.getByLabel('Image').fill('registry.example.com/tools:1');
  await dialog.getByRole('button', { name: 'Run connection test' }).click();
  await expect(page.getByText('All 4 checks passed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('list', { name: 'Results of the test' })).toContainText('80/TCP');
  await expectAccessible(page);

  const from = await makeClientPod(namespace, 'client');
  const attempt = await dial({ from, network: 'tcp', address: `backend.${namespace}.svc.cluster.local:80` });
  expect(attempt).toMatchObject({ outcome: 'answered' });
  expect(attempt.answer).toContain(`VM ${VM} in ${namespace} answers on `);
});

test('just this VM: no edit and no restart', { tag: '@each-console' }, async ({ page, namespace }) => {
  await openTab(page, namespace);
  const [vm, vmi] = [await readVm(namespace, VM), await readVmi(namespace, VM)];
  await page.getByRole('link', { name: 'Expose VM', exact: true }).last().click();
  await toReview(page, PORTS);
  await expect(page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading')).toHaveText([
    'Create Service backend',
  ]);
  await confirmAndApply(page, VM);
  await expectProven(page, namespace);
  await expect(page.getByText(/^OpenShift 4.22 does not show this Service/)).toBeVisible();
  expect((await readVmi(namespace, VM)).metadata.uid).toBe(vmi.metadata.uid);
  expect((await readVm(namespace, VM)).spec).toEqual(vm.spec);
  const { spec } = await api<ServiceObject>('GET', paths.services(namespace, 'backend'));
  expect(spec.selector).toEqual({ 'vmi.kubevirt.io/id': VM });
  await expectListed(page, namespace);
});

test(
  'a new label now, without a restart: on all three layers',
  { tag: '@each-console' },
  async ({ page, namespace }) => {
    await openTab(page, namespace);
    const vmi = await readVmi(namespace, VM);
    await page.getByRole('link', { name: 'Expose VM', exact: true }).last().click();
    await toReview(page, { ...PORTS, label: { ...TIER, when: 'Now, without a restart' } });
    await confirmAndApply(page, VM);
    await expectProven(page, namespace);
    const labelled = [
      (await readVm(namespace, VM)).spec.template.metadata?.labels?.tier,
      (await readVmi(namespace, VM)).metadata.labels?.tier,
    ];
    expect(labelled).toEqual(['backend', 'backend']);
    expect((await readPods(namespace, VM)).map(({ metadata }) => metadata.labels?.tier)).toEqual(['backend']);
    expect((await readVmi(namespace, VM)).metadata.uid).toBe(vmi.metadata.uid);
    await expectListed(page, namespace);
  },
);
