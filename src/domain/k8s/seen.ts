import type { NodePortRange } from './nodePortRange';
import type { EndpointSlice, Pod, Route, Service, VirtualMachine, VirtualMachineInstance } from './objects';
import { isBeingDeleted, nameOf } from './objects';

/** A VM with what runs it now: no VMI when it is stopped; two pods while it migrates. */
export interface SeenVm {
  readonly vm: VirtualMachine;
  readonly vmi?: VirtualMachineInstance;
  /** virt-launcher pods of this VMI, ended ones included */
  readonly pods: readonly Pod[];
  /** true when the pods could not be read: then nothing may be concluded from there being none */
  readonly arePodsUnknown?: boolean;
}

/** One look at the cluster: everything a plan or a diagnosis may know. */
export interface Seen {
  readonly namespace: string;
  readonly vms: readonly SeenVm[];
  readonly services: readonly Service[];
  readonly endpointSlices: readonly EndpointSlice[];
  /** undefined when they were not asked for, or could not be read */
  readonly routes?: readonly Route[] | undefined;
  /** undefined when the cluster's configuration could not be read */
  readonly nodePortRange?: NodePortRange | undefined;
}

const ENDED_PHASES = new Set(['Succeeded', 'Failed']);

/** Of some pods those that can still serve: not ended, not being deleted. */
export const servingPods = (pods: readonly Pod[]): Pod[] =>
  pods.filter((pod) => !isBeingDeleted(pod) && !ENDED_PHASES.has(pod.status?.phase ?? ''));

/** Pods of the VMI that can still serve. */
export const livePods = ({ pods }: SeenVm): Pod[] => servingPods(pods);

/** The pod in which the guest runs now: on the VMI's node; while migrating the source, until the VMI has moved. */
export function livePod(seen: SeenVm): Pod | undefined {
  const pods = livePods(seen);
  return pods.find((pod) => pod.spec?.nodeName === seen.vmi?.status?.nodeName) ?? pods[0];
}

/** The VMI, unless it is terminating or finished. */
export const liveVmi = ({ vmi }: Pick<SeenVm, 'vmi'>): VirtualMachineInstance | undefined =>
  vmi && !isBeingDeleted(vmi) && !ENDED_PHASES.has(vmi.status?.phase ?? '') ? vmi : undefined;

/** True when the VMI runs and is Ready. */
export const isReady = (vmi: VirtualMachineInstance): boolean =>
  vmi.status?.phase === 'Running' &&
  (vmi.status.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');

/**
 * True when KubeVirt creates a missing VMI by itself: run strategy Always in any case, RerunOnFailure unless
 * the guest has shut down on its own (then the VM is Stopped and stays so).
 */
export const isKeptRunning = ({ spec, status }: VirtualMachine): boolean =>
  spec.runStrategy === 'Always' ||
  spec.running === true ||
  (spec.runStrategy === 'RerunOnFailure' && status?.printableStatus !== 'Stopped');

/**
 * True when a new VMI comes without anybody asking again: a restart has been asked for and is not over, or KubeVirt
 * keeps the VM running. virt-api records a restart in `.status.stateChangeRequests` as a stop and a start before it
 * answers, then the VMI is deleted, then a new one comes; a second restart meanwhile is refused with 500. A VM that is
 * only being stopped stays down.
 */
export function isRestartUnderWay(seen: SeenVm): boolean {
  const requests = seen.vm.status?.stateChangeRequests ?? [];
  if (requests.length > 0) return requests.some(({ action }) => action === 'Start');
  return liveVmi(seen) === undefined && isKeptRunning(seen.vm);
}

/**
 * True while a VM is on its way down and stays down: its instance is being deleted, a stop has been asked for, or its
 * run strategy has become Halted.
 */
export function isStopUnderWay(seen: SeenVm): boolean {
  const { vm, vmi } = seen;
  if (!vmi || ENDED_PHASES.has(vmi.status?.phase ?? '') || isRestartUnderWay(seen)) return false;
  const isHalted = vm.spec.runStrategy === 'Halted' || vm.spec.running === false;
  const isAsked = (vm.status?.stateChangeRequests ?? []).some(({ action }) => action === 'Stop');
  return isBeingDeleted(vmi) || isHalted || isAsked;
}

/** The seen VM of that name, or undefined. */
export const vmNamed = (seen: Seen, name: string): SeenVm | undefined => seen.vms.find(({ vm }) => nameOf(vm) === name);

/** How long the guest gets to shut down, in seconds; KubeVirt's own default is 30 (`DefaultGracePeriodSeconds`). */
export const graceSeconds = ({ spec }: VirtualMachineInstance): number => spec.terminationGracePeriodSeconds ?? 30;
