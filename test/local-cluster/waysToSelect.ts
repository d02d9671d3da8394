/** Every way in which a Service can find a VM, for a VM in each state, and what has to become of it. */
import { expect } from '@playwright/test';
import type { RuleCode } from '../../src/domain/diagnosis/finding';
import type { LabelTiming } from '../../src/domain/labels/timing';
import { apiPort } from './apiPort';
import { lookUp } from './localCluster';
import { makeVm, pauseVm, readEndpoints, readPods, readVm } from './vms';

export const VM = 'web';
export const SERVICE = 'backend';
export const TIER = { key: 'tier', value: 'backend' } as const;
/** A label of the template that no run may touch. */
const KEPT = { keep: 'me' };

export type State = 'running' | 'stopped' | 'paused';
export type Way =
  | 'just this VM'
  | 'an existing label'
  | 'a new label now'
  | 'a new label with a restart'
  | 'a new label later'
  | 'on the pod only';
type Layer = 'template' | 'vmi' | 'pod';

/** What has to have become of a VM and its Service. */
export interface End {
  /** when the label takes effect; absent where there is no label */
  readonly timing?: LabelTiming;
  readonly labelled: readonly Layer[];
  /** the only findings that the Result tells */
  readonly codes: readonly RuleCode[];
  readonly isRenewed?: true;
  /** how the Service's endpoint is; absent where there is none */
  readonly endpoint?: 'ready' | 'not ready';
}

/** A way that is not open; the timing is absent for just this VM, which has none. */
export interface Refusal {
  readonly refused: LabelTiming | 'vm-identity';
}

export const isRefusal = (cell: End | Refusal): cell is Refusal => 'refused' in cell;

const ALL: readonly Layer[] = ['template', 'vmi', 'pod'];
/** Of a paused VM the pod is not ready and so the endpoint is not. */
const PAUSED = { codes: ['V4', 'P1', 'E2'], endpoint: 'not ready' } as const satisfies Partial<End>;
const REACHED = { codes: [], endpoint: 'ready' } as const satisfies Partial<End>;

export const CELLS = {
  'just this VM': {
    running: { ...REACHED, labelled: [] },
    stopped: { refused: 'vm-identity' },
    paused: { ...PAUSED, labelled: [] },
  },
  'an existing label': {
    running: { ...REACHED, timing: 'live', labelled: ALL },
    stopped: { timing: 'next-restart', labelled: ['template'], codes: ['V1'] },
    paused: { ...PAUSED, timing: 'live', labelled: ALL },
  },
  'a new label now': {
    running: { ...REACHED, timing: 'live', labelled: ALL },
    stopped: { refused: 'live' },
    paused: { ...PAUSED, timing: 'live', labelled: ALL },
  },
  'a new label with a restart': {
    running: { ...REACHED, timing: 'restart', labelled: ALL, isRenewed: true },
    stopped: { ...REACHED, timing: 'restart', labelled: ALL, isRenewed: true },
    paused: { ...REACHED, timing: 'restart', labelled: ALL, isRenewed: true },
  },
  'a new label later': {
    running: { timing: 'next-restart', labelled: ['template'], codes: ['S4'] },
    stopped: { timing: 'next-restart', labelled: ['template'], codes: ['V1'] },
    paused: { timing: 'next-restart', labelled: ['template'], codes: ['S4', 'V4', 'P1'] },
  },
  'on the pod only': {
    running: { timing: 'pod-only', labelled: ['pod'], codes: ['S7', 'S8'], endpoint: 'ready' },
    stopped: { refused: 'pod-only' },
    paused: { timing: 'pod-only', labelled: ['pod'], codes: [...PAUSED.codes, 'S7', 'S8'], endpoint: 'not ready' },
  },
} as const satisfies Readonly<Record<Way, Readonly<Record<State, End | Refusal>>>>;

const findVmi = (namespace: string) => apiPort.get({ kind: 'VirtualMachineInstance', namespace, name: VM });

/** The address of what runs; undefined while nothing does. */
export const vmAddress = async (namespace: string): Promise<string | undefined> =>
  (await findVmi(namespace))?.status?.interfaces?.[0]?.ipAddress;

/** Makes the VM of a cell; returns the uid of what runs, undefined when nothing does. */
export async function prepareVm(namespace: string, way: Way, state: State): Promise<string | undefined> {
  const templateLabels = { ...KEPT, ...(way === 'an existing label' ? { [TIER.key]: TIER.value } : {}) };
  await makeVm(namespace, VM, { templateLabels, runStrategy: state === 'stopped' ? 'Halted' : 'Always' });
  if (state === 'paused') await pauseVm(namespace, VM);
  return (await findVmi(namespace))?.metadata?.uid;
}

/** The labels of the three layers: the wanted one just where it has to be, and the other untouched. */
async function expectLabelled(namespace: string, { labelled }: End): Promise<void> {
  const tierOn = (layer: Layer) => (labelled.includes(layer) ? TIER.value : undefined);
  const [vm, vmi, pods] = [await readVm(namespace, VM), await findVmi(namespace), await readPods(namespace, VM)];
  const inTemplate = labelled.includes('template') ? { [TIER.key]: TIER.value } : {};
  expect(vm.spec.template.metadata?.labels).toEqual({ ...KEPT, ...inTemplate });
  if (!vmi) return expect(pods).toEqual([]);
  expect(vmi.metadata?.labels).toMatchObject(KEPT);
  const found = [vmi.metadata?.labels?.[TIER.key], ...pods.map(({ metadata }) => metadata.labels?.[TIER.key])];
  expect(found).toEqual([tierOn('vmi'), tierOn('pod')]);
}

/** The Service in the API server and in the DNS; returns its address. */
async function expectService(namespace: string, way: Way): Promise<string> {
  const service = await apiPort.get({ kind: 'Service', namespace, name: SERVICE });
  expect(service?.spec).toMatchObject({
    type: 'ClusterIP',
    selector: way === 'just this VM' ? { 'vmi.kubevirt.io/id': VM } : { [TIER.key]: TIER.value },
    ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }],
  });
  const clusterIp = service?.spec?.clusterIP ?? '';
  expect(clusterIp).toMatch(/^172\.30\.\d{1,3}\.\d{1,3}$/);
  await expect.poll(() => lookUp(`${SERVICE}.${namespace}.svc.cluster.local`).catch(() => [])).toEqual([clusterIp]);
  return clusterIp;
}

/**
 * Compares the cluster with what has to have become of a cell's VM and Service; returns the Service's address.
 * @param uidBefore of what ran before
 */
export async function expectEnd(namespace: string, way: Way, end: End, uidBefore: string | undefined): Promise<string> {
  const clusterIp = await expectService(namespace, way);
  await expectLabelled(namespace, end);
  const uidNow = (await findVmi(namespace))?.metadata?.uid;
  expect(uidNow !== uidBefore, 'another instance of the VM').toBe(end.isRenewed === true);
  const endpoints = end.endpoint ? [{ address: await vmAddress(namespace), isReady: end.endpoint === 'ready' }] : [];
  await expect.poll(() => readEndpoints(namespace, SERVICE)).toEqual(endpoints);
  return clusterIp;
}
