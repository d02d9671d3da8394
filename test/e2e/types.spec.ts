import type { Page } from '@playwright/test';
import { apiPort } from '../local-cluster/apiPort';
import { expect, expectAccessible, expectErrors, noInstance, readmePicture, test } from './consolePage';
import {
  confirmAndApply,
  fillPorts,
  fillSelection,
  next,
  podAddress,
  resultOf,
  valueOf,
  wizardPath,
  type Wanted,
} from './exposeVm';
import { api, lookUp, paths } from '../local-cluster/localCluster';
import { makeVm, readEndpoints, readVm, readVmi } from '../local-cluster/vms';

/** Every type, found by the VM itself and by a label: through the wizard to the Result, and that against API server and DNS server. */
const VM = 'web';
const SERVICE = 'backend';
const PORTS: Wanted = { name: SERVICE, port: '80', targetPort: '8080' };
const TIER = { key: 'tier', value: 'backend', when: 'Now, without a restart' } as const;
/** The class of load balancers that the local cluster gives addresses to. */
const CLASS = 'expose-vm.test/lb';
const SERVICE_RANGE = /172\.30\.\d{1,3}\.\d{1,3}/;

type Way = 'just this VM' | 'by a label';

interface Type {
  readonly name: string;
  readonly radio: string;
  /** fills what the type asks for in step 2 */
  readonly fill?: (page: Page) => Promise<void>;
  readonly isHeadless?: true;
  readonly isAlias?: true;
  readonly check: (page: Page, namespace: string) => Promise<void>;
}

const serviceOf = async (namespace: string) => {
  const service = await apiPort.get({ kind: 'Service', namespace, name: SERVICE });
  if (!service) throw new Error('The Service is not there.');
  return service;
};
const nameOf = (namespace: string) => `${SERVICE}.${namespace}.svc.cluster.local`;
const vmIp = async (namespace: string) => (await readVmi(namespace, VM)).status.interfaces?.[0]?.ipAddress ?? '';

/** Address, names and endpoint of a Service with a cluster IP. */
async function expectClusterIp(page: Page, namespace: string, type: string): Promise<void> {
  const { spec } = await serviceOf(namespace);
  expect(spec).toMatchObject({ type, ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }] });
  expect(spec?.clusterIP).toMatch(SERVICE_RANGE);
  await expect(resultOf(page, 'Cluster IP')).toContainText(spec?.clusterIP ?? '');
  // an administrator may read the ranges
  await expect(resultOf(page, 'Cluster IP')).toContainText('of the range for Services (172.30.0.0/16)');
  await expect.poll(() => lookUp(nameOf(namespace)).catch(() => [])).toEqual([spec?.clusterIP]);
}

const TYPES: readonly Type[] = [
  {
    name: 'ClusterIP',
    radio: 'Inside this cluster (ClusterIP)',
    check: (page, namespace) => expectClusterIp(page, namespace, 'ClusterIP'),
  },
  {
    name: 'NodePort',
    radio: 'From outside, by a port of every node (NodePort)',
    check: async (page, namespace) => {
      await expectClusterIp(page, namespace, 'NodePort');
      const [port] = (await serviceOf(namespace)).spec?.ports ?? [];
      expect(port?.nodePort).toBeGreaterThanOrEqual(30000);
      const [pod] = await apiPort.list('Pod', namespace, { 'kubevirt.io': 'virt-launcher' });
      await expect(resultOf(page, 'Node ports')).toContainText(`80/TCP by ${port?.nodePort ?? ''} of every node`);
      await expect(resultOf(page, 'Node ports')).toContainText(pod?.status?.hostIP ?? 'no address');
      await expect(resultOf(page, 'Commands')).toContainText(
        `curl http://${pod?.status?.hostIP ?? ''}:${port?.nodePort ?? ''}/`,
      );
    },
  },
  {
    name: 'LoadBalancer',
    radio: 'From outside, by an address of its own (LoadBalancer)',
    fill: (page) => page.getByLabel('Load balancer class').fill(CLASS),
    check: async (page, namespace) => {
      await expectClusterIp(page, namespace, 'LoadBalancer');
      const ip = async () => (await serviceOf(namespace)).status?.loadBalancer?.ingress?.[0]?.ip ?? '';
      await expect.poll(ip).toMatch(/^192\.0\.2\./);
      await expect(resultOf(page, 'Load balancer')).toContainText(await ip());
      await expect(resultOf(page, 'Commands')).toContainText(`curl http://${await ip()}/`);
    },
  },
  {
    name: 'headless',
    radio: 'Each virtual machine under its own name (headless)',
    isHeadless: true,
    check: async (page, namespace) => {
      expect((await serviceOf(namespace)).spec).toMatchObject({ type: 'ClusterIP', clusterIP: 'None' });
      expect((await readVm(namespace, VM)).spec.template).toMatchObject({ spec: { subdomain: SERVICE } });
      const ip = await vmIp(namespace);
      const own = `${VM}.${nameOf(namespace)}`;
      await expect(resultOf(page, 'Names of the virtual machines')).toContainText(own);
      await expect(resultOf(page, 'Names of the virtual machines')).toContainText('DNS knows it now.');
      await expect.poll(() => lookUp(nameOf(namespace)).catch(() => [])).toEqual([ip]);
      await expect.poll(() => lookUp(own).catch(() => [])).toEqual([ip]);
    },
  },
  {
    name: 'ExternalName',
    radio: 'Alias to an outside name (ExternalName)',
    fill: (page) => page.getByRole('textbox', { name: 'Outside name' }).fill('db.example.com'),
    isAlias: true,
    check: async (page, namespace) => {
      const { spec } = await serviceOf(namespace);
      expect(spec).toMatchObject({ type: 'ExternalName', externalName: 'db.example.com' });
      expect(spec?.selector).toBeUndefined();
      await expect(resultOf(page, 'Alias of')).toContainText('db.example.com');
      await expect(resultOf(page, 'Alias of')).toContainText('selects no virtual machine');
    },
  },
  {
    name: 'ClusterIP with a Route',
    radio: 'From outside, by a host name for HTTP and TLS (ClusterIP and Route)',
    check: async (page, namespace) => {
      await expectClusterIp(page, namespace, 'ClusterIP');
      const route = await apiPort.get({ kind: 'Route', namespace, name: SERVICE });
      expect(route?.spec).toMatchObject({
        to: { kind: 'Service', name: SERVICE },
        port: { targetPort: 8080 },
        tls: { termination: 'edge' },
      });
      await expect(resultOf(page, 'Route')).toContainText(`https://${route?.spec.host ?? 'no host'}/`);
      await expect(resultOf(page, 'Route')).toContainText('A router has taken it.');
    },
  },
];

async function expose(page: Page, namespace: string, type: Type, way: Way): Promise<void> {
  await page.goto(wizardPath(namespace, VM));
  await fillPorts(page, PORTS);
  await next(page);
  await page.getByRole('radio', { name: type.radio }).check();
  await type.fill?.(page);
  await expectAccessible(page);
  if (way === 'by a label' || type.isAlias)
    await readmePicture(page, `wizard-reach-${type.name.toLowerCase().replaceAll(' ', '-')}`);
  await next(page);
  if (!type.isAlias) {
    await fillSelection(
      page,
      way === 'by a label' ? { label: type.isHeadless ? { key: TIER.key, value: TIER.value } : TIER } : {},
    );
    if (type.isHeadless)
      await page
        .getByRole('radiogroup', { name: 'When does the change of the template take effect?' })
        .getByRole('radio', { name: 'Restart now' })
        .check();
    await next(page);
  }
  await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
  await expect(page.getByText('asking the API server')).toHaveCount(0);
  await confirmAndApply(page, VM);
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible({ timeout: 60_000 });
}

for (const type of TYPES) {
  // an alias is found by nothing, so there is one way only
  for (const way of type.isAlias ? (['just this VM'] as const) : (['just this VM', 'by a label'] as const)) {
    test(`${type.name}, ${type.isAlias ? 'no VM' : way}`, async ({ page, namespace }) => {
      if (type.isHeadless) expectErrors(page, noInstance(paths.vmi(namespace, VM)));
      await makeVm(namespace, VM);
      await expose(page, namespace, type, way);
      await type.check(page, namespace);
      if (!type.isAlias) {
        const { spec } = await serviceOf(namespace);
        expect(spec?.selector).toEqual(
          way === 'by a label' ? { [TIER.key]: TIER.value } : { 'vmi.kubevirt.io/id': VM },
        );
        await expect(resultOf(page, 'Verdict')).toHaveText(/^reaches(?! partly)/);
        await expect(valueOf(page, 'Proof', 'Address of the endpoint')).toHaveText(podAddress(await vmIp(namespace)));
        expect(await readEndpoints(namespace, SERVICE)).toEqual([{ address: await vmIp(namespace), isReady: true }]);
      }
      await expectAccessible(page);
      if (way === 'just this VM') await readmePicture(page, `result-${type.name.toLowerCase().replaceAll(' ', '-')}`);
    });
  }
}

test('the type of a Service that is there: patched where the API allows it, made anew where not, and taken back', async ({
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
  const before = await serviceOf(namespace);
  await page.goto(wizardPath(namespace, VM, `?service=${SERVICE}`));
  await next(page);
  await page.getByRole('radio', { name: 'From outside, by a port of every node (NodePort)' }).check();
  await next(page);
  await next(page);
  await expect(page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading')).toHaveText([
    `Change the Service ${SERVICE}: type: NodePort`,
  ]);
  await confirmAndApply(page, VM);
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible();
  const patched = await serviceOf(namespace);
  expect(patched.metadata?.uid).toBe(before.metadata?.uid);
  expect(patched.spec).toMatchObject({ type: 'NodePort', clusterIP: before.spec?.clusterIP });

  // a result stays until it is left
  await page.getByRole('button', { name: 'Expose it once more' }).click();
  await page.goto(wizardPath(namespace, VM, `?service=${SERVICE}`));
  await next(page);
  await page.getByRole('radio', { name: 'Each virtual machine under its own name (headless)' }).check();
  await expect(page.getByText(`The Service ${SERVICE} will be deleted and made anew`)).toBeVisible();
  await next(page);
  await next(page);
  await confirmAndApply(page, VM);
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible();
  const anew = await serviceOf(namespace);
  expect(anew.metadata?.uid).not.toBe(before.metadata?.uid);
  expect(anew).toMatchObject({
    metadata: { labels: { keep: 'me' } },
    spec: { clusterIP: 'None', selector: { tier: 'backend' } },
  });

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect
    .poll(async () => (await apiPort.get({ kind: 'Service', namespace, name: SERVICE }))?.spec?.clusterIP, {
      timeout: 30_000,
    })
    .toBe(before.spec?.clusterIP);
});
