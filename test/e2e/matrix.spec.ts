import type { Page } from '@playwright/test';
import { paths } from '../local-cluster/localCluster';
import {
  CELLS,
  expectEnd,
  prepareVm,
  SERVICE,
  TIER,
  VM,
  vmAddress,
  type End,
  type State,
  type Way,
} from '../local-cluster/waysToSelect';
import { expect, expectErrors, noInstance, test } from './consolePage';
import {
  acceptBlockers,
  confirmAndApply,
  fillPorts,
  next,
  ON_THE_POD,
  openSection,
  podAddress,
  reached,
  resultBox,
  resultHeading,
  timing,
  toReview,
  valueOf,
  type Wanted,
  type When,
  wizardPath,
} from './exposeVm';

/**
 * Each way in which a Service can find a VM and each moment that the wizard offers, once through the wizard to the
 * Result, and that against the cluster. All ways for a VM in each state are tried by test/on-cluster/matrix.spec.ts.
 */
const PORTS: Wanted = { name: SERVICE, port: '80', targetPort: '8080' };

interface Cell {
  readonly way: Way;
  readonly state: State;
  /** when the label takes effect; absent where the wizard's proposal is taken, or where there is no label */
  readonly when?: When;
  readonly end: End;
}

const IN_THE_WIZARD: readonly Cell[] = [
  { way: 'just this VM', state: 'running', end: CELLS['just this VM'].running },
  { way: 'an existing label', state: 'paused', end: CELLS['an existing label'].paused },
  { way: 'a new label now', state: 'running', when: 'Now, without a restart', end: CELLS['a new label now'].running },
  {
    way: 'a new label with a restart',
    state: 'paused',
    when: 'Restart now',
    end: CELLS['a new label with a restart'].paused,
  },
  {
    way: 'a new label with a restart',
    state: 'stopped',
    when: 'Start now',
    end: CELLS['a new label with a restart'].stopped,
  },
  { way: 'a new label later', state: 'running', when: 'At the next restart', end: CELLS['a new label later'].running },
  { way: 'a new label later', state: 'stopped', when: 'At the next start', end: CELLS['a new label later'].stopped },
  { way: 'on the pod only', state: 'paused', when: ON_THE_POD, end: CELLS['on the pod only'].paused },
];

/** The address and the name of the Service as the Result tells them. */
async function expectAddress(page: Page, namespace: string, clusterIp: string): Promise<void> {
  await expect(resultBox(page)).toContainText(clusterIp);
  const name = `${SERVICE}.${namespace}.svc.cluster.local`;
  await expect(resultBox(page)).toContainText(`${name}:80`);
}

/** The endpoint and the verdict as the Result tells them. */
async function expectVerdict(page: Page, namespace: string, { endpoint }: End): Promise<void> {
  const address = await vmAddress(namespace);
  const list = `Addresses of ${VM}`;
  await openSection(page, 'How this was verified');
  await expect(valueOf(page, list, 'Endpoint address')).toHaveText(podAddress(endpoint && address));
  await expect(valueOf(page, list, 'VM address')).toHaveText(podAddress(address));
  const conclusions = {
    ready: 'The endpoint address matches the VM address, so this Service sends traffic to this VM.',
    'not ready': 'The endpoint address matches the VM address, but the endpoint is not ready and gets no traffic.',
  };
  await expect(
    page.getByText(endpoint ? conclusions[endpoint] : 'The Service has no endpoint for this VM.'),
  ).toBeVisible();
  if (endpoint === 'ready') await expect(reached(page)).toBeVisible();
  else await expect(resultHeading(page)).toHaveText(/not reachable$|becomes reachable/);
}

/** Paths of the API server that the page asks for in vain, as they come. */
function watchMissing(page: Page): ReadonlySet<string> {
  const missing = new Set<string>();
  page.on(
    'response',
    (response) =>
      response.status() === 404 && missing.add(new URL(response.url()).pathname.replace(/^\/api\/kubernetes/, '')),
  );
  return missing;
}

for (const { way, state, when, end } of IN_THE_WIZARD) {
  const title = `${way}, ${state}: ${['does what it says', ...end.codes].join(', ')}`;
  test(title, async ({ page, namespace }) => {
    const uidBefore = await prepareVm(namespace, way, state);
    const missing = watchMissing(page);
    await page.goto(wizardPath(namespace, VM));
    const label = way === 'just this VM' ? {} : { label: { ...TIER, ...(when ? { when } : {}) } };
    await toReview(page, { ...PORTS, ...label });
    // a VM that stays paused gets no traffic, which Review asks about before anything is sent
    if (state === 'paused' && end.isRenewed !== true) await acceptBlockers(page, VM);
    await confirmAndApply(page, VM);
    // also where there is nothing to wait for: a paused VM's endpoint would not become ready
    await expect(resultHeading(page)).toBeVisible({ timeout: 45_000 });
    await expectAddress(page, namespace, await expectEnd(namespace, way, end, uidBefore));
    await expectVerdict(page, namespace, end);
    // where there is no instance, or none for a moment, a 404 says so; nothing else may be asked for in vain
    const hasGap = state === 'stopped' || end.isRenewed === true;
    expect([...missing].filter((path) => !(hasGap && path === paths.vmi(namespace, VM)))).toEqual([]);
    if (hasGap) expectErrors(page, noInstance(paths.vmi(namespace, VM)));
  });
}

test('ways that are not open for a stopped VM are disabled, with the reason', async ({ page, namespace }) => {
  await prepareVm(namespace, 'a new label now', 'stopped');
  expectErrors(page, noInstance(paths.vmi(namespace, VM)));
  const missing = watchMissing(page);
  await page.goto(wizardPath(namespace, VM));
  await fillPorts(page, PORTS);
  await next(page);
  await next(page);
  await expect(page.getByRole('radio', { name: 'VMs with a label' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'At the next start' })).toBeChecked();
  const noPod = 'Start the virtual machine, or select it by a label. KubeVirt sets the ID label on a running pod only.';
  const refused = [
    [page.getByRole('radio', { name: 'This VM only' }), noPod],
    [await timing(page, 'Now, without a restart'), `Not running: ${VM}.`],
    [await timing(page, ON_THE_POD), `Not running: ${VM}.`],
  ] as const;
  for (const [radio, because] of refused) {
    await expect(radio).toBeDisabled();
    await expect(radio).not.toBeChecked();
    await expect(page.locator('.pf-v6-c-radio').filter({ has: radio })).toContainText(because);
  }
  expect([...missing].filter((path) => path !== paths.vmi(namespace, VM))).toEqual([]);
});
