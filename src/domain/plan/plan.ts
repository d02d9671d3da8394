import { TYPES } from '../k8s/exposedTypes';
import { isMet } from './condition';
import { isAlias, labelChange, timingOf, type ExposeDraft } from '../draft/draft';
import { draftProblems, plannedSelector, type DraftProblem } from '../draft/draftProblems';
import { carries, patchRunning, patchTemplate } from '../labels/labelLayers';
import { isPaused } from '../k8s/lifecycle';
import type { LabelChange, Labels } from '../k8s/objects';
import { labelsOf, nameOf } from '../k8s/objects';
import { planService } from './planService';
import { renewVm, vmRef } from './renewVm';
import { isRestartUnderWay, livePod, liveVmi, vmNamed, type Seen, type SeenVm } from '../k8s/seen';
import type { Condition, Step } from '../steps/step';
import { hasSpec, isNoChange, patchSpec, specChange, specFields } from '../draft/templateSpec';
import type { SpecChange } from '../k8s/specChange';

export type Plan =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** How long labels that were set live are watched for somebody reverting them. */
const LABELS_HOLD_SECONDS = 5;
/** How long the endpoint controllers and a pod's readiness may take once the VMI is there. */
const ENDPOINT_TIMEOUT_SECONDS = 120;
/** How long a router may take to look at a Route. */
const ROUTE_TIMEOUT_SECONDS = 60;

/**
 * Lists the steps that lead from what was seen to what the draft wants: nothing that is there already, so [] at the goal.
 * The order is fixed: the template, then Service and Route, then (live) VMI and pods, the restarts last, then awaiting; so a
 * refused Service never costs a reboot, and its address and names are known before one. Of several VMs each is restarted
 * only when the endpoint of the one before is ready, so that the Service always has one once it had one.
 */
export function planExpose(draft: ExposeDraft, seen: Seen, runId: string): Plan {
  const problems = draftProblems(draft, seen, runId);
  const selector = plannedSelector(draft, seen, runId);
  if (problems.length > 0 || !selector) return { ok: false, problems };
  const vms = draft.vmNames.flatMap((name) => vmNamed(seen, name) ?? []);
  const labels = labelChange(draft, seen.services);
  const timing = timingOf(draft);
  const isOnPodOnly = timing === 'pod-only';
  const planned = vms.map((vm) => ({ vm, spec: specChange(draft, vm.vm), renewal: renewalOf(draft, vm, labels) }));
  return {
    ok: true,
    steps: [
      ...planned.flatMap(({ vm: { vm }, spec }) => [
        ...(isOnPodOnly ? [] : patchTemplate(vm, labels)),
        ...patchSpec(vm, specFields(vm, spec)),
      ]),
      ...planService(draft, selector, seen, runId),
      // what a restart brings anyway needs no labelling before it
      ...planned.flatMap(({ vm, renewal }) =>
        (timing === 'live' || isOnPodOnly) && renewal.length === 0 ? labelRunning(vm, labels, isOnPodOnly) : [],
      ),
      ...planned.flatMap(({ vm, spec, renewal }) => [
        ...renewal,
        ...awaitEndpoint(draft, vm, seen, { selector, spec, isRenewed: renewal.length > 0 }),
      ]),
      ...awaitRoute(draft, seen),
    ],
  };
}

/** The restart that a label, or a change of the template's spec, takes; [] when the draft wants none or none is needed any more. */
function renewalOf(draft: ExposeDraft, vm: SeenVm, labels: LabelChange): Step[] {
  const spec = specChange(draft, vm.vm);
  const isForSpec = draft.specTiming === 'restart' && !isNoChange(spec);
  const isForLabels = timingOf(draft) === 'restart';
  if (!isForSpec && !isForLabels) return [];
  // a restart for the spec alone is over when the spec is there, whatever labels are still to be given
  const vmi = liveVmi(vm);
  if (!isForLabels && vmi && hasSpec(vmi.spec, spec) && !isRestartUnderWay(vm)) return [];
  return renewVm(vm, timingOf(draft) === 'pod-only' ? {} : labels, spec);
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

/** Awaits the endpoint of a VM that the Service will reach by the end of this run; a paused guest gets none until it is unpaused. */
function awaitEndpoint(
  draft: ExposeDraft,
  vm: SeenVm,
  seen: Seen,
  { selector, spec, isRenewed }: { selector: Labels; spec: SpecChange; isRenewed: boolean },
): Step[] {
  if (isAlias(draft)) return [];
  const vmName = nameOf(vm.vm);
  const vmi = liveVmi(vm);
  const isNamed = spec.subdomain !== undefined && (isRenewed || (vmi !== undefined && hasSpec(vmi.spec, spec)));
  const condition: Condition = {
    until: 'endpoint-ready',
    vmName,
    serviceName: draft.serviceName,
    ...(isNamed ? { isNamed } : {}),
  };
  const runs = isRenewed || isRestartUnderWay(vm) || (vmi !== undefined && !isPaused(vm));
  const pod = livePod(vm);
  const waits = !isRenewed && timingOf(draft) === 'next-restart' && !(pod && carries(labelsOf(pod), selector));
  if (!runs || waits || isMet(condition, seen)) return [];
  return [
    {
      id: `endpoint/${vmName}`,
      kind: 'await',
      target: { kind: 'Service', namespace: seen.namespace, name: draft.serviceName },
      condition,
      timeoutSeconds: ENDPOINT_TIMEOUT_SECONDS,
    },
  ];
}

/** Awaits that a router takes the Route. */
function awaitRoute(draft: ExposeDraft, seen: Seen): Step[] {
  const condition: Condition = { until: 'route-admitted', routeName: draft.serviceName };
  if (!TYPES[draft.type].makesRoute || isMet(condition, seen)) return [];
  return [
    {
      id: `admitted/${draft.serviceName}`,
      kind: 'await',
      target: { kind: 'Route', namespace: seen.namespace, name: draft.serviceName },
      condition,
      timeoutSeconds: ROUTE_TIMEOUT_SECONDS,
    },
  ];
}
