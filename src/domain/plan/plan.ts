import { isMet } from './condition';
import type { Goal, GoalVm } from '../draft/goal';
import { carries, patchRunning, patchTemplate } from '../labels/labelLayers';
import { isPaused } from '../kubevirt/lifecycle';
import { labelsOf, nameOf, type LabelChange } from '../k8s/objects';
import { planService } from './planService';
import { renewVm, vmRef } from './renewVm';
import { isRestartUnderWay, livePod, liveVmi, type Seen, type SeenVm } from '../k8s/seen';
import type { Condition, Step } from '../steps/step';
import { isRenewedForSpec } from '../draft/specTiming';
import { hasSpec, patchSpec, specFields } from '../draft/templateSpec';

/** How long labels that were set live are watched for being reverted. */
const LABELS_HOLD_SECONDS = 5;
/** How long the endpoint controllers and the pod's readiness can take after the VMI was created. */
const ENDPOINT_TIMEOUT_SECONDS = 120;
/** How long a router may take to look at a Route. */
const ROUTE_TIMEOUT_SECONDS = 60;

/**
 * Lists the steps from the observed state to the goal; what already exists needs no step, so [] at the goal.
 * The order is fixed: the template, then Service and Route, then (live) VMI and pods, the restarts last, then awaiting;
 * so a refused Service never costs a reboot, and its address and names are known before one. Of several VMs each is
 * restarted only when the endpoint of the one before is ready, so that the Service always has one once it had one.
 */
export function planExpose(goal: Goal, seen: Seen): readonly Step[] {
  const { change, timing } = goal.labels;
  const isOnPodOnly = timing === 'pod-only';
  const planned = goal.vms.map((vm) => ({ vm, renewal: renewalOf(goal, vm) }));
  return [
    ...goal.vms.flatMap(({ seen: { vm }, spec }) => [
      ...(isOnPodOnly ? [] : patchTemplate(vm, change)),
      ...patchSpec(vm, specFields(vm, spec)),
    ]),
    ...planService(goal, seen),
    // what a restart brings anyway needs no labelling before it
    ...planned.flatMap(({ vm, renewal }) =>
      (timing === 'live' || isOnPodOnly) && renewal.length === 0 ? labelRunning(vm.seen, change, isOnPodOnly) : [],
    ),
    ...planned.flatMap(({ vm, renewal }) => [...renewal, ...awaitEndpoint(goal, vm, seen, renewal.length > 0)]),
    ...awaitRoute(goal, seen),
  ];
}

/**
 * The restart that a label, or a change of the template's spec, takes; [] when none is wanted or none is needed any
 * more.
 */
function renewalOf({ draft, labels: { change, timing } }: Goal, vm: GoalVm): Step[] {
  if (timing !== 'restart' && !isRenewedForSpec(draft, vm)) return [];
  return renewVm(vm.seen, timing === 'pod-only' ? {} : change, vm.spec);
}

/** Labels what runs; the pods alone when that is wanted. */
function labelRunning(seen: SeenVm, labels: LabelChange, isPodOnly: boolean): Step[] {
  const patches = patchRunning(seen, (_, layer) => (isPodOnly && layer === 'vmi' ? {} : labels));
  if (patches.length === 0) return [];
  const vmName = nameOf(seen.vm);
  const condition: Condition = {
    until: 'labels-hold',
    vmName,
    labels,
    forSeconds: LABELS_HOLD_SECONDS,
    ...(isPodOnly ? { isPodOnly } : {}),
  };
  return [
    ...patches,
    { id: `labels-hold/${vmName}`, kind: 'await', target: vmRef(seen), condition, timeoutSeconds: 60 },
  ];
}

/**
 * Awaits the endpoint of a VM that the Service will reach by the end of this run; a paused guest gets none until it is
 * unpaused.
 */
function awaitEndpoint(goal: Goal, { seen: vm, spec }: GoalVm, seen: Seen, isRenewed: boolean): Step[] {
  const { serviceName } = goal.draft;
  const vmName = nameOf(vm.vm);
  const vmi = liveVmi(vm);
  const isNamed = spec.subdomain !== undefined && (isRenewed || (vmi !== undefined && hasSpec(vmi.spec, spec)));
  const condition: Condition = { until: 'endpoint-ready', vmName, serviceName, ...(isNamed ? { isNamed } : {}) };
  const runs = isRenewed || isRestartUnderWay(vm) || (vmi !== undefined && !isPaused(vm));
  const pod = livePod(vm);
  const waits = !isRenewed && goal.labels.timing === 'next-restart' && !(pod && carries(labelsOf(pod), goal.selector));
  if (!runs || waits || isMet(condition, seen)) return [];
  return [
    {
      id: `endpoint/${vmName}`,
      kind: 'await',
      target: { kind: 'Service', namespace: seen.namespace, name: serviceName },
      condition,
      timeoutSeconds: ENDPOINT_TIMEOUT_SECONDS,
    },
  ];
}

/** Awaits that a router takes the Route. */
function awaitRoute({ route }: Goal, seen: Seen): Step[] {
  if (!route) return [];
  const name = nameOf(route);
  const condition: Condition = { until: 'route-admitted', routeName: name };
  if (isMet(condition, seen)) return [];
  return [
    {
      id: `admitted/${name}`,
      kind: 'await',
      target: { kind: 'Route', namespace: seen.namespace, name },
      condition,
      timeoutSeconds: ROUTE_TIMEOUT_SECONDS,
    },
  ];
}
