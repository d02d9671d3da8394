import type { Page } from '@playwright/test';
import { apiPort } from '../local-cluster/apiPort';
import { api, paths } from '../local-cluster/localCluster';
import {
  dnsNameIn,
  expectType,
  LOAD_BALANCER_CLASS,
  loadBalancerIp,
  madeService,
  OUTSIDE_NAME,
  TYPES_ON_CLUSTER,
  type TypeName,
} from '../local-cluster/serviceTypes';
import { makeVm } from '../local-cluster/vms';
import { SERVICE, VM, vmAddress } from '../local-cluster/waysToSelect';
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
  resultAction,
  resultBox,
  resultHeading,
  selectAccess,
  valueOf,
  type Wanted,
  wizardPath,
} from './exposeVm';

/**
 * Every type once through the wizard to the Result, for just this VM, and that against API server and DNS server. By a
 * label, too, each is tried by test/on-cluster/types.spec.ts.
 */
const PORTS: Wanted = { name: SERVICE, port: '80', targetPort: '8080' };

interface TypeInWizard {
  readonly radio: string;
  /** fills what the type asks for in step 2 */
  readonly fill?: (page: Page) => Promise<void>;
  /** what the Result tells of the type alone */
  readonly expectResult: (page: Page, namespace: string) => Promise<void>;
}

async function expectClusterIp(page: Page, namespace: string): Promise<void> {
  const { spec } = await madeService(namespace);
  await expect(pictureOf(page)).toContainText(spec?.clusterIP ?? 'no address');
}

const TYPES: Readonly<Record<TypeName, TypeInWizard>> = {
  ClusterIP: { radio: 'Inside the cluster', expectResult: expectClusterIp },
  NodePort: {
    radio: 'Node port',
    expectResult: async (page, namespace) => {
      await expectClusterIp(page, namespace);
      const [port] = (await madeService(namespace)).spec?.ports ?? [];
      const [pod] = await apiPort.list('Pod', namespace, { 'kubevirt.io': 'virt-launcher' });
      await expect(resultBox(page)).toContainText(`${pod?.status?.hostIP ?? ''}:${port?.nodePort ?? ''}`);
      await expect(resultBox(page)).toContainText(`curl http://${pod?.status?.hostIP ?? ''}:${port?.nodePort ?? ''}/`);
    },
  },
  LoadBalancer: {
    radio: 'Its own IP address',
    fill: async (page) => {
      await page.getByRole('button', { name: 'Load balancer options' }).click();
      await page.getByLabel('Load balancer class').fill(LOAD_BALANCER_CLASS);
    },
    expectResult: async (page, namespace) => {
      await expectClusterIp(page, namespace);
      const ip = await loadBalancerIp(namespace);
      await expect(pictureOf(page)).toContainText(ip);
      await expect(resultBox(page)).toContainText(`curl http://${ip}/`);
    },
  },
  headless: {
    radio: 'A DNS name for each VM',
    expectResult: async (page, namespace) => {
      await expect(resultBox(page)).toContainText(`${VM}.${dnsNameIn(namespace)}`);
    },
  },
  ExternalName: {
    radio: 'DNS alias to an external name',
    fill: (page) => page.getByRole('textbox', { name: 'External name' }).fill(OUTSIDE_NAME),
    expectResult: async (page) => {
      await expect(resultHeading(page)).toContainText(OUTSIDE_NAME);
      await expect(resultBox(page)).toContainText('does not send traffic to a virtual machine');
    },
  },
  'ClusterIP with a Route': {
    radio: 'URL',
    expectResult: async (page, namespace) => {
      await expectClusterIp(page, namespace);
      const route = await apiPort.get({ kind: 'Route', namespace, name: SERVICE });
      await expect(resultBox(page)).toContainText(`https://${route?.spec.host ?? 'no host'}/`);
      await expect(pictureOf(page)).toContainText('Admitted by the router');
    },
  },
};

async function expose(page: Page, namespace: string, name: TypeName): Promise<void> {
  const { radio, fill } = TYPES[name];
  await page.goto(wizardPath(namespace, VM));
  await fillPorts(page, PORTS);
  await next(page);
  if (TYPES_ON_CLUSTER[name].isAlias) await page.getByRole('button', { name: 'Other', exact: true }).click();
  await selectAccess(page, radio);
  await fill?.(page);
  await expectAccessible(page);
  await docsPicture(page, `wizard-reach-${name.toLowerCase().replaceAll(' ', '-')}`);
  await next(page);
  if (!TYPES_ON_CLUSTER[name].isAlias) {
    await fillSelection(page, {});
    if (name === 'headless')
      await page
        .getByRole('radiogroup', { name: 'When does the template change take effect?' })
        .getByRole('radio', { name: 'Restart now' })
        .check();
    await next(page);
  }
  await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  await confirmAndApply(page, VM);
  await expect(resultHeading(page)).toBeVisible({ timeout: 60_000 });
}

for (const name of Object.keys(TYPES) as TypeName[]) {
  test(`${name}, through the wizard to the Result`, { tag: '@each-console' }, async ({ page, namespace }) => {
    if (name === 'headless') expectErrors(page, noInstance(paths.vmi(namespace, VM)));
    await makeVm(namespace, VM);
    await expose(page, namespace, name);
    await expectType(namespace, name, 'just this VM');
    await TYPES[name].expectResult(page, namespace);
    if (!TYPES_ON_CLUSTER[name].isAlias) {
      await expect(reached(page)).toBeVisible();
      await openSection(page, 'How this was verified');
      const address = podAddress(await vmAddress(namespace));
      await expect(valueOf(page, `Addresses of ${VM}`, 'Endpoint address')).toHaveText(address);
    }
    await expectAccessible(page);
    await docsPicture(page, `result-${name.toLowerCase().replaceAll(' ', '-')}`);
  });
}

test('the type of an existing Service: patched where the API allows it, recreated where not, and undone', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, VM, { templateLabels: { tier: 'backend' } });
  await api('POST', paths.services(namespace), {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: SERVICE, namespace, labels: { keep: 'me' } },
    spec: { selector: { tier: 'backend' }, ports: [{ port: 80, targetPort: 8080 }] },
  });
  const before = await madeService(namespace);
  await page.goto(wizardPath(namespace, VM, `?service=${SERVICE}`));
  await next(page);
  await selectAccess(page, 'Node port');
  await next(page);
  await next(page);
  await expect(page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading')).toHaveText([
    `Change type of Service ${SERVICE} from ClusterIP to NodePort`,
  ]);
  await confirmAndApply(page, VM);
  await expect(resultHeading(page)).toBeVisible();
  const patched = await madeService(namespace);
  expect(patched.metadata?.uid).toBe(before.metadata?.uid);
  expect(patched.spec).toMatchObject({ type: 'NodePort', clusterIP: before.spec?.clusterIP });

  // a result stays until it is left
  await resultAction(page, 'Expose again');
  await page.goto(wizardPath(namespace, VM, `?service=${SERVICE}`));
  await next(page);
  await selectAccess(page, 'A DNS name for each VM');
  await expect(page.getByText(`Service ${SERVICE} will be deleted and created again`)).toBeVisible();
  await next(page);
  await next(page);
  await confirmAndApply(page, VM);
  await expect(resultHeading(page)).toBeVisible();
  const anew = await madeService(namespace);
  expect(anew.metadata?.uid).not.toBe(before.metadata?.uid);
  expect(anew).toMatchObject({
    metadata: { labels: { keep: 'me' } },
    spec: { clusterIP: 'None', selector: { tier: 'backend' } },
  });

  await resultAction(page, 'Undo');
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect
    .poll(async () => (await apiPort.get({ kind: 'Service', namespace, name: SERVICE }))?.spec?.clusterIP, {
      timeout: 30_000,
    })
    .toBe(before.spec?.clusterIP);
});
