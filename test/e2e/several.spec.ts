import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectErrors, noInstance, picture, test } from './consolePage';
import {
  confirmAndApply,
  openSection,
  podAddress,
  reached,
  resultBox,
  toReview,
  valueOf,
  type Wanted,
} from './exposeVm';
import { api, lookUp, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeSpecialVm, uidOfVmi } from '../local-cluster/specialVms';
import { makeService, readPods, readVm, readVmi, readyEndpoints, type Vmi } from '../local-cluster/vms';
import { watchEvents, type WatchEvent } from '../local-cluster/watchEvents';

const VMS = ['shop-a', 'shop-b', 'shop-c'] as const;
const TIER = { key: 'tier', value: 'backend' } as const;
/** slow enough that restarts which overlap could not be missed */
const DELAYS = { boot: '700ms', stop: '500ms' };

interface EndpointSlice extends ApiObject {
  readonly endpoints?:
    | readonly {
        readonly addresses: string[];
        readonly conditions: { readonly ready?: boolean };
        readonly targetRef?: { readonly name: string };
      }[]
    | null;
}

const makeShop = (namespace: string, templateLabels: Record<string, string> = {}) =>
  Promise.all(VMS.map((name) => makeSpecialVm(namespace, name, { templateLabels, delays: DELAYS, graceSeconds: 5 })));

const selectAll = async (page: Page): Promise<void> => {
  for (const vm of VMS) await page.getByRole('checkbox', { name: `Select ${vm}`, exact: true }).check();
  await expect(page.getByText('3 selected', { exact: true })).toBeVisible();
};

/** From the page Exposed VMs, which has none of them yet, to the wizard. */
async function exposeFromList(page: Page, namespace: string): Promise<void> {
  await page.goto(`/exposed-vms/ns/${namespace}`);
  await page.getByRole('button', { name: 'Show VMs that are not exposed' }).click();
  await selectAll(page);
  await page.getByRole('main').getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Expose together' }).click();
}

/** From the picker, with its checkboxes, to the wizard. */
async function exposeFromPicker(page: Page, namespace: string): Promise<void> {
  await page.goto(`/expose-vm/ns/${namespace}`);
  await selectAll(page);
  await page.getByRole('link', { name: 'Expose 3 VMs' }).click();
}

/** Selects the three VMs where they are listed, and fills in the wizard up to Review. */
async function pickAndReview(
  page: Page,
  namespace: string,
  wanted: Wanted,
  expose: typeof exposeFromPicker = exposeFromPicker,
): Promise<void> {
  await expose(page, namespace);
  await expect(page.getByRole('heading', { level: 1, name: 'Expose 3 virtual machines' })).toBeVisible();
  await toReview(page, wanted);
}

/** The pods behind a Service's ready endpoints after each change of its EndpointSlices. */
function readyPods(
  events: readonly WatchEvent<EndpointSlice>[],
): { readonly version: number; readonly pods: readonly string[] }[] {
  const slices = new Map<string, EndpointSlice>();
  return events.map(({ type, object, version }) => {
    if (type === 'DELETED') slices.delete(object.metadata.uid);
    else slices.set(object.metadata.uid, object);
    const ready = [...slices.values()]
      .flatMap(({ endpoints }) => endpoints ?? [])
      .filter(({ conditions }) => conditions.ready !== false);
    return { version, pods: ready.flatMap(({ targetRef }) => targetRef?.name ?? []) };
  });
}

const isPodOf = (vm: string) => (pod: string) => pod.startsWith(`virt-launcher-${vm}-`);

interface Restart {
  readonly vm: string;
  readonly uids: readonly string[];
  /** when the old instance was to end, and when the new one was there */
  readonly begin: number;
  readonly renewed: number;
}

/** The restarts that a watch of the VMIs has seen, in order. */
function restartsOf(events: readonly WatchEvent<Vmi>[]): Restart[] {
  return VMS.map((vm) => {
    const own = events.filter(({ object }) => object.metadata.name === vm);
    const uids = [...new Set(own.map(({ object }) => object.metadata.uid))];
    const begin = own.find(({ object }) => object.metadata.deletionTimestamp)?.version ?? NaN;
    const renewed = own.find(({ object }) => object.metadata.uid === uids[1])?.version ?? NaN;
    return { vm, uids, begin, renewed };
  }).sort((a, b) => a.begin - b.begin);
}

/** Each VM was restarted once, and the next only when the Service reached the one before. */
function expectOneByOne(
  restarts: readonly Restart[],
  service: readonly { version: number; pods: readonly string[] }[],
): void {
  let past = 0;
  for (const { vm, uids, begin, renewed } of restarts) {
    expect(uids, `instances of ${vm}`).toHaveLength(2);
    expect(begin, `${vm} is restarted only after the one before is ready`).toBeGreaterThan(past);
    expect(renewed).toBeGreaterThan(begin);
    past = service.find(({ version, pods }) => version > renewed && pods.some(isPodOf(vm)))?.version ?? NaN;
    expect(past, `ready endpoint of ${vm} after its restart`).toBeGreaterThan(renewed);
  }
}

/** The result names all three with proof and verdict, the API server and the DNS server agree. */
async function expectProven(page: Page, namespace: string, service: string): Promise<void> {
  await expect(reached(page)).toContainText('3 virtual machines are reachable', { timeout: 60_000 });
  await openSection(page, 'How this was verified');
  await expect(
    page.getByText('The endpoint address matches the VM address, so this Service sends traffic to this VM.'),
  ).toHaveCount(3);
  const { spec } = await api<{ spec: { clusterIP: string; selector: object } }>(
    'GET',
    paths.services(namespace, service),
  );
  expect(spec.selector).toEqual({ tier: 'backend' });
  await expect(resultBox(page)).toContainText(spec.clusterIP);
  const addresses = await Promise.all(
    VMS.map(async (vm) => (await readVmi(namespace, vm)).status.interfaces?.[0]?.ipAddress ?? ''),
  );
  expect(new Set(addresses).size).toBe(3);
  expect((await readyEndpoints(namespace, service)).sort()).toEqual([...addresses].sort());
  for (const [index, vm] of VMS.entries()) {
    await expect(valueOf(page, `Addresses of ${vm}`, 'Endpoint address')).toHaveText(podAddress(addresses[index]));
    await expect(valueOf(page, `Addresses of ${vm}`, 'VM address')).toHaveText(podAddress(addresses[index]));
    const link = page.getByRole('link', { name: `View Services of ${vm}` });
    await expect(page.getByRole('row').filter({ has: link })).toContainText('Reachable');
  }
  await expect
    .poll(() => lookUp(`${service}.${namespace}.svc.cluster.local`).catch(() => []))
    .toEqual([spec.clusterIP]);
  expect(
    (await api<{ items: ApiObject[] }>('GET', paths.services(namespace))).items.filter(
      ({ metadata }) => metadata.name === service,
    ),
  ).toHaveLength(1);
}

test('three VMs behind one Service by a new label are restarted one after the other', async ({ page, namespace }) => {
  expectErrors(page, ...VMS.map((vm) => noInstance(paths.vmi(namespace, vm))));
  await makeShop(namespace);
  await pickAndReview(page, namespace, {
    name: 'shop',
    port: '80',
    targetPort: '8080',
    label: { ...TIER, when: 'Restart now' },
  });
  await expect(page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading')).toHaveText([
    ...VMS.map((vm) => `Add label tier=backend to the template of ${vm}`),
    'Create Service shop',
    ...VMS.map((vm) => `Restart ${vm}`),
  ]);
  await expect(page.getByText('shop-a, shop-b, shop-c will restart one after the other')).toBeVisible();
  await picture(page, 'several-review');
  await expectAccessible(page);

  const [slices, vmis] = await Promise.all([
    watchEvents<EndpointSlice>(paths.slices(namespace, 'shop')),
    watchEvents<Vmi>(`/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`),
  ]);
  await confirmAndApply(page, VMS[0]);
  await expectProven(page, namespace, 'shop');
  await picture(page, 'several-result');
  await expectAccessible(page);
  slices.stop();
  vmis.stop();

  const service = readyPods(slices.events);
  const first = service.findIndex(({ pods }) => pods.length > 0);
  expect(first).toBeGreaterThanOrEqual(0);
  expect(
    service.slice(first).map(({ pods }) => pods.length),
    'once there is a ready endpoint there is always one',
  ).not.toContain(0);
  const restarts = restartsOf(vmis.events);
  expect(restarts.map(({ vm }) => vm)).toEqual(VMS);
  expectOneByOne(restarts, service);
});

test('another Service that selects the VMs by another label keeps a ready endpoint at every moment', async ({
  page,
  namespace,
}) => {
  expectErrors(page, ...VMS.map((vm) => noInstance(paths.vmi(namespace, vm))));
  await makeShop(namespace, { app: 'shop' });
  await makeService(namespace, 'front', { app: 'shop' });
  await expect.poll(async () => (await readyEndpoints(namespace, 'front')).length).toBe(3);
  await pickAndReview(page, namespace, { name: 'shop', label: { ...TIER, when: 'Restart now' } });
  const before = await Promise.all(VMS.map((vm) => uidOfVmi(namespace, vm)));
  const [front, shop, vmis] = await Promise.all([
    watchEvents<EndpointSlice>(paths.slices(namespace, 'front')),
    watchEvents<EndpointSlice>(paths.slices(namespace, 'shop')),
    watchEvents<Vmi>(`/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`),
  ]);
  await confirmAndApply(page, VMS[0]);
  await expectProven(page, namespace, 'shop');
  await expect.poll(async () => (await readyEndpoints(namespace, 'front')).length).toBe(3);
  for (const watch of [front, shop, vmis]) watch.stop();

  const reached = readyPods(front.events);
  expect(reached.length, 'the restarts show in the EndpointSlice').toBeGreaterThan(3);
  expect(Math.min(...reached.map(({ pods }) => pods.length))).toBeGreaterThanOrEqual(1);
  expectOneByOne(restartsOf(vmis.events), readyPods(shop.events));
  const after = await Promise.all(VMS.map((vm) => uidOfVmi(namespace, vm)));
  expect(after.filter((uid) => before.includes(uid))).toEqual([]);
});

test('three VMs now, without a restart', async ({ page, namespace }) => {
  await makeShop(namespace);
  const before = await Promise.all(VMS.map((vm) => uidOfVmi(namespace, vm)));
  const wanted: Wanted = { name: 'shop', label: { ...TIER, when: 'Now, without a restart' } };
  await pickAndReview(page, namespace, wanted, exposeFromList);
  await expect(page.getByLabel(/to confirm the restart/)).toHaveCount(0);
  await confirmAndApply(page, VMS[0]);
  await expectProven(page, namespace, 'shop');
  expect(await Promise.all(VMS.map((vm) => uidOfVmi(namespace, vm)))).toEqual(before);
  for (const vm of VMS) {
    const layers: readonly (readonly ApiObject[])[] = [[await readVmi(namespace, vm)], await readPods(namespace, vm)];
    expect(
      [
        (await readVm(namespace, vm)).spec.template.metadata?.labels?.tier,
        ...layers.flat().map(({ metadata }) => metadata.labels?.tier),
      ],
      vm,
    ).toEqual(['backend', 'backend', 'backend']);
  }
  await page.goto(`/exposed-vms/ns/${namespace}`);
  const listed = page.getByRole('grid', { name: 'Exposed VMs' }).locator('tr').filter({ hasText: 'shop-a' });
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText('+2 more');
  await expect(listed).toContainText('Reachable');
});
