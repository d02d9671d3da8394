import type { Page } from '@playwright/test';
import type { RuleCode } from '../../src/domain/diagnosis/rule';
import { apiPort } from '../local-cluster/apiPort';
import { expect, expectErrors, noInstance, test } from './consolePage';
import {
  confirmAndApply,
  fillPorts,
  next,
  ON_THE_POD,
  podAddress,
  resultOf,
  timing,
  toReview,
  valueOf,
  wizardPath,
  type Wanted,
  type When,
} from './exposeVm';
import { lookUp, paths } from '../local-cluster/localCluster';
import { makeVm, pauseVm, readEndpoints, readPods, readVm } from '../local-cluster/vms';

/** Every way in which a Service can find a VM, for a VM in each state: through the wizard to the Result, and that against the cluster. */
const VM = 'web';
const SERVICE = 'backend';
const TIER = { key: 'tier', value: 'backend' } as const;
/** A label of the template that no run may touch. */
const KEPT = { keep: 'me' };
const PORTS: Wanted = { name: SERVICE, port: '80', targetPort: '8080' };

type State = 'running' | 'stopped' | 'paused';
type Way =
  | 'just this VM'
  | 'an existing label'
  | 'a new label now'
  | 'a new label with a restart'
  | 'a new label later'
  | 'on the pod only';
type Layer = 'template' | 'vmi' | 'pod';

/** What has to have become of a VM and its Service. */
interface End {
  /** when the label takes effect; absent where the wizard's proposal is taken, or where there is no label */
  readonly when?: When;
  readonly labelled: readonly Layer[];
  /** the only findings that the Result tells */
  readonly codes: readonly RuleCode[];
  readonly isRenewed?: true;
  /** how the Service's endpoint is; absent where there is none */
  readonly endpoint?: 'ready' | 'not ready';
}

/** A way that is not open, with the radio button that is disabled and the sentence that says why. */
interface Refusal {
  readonly refused: When | 'Just this VM';
  readonly because: string;
}

const NOT_RUNNING = `Not running: ${VM}.`;
const ALL: readonly Layer[] = ['template', 'vmi', 'pod'];
/** Of a paused VM the pod is not ready and so the endpoint is not. */
const PAUSED: Pick<End, 'codes' | 'endpoint'> = { codes: ['V4', 'P1', 'E2'], endpoint: 'not ready' };
const REACHED: Pick<End, 'codes' | 'endpoint'> = { codes: [], endpoint: 'ready' };

const CELLS: Readonly<Record<Way, Readonly<Record<State, End | Refusal>>>> = {
  'just this VM': {
    running: { ...REACHED, labelled: [] },
    stopped: {
      refused: 'Just this VM',
      because: 'The virtual machine has no running pod whose label could be used. Start it, or select it by a label.',
    },
    paused: { ...PAUSED, labelled: [] },
  },
  'an existing label': {
    running: { ...REACHED, labelled: ALL },
    stopped: { labelled: ['template'], codes: ['V1'] },
    paused: { ...PAUSED, labelled: ALL },
  },
  'a new label now': {
    running: { ...REACHED, when: 'Now, without a restart', labelled: ALL },
    stopped: { refused: 'Now, without a restart', because: NOT_RUNNING },
    paused: { ...PAUSED, when: 'Now, without a restart', labelled: ALL },
  },
  'a new label with a restart': {
    running: { ...REACHED, when: 'Restart now', labelled: ALL, isRenewed: true },
    stopped: { ...REACHED, when: 'Start now', labelled: ALL, isRenewed: true },
    paused: { ...REACHED, when: 'Restart now', labelled: ALL, isRenewed: true },
  },
  'a new label later': {
    running: { when: 'At the next restart', labelled: ['template'], codes: ['S4'] },
    stopped: { when: 'At the next start', labelled: ['template'], codes: ['V1'] },
    paused: { when: 'At the next restart', labelled: ['template'], codes: ['S4', 'V4', 'P1'] },
  },
  'on the pod only': {
    running: { when: ON_THE_POD, labelled: ['pod'], codes: ['S7', 'S8'], endpoint: 'ready' },
    stopped: { refused: ON_THE_POD, because: NOT_RUNNING },
    paused: { when: ON_THE_POD, labelled: ['pod'], codes: [...PAUSED.codes, 'S7', 'S8'], endpoint: 'not ready' },
  },
};

const findVmi = (namespace: string) => apiPort.get({ kind: 'VirtualMachineInstance', namespace, name: VM });

async function prepare(namespace: string, way: Way, state: State): Promise<void> {
  const templateLabels = { ...KEPT, ...(way === 'an existing label' ? { [TIER.key]: TIER.value } : {}) };
  await makeVm(namespace, VM, { templateLabels, runStrategy: state === 'stopped' ? 'Halted' : 'Always' });
  if (state === 'paused') await pauseVm(namespace, VM);
}

async function expectRefused(page: Page, { refused, because }: Refusal): Promise<void> {
  await fillPorts(page, PORTS);
  await next(page);
  await next(page);
  await expect(page.getByRole('radio', { name: 'By a label' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'At the next start' })).toBeChecked();
  const radio = refused === 'Just this VM' ? page.getByRole('radio', { name: refused }) : await timing(page, refused);
  await expect(radio).toBeDisabled();
  await expect(radio).not.toBeChecked();
  await expect(page.locator('.pf-v6-c-radio').filter({ has: radio })).toContainText(because);
}

/** The labels of the three layers: the wanted one just where it has to be, and the other untouched. */
async function expectLabelled(namespace: string, { labelled }: End): Promise<void> {
  const tierOn = (layer: Layer) => (labelled.includes(layer) ? TIER.value : undefined);
  const [vm, vmi, pods] = [await readVm(namespace, VM), await findVmi(namespace), await readPods(namespace, VM)];
  expect(vm.spec.template.metadata?.labels).toEqual({
    ...KEPT,
    ...(labelled.includes('template') ? { [TIER.key]: TIER.value } : {}),
  });
  if (!vmi) return expect(pods).toEqual([]);
  expect(vmi.metadata?.labels).toMatchObject(KEPT);
  expect([vmi.metadata?.labels?.[TIER.key], ...pods.map(({ metadata }) => metadata.labels?.[TIER.key])]).toEqual([
    tierOn('vmi'),
    tierOn('pod'),
  ]);
}

/** The Service with its address, in the API server, on the page and in the DNS. */
async function expectService(page: Page, namespace: string, way: Way): Promise<void> {
  const service = await apiPort.get({ kind: 'Service', namespace, name: SERVICE });
  expect(service?.spec).toMatchObject({
    type: 'ClusterIP',
    selector: way === 'just this VM' ? { 'vmi.kubevirt.io/id': VM } : { [TIER.key]: TIER.value },
    ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }],
  });
  const clusterIp = service?.spec?.clusterIP ?? '';
  expect(clusterIp).toMatch(/^172\.30\.\d{1,3}\.\d{1,3}$/);
  await expect(resultOf(page, 'Cluster IP')).toContainText(clusterIp);
  const name = `${SERVICE}.${namespace}.svc.cluster.local`;
  await expect(
    valueOf(page, 'DNS names', 'From anywhere in the cluster, inside guests too').locator('code'),
  ).toHaveText(name);
  await expect.poll(() => lookUp(name).catch(() => [])).toEqual([clusterIp]);
}

/** The endpoint and the verdict, the page's against those of the API server. */
async function expectVerdict(page: Page, namespace: string, { codes, endpoint }: End): Promise<void> {
  const [address] = ((await findVmi(namespace))?.status?.interfaces ?? []).flatMap(({ ipAddress }) => ipAddress ?? []);
  const endpoints = endpoint ? [{ address, isReady: endpoint === 'ready' }] : [];
  await expect.poll(() => readEndpoints(namespace, SERVICE)).toEqual(endpoints);
  await expect(valueOf(page, 'Proof', 'Address of the endpoint')).toHaveText(podAddress(endpoint && address));
  await expect(valueOf(page, 'Proof', 'Address of the virtual machine instance')).toHaveText(podAddress(address));
  const equal = {
    ready: /^They are equal: the Service leads to this virtual machine\.$/,
    'not ready': /^They are equal, but the endpoint is not ready/,
  };
  await expect(resultOf(page, 'Proof').getByText('They are equal')).toHaveText(endpoint ? [equal[endpoint]] : []);
  await expect(resultOf(page, 'Verdict').locator('p')).toHaveText(codes.map((code) => new RegExp(`^${code}: `)));
  await expect(resultOf(page, 'Verdict')).toHaveText(endpoint === 'ready' ? /^reaches(?! partly)/ : /^does not reach/);
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

async function expose(page: Page, namespace: string, way: Way, end: End): Promise<void> {
  await toReview(page, {
    ...PORTS,
    ...(way === 'just this VM' ? {} : { label: { ...TIER, ...(end.when ? { when: end.when } : {}) } }),
  });
  await confirmAndApply(page, VM);
  // also where there is nothing to wait for: a paused VM's endpoint would not become ready
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible({ timeout: 45_000 });
  await expectService(page, namespace, way);
  await expectLabelled(namespace, end);
  await expectVerdict(page, namespace, end);
}

for (const [way, states] of Object.entries(CELLS) as [Way, (typeof CELLS)[Way]][]) {
  for (const [state, cell] of Object.entries(states) as [State, End | Refusal][]) {
    test(`${way}, ${state}: ${'refused' in cell ? 'is not open, and why' : ['does what it says', ...cell.codes].join(', ')}`, async ({
      page,
      namespace,
    }) => {
      await prepare(namespace, way, state);
      const uidBefore = (await findVmi(namespace))?.metadata?.uid;
      const missing = watchMissing(page);
      await page.goto(wizardPath(namespace, VM));
      await ('refused' in cell ? expectRefused(page, cell) : expose(page, namespace, way, cell));
      // where there is no instance, or none for a moment, a 404 says so; nothing else may be asked for in vain
      const hasGap = state === 'stopped' || 'isRenewed' in cell;
      expect([...missing].filter((path) => !(hasGap && path === paths.vmi(namespace, VM)))).toEqual([]);
      if (hasGap) expectErrors(page, noInstance(paths.vmi(namespace, VM)));
      const uidAfter = (await findVmi(namespace))?.metadata?.uid;
      expect(uidAfter !== uidBefore, 'another instance of the VM').toBe('isRenewed' in cell);
    });
  }
}
