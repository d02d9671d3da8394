/**
 * Runs that are cut short at some place and taken up again: what the cluster holds before, and what it has to hold at
 * the goal.
 */
import { expect } from '@playwright/test';
import { api, paths, type ApiObject } from './localCluster';
import { makeSpecialVm } from './specialVms';
import { makeService, readPods, readVm, readVmi, readyEndpoints, type Vmi } from './vms';
import { watchEvents } from './watchEvents';

/** Of one kind of run. Each run has a VM, a Service and a value of the label `tier` of its own, all named after it. */
export interface RunGoal {
  /** true: the VM is added to an existing Service, whose target port is changed from 8080 to 8081 */
  readonly joins?: boolean;
  /** which of template, VMI and pod are labelled at the goal */
  readonly labelled: readonly [boolean, boolean, boolean];
  readonly restarts: 0 | 1;
}

export type KindOfRun =
  | 'just this VM'
  | 'a label now'
  | 'a label with a restart'
  | 'a label on the pod only'
  | 'joining a Service with other ports';

const GOALS: Readonly<Record<KindOfRun, RunGoal>> = {
  'just this VM': { labelled: [false, false, false], restarts: 0 },
  'a label now': { labelled: [true, true, true], restarts: 0 },
  'a label with a restart': { labelled: [true, true, true], restarts: 1 },
  'a label on the pod only': { labelled: [false, false, true], restarts: 0 },
  'joining a Service with other ports': { joins: true, labelled: [true, true, true], restarts: 0 },
};

/** What the cluster holds at the goal: nothing twice, nothing left over, no restart too many. */
async function expectGoal(goal: RunGoal, namespace: string, name: string, vmis: readonly Vmi[]): Promise<void> {
  const { spec } = await api<{ spec: { selector: object; ports: { targetPort: number }[] } }>(
    'GET',
    paths.services(namespace, name),
  );
  const isByLabel = goal.labelled.includes(true);
  expect(spec.selector).toEqual(isByLabel ? { tier: name } : { 'vmi.kubevirt.io/id': name });
  expect(spec.ports.map(({ targetPort }) => targetPort)).toEqual([goal.joins ? 8081 : 80]);
  const vmi = await readVmi(namespace, name);
  const pods = await readPods(namespace, name);
  expect(pods).toHaveLength(1);
  // all that KubeVirt itself puts there has its own prefix
  const ownLabels = (labels: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(labels).filter(([key]) => !key.includes('kubevirt.io')));
  const template = (await readVm(namespace, name)).spec.template.metadata?.labels;
  const layers = [template, vmi.metadata.labels, pods[0]?.metadata.labels].map(ownLabels);
  expect(layers, `labels of ${name} on template, instance and pod`).toEqual(
    goal.labelled.map((isLabelled) => (isLabelled ? { tier: name } : {})),
  );
  expect(await readyEndpoints(namespace, name)).toEqual(vmi.status.interfaces?.map(({ ipAddress }) => ipAddress));
  const uids = new Set(vmis.filter(({ metadata }) => metadata.name === name).map(({ metadata }) => metadata.uid));
  expect(uids.size, `instances that ${name} has had`).toBe(1 + goal.restarts);
}

/**
 * Makes what the runs of one kind begin with, has them done, and compares the cluster with what was wanted.
 * @param names of the runs: each is that of a VM and a Service
 * @param work has done all of them when it resolves
 */
export async function expectGoals(
  kind: KindOfRun,
  namespace: string,
  names: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const goal = GOALS[kind];
  const delays = { stop: '500ms', boot: '500ms' };
  await Promise.all(names.map((name) => makeSpecialVm(namespace, name, { graceSeconds: 5, delays })));
  const ports = [{ port: 80, targetPort: 8080 }];
  if (goal.joins) await Promise.all(names.map((name) => makeService(namespace, name, { tier: name }, ports)));
  const path = `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`;
  const { events, stop } = await watchEvents<Vmi>(path);
  await work();
  const vmis = events.map(({ object }) => object);
  for (const name of names) await expectGoal(goal, namespace, name, vmis);
  stop();
  const { items } = await api<{ items: ApiObject[] }>('GET', paths.services(namespace));
  expect(items.map(({ metadata }) => metadata.name).sort()).toEqual([...names].sort());
}
