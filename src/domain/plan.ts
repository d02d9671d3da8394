import { isMet } from './condition';
import type { ExposeDraft } from './draft';
import { joinedService, labelChange, timingOf } from './draft';
import { draftProblems, plannedSelector, type DraftProblem } from './draftProblems';
import { changedPorts, patchPorts, portDraftsOf, portsText } from './joinedPorts';
import { carries, patchRunning, patchTemplate } from './labelLayers';
import { isPaused } from './lifecycle';
import type { LabelChange, Labels, ObjectRef, Service } from './objects';
import { labelsOf, nameOf, uidOf } from './objects';
import { isAsPlanned, plannedService } from './plannedService';
import { isOfRun } from './runAnnotation';
import { graceSeconds, isRestartUnderWay, livePod, livePods, liveVmi, vmNamed, type Seen, type SeenVm } from './seen';
import type { Condition, Step } from './step';

export type Plan = { readonly ok: true; readonly steps: readonly Step[] } | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** How long labels that were set live are watched for somebody reverting them. */
const LABELS_HOLD_SECONDS = 5;
/** How long the endpoint controllers and a pod's readiness may take once the VMI is there. */
const ENDPOINT_TIMEOUT_SECONDS = 120;
/** What a boot may take beyond the guest's own time to shut down. */
const BOOT_TIMEOUT_SECONDS = 300;

/**
 * Lists the steps that lead from what was seen to what the draft wants: nothing that is there already, so [] at the goal.
 * The order is fixed: template labels, then the Service, then (live) VMI and pods, the restarts last, then awaiting; so a
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
  return {
    ok: true,
    steps: [
      ...(timing === 'pod-only' ? [] : vms.flatMap(({ vm }) => patchTemplate(vm, labels))),
      ...service(draft, selector, seen, runId),
      ...(timing === 'live' || timing === 'pod-only' ? vms.flatMap((vm) => labelRunning(vm, labels, timing === 'pod-only')) : []),
      ...vms.flatMap((vm) => {
        const renewal = timing === 'restart' ? renew(vm, labels) : [];
        return [...renewal, ...awaitEndpoint(draft, vm, seen, selector, renewal.length > 0)];
      }),
    ],
  };
}

const vmRef = ({ vm }: SeenVm): ObjectRef => ({ kind: 'VirtualMachine', namespace: vm.metadata?.namespace ?? '', name: nameOf(vm) });

const service = (draft: ExposeDraft, selector: Labels, seen: Seen, runId: string): Step[] => {
  const found = joinedService(draft, seen.services);
  if (!found) return createService(plannedService(draft, selector, runId), seen, runId);
  return [
    ...deleteOutdated(seen, runId, (made) => made === found),
    ...(portsText(portDraftsOf(found)) === portsText(draft.ports) ? [] : [patchPorts(found, changedPorts(found, draft.ports))]),
  ];
};

/** Creates the Service; one that this run made but that is not as the draft says now is deleted first. */
function createService(planned: Service, seen: Seen, runId: string): Step[] {
  const name = nameOf(planned);
  const isPlanned = (found: Service) => nameOf(found) === name && isOfRun(found, runId) && isAsPlanned(found, planned);
  return [...deleteOutdated(seen, runId, isPlanned), ...(seen.services.some(isPlanned) ? [] : [{ id: `service/${name}`, kind: 'create', object: planned } as const])];
}

const deleteOutdated = (seen: Seen, runId: string, isPlanned: (found: Service) => boolean): Step[] =>
  seen.services
    .filter((found) => isOfRun(found, runId) && !isPlanned(found))
    .map((found) => ({
      id: `outdated-service/${nameOf(found)}`,
      kind: 'delete',
      target: { kind: 'Service', namespace: seen.namespace, name: nameOf(found) },
      uid: uidOf(found) ?? '',
    }));

/** Labels what runs; the pods alone when that is wanted. */
function labelRunning(seen: SeenVm, labels: LabelChange, isPodOnly: boolean): Step[] {
  const patches = patchRunning(seen, (_, layer) => (isPodOnly && layer === 'vmi' ? {} : labels));
  if (patches.length === 0) return [];
  const vmName = nameOf(seen.vm);
  const condition: Condition = { until: 'labels-hold', vmName, labels, forSeconds: LABELS_HOLD_SECONDS, ...(isPodOnly ? { isPodOnly } : {}) };
  return [...patches, { id: `labels-hold/${vmName}`, kind: 'await', target: vmRef(seen), condition, timeoutSeconds: 60 }];
}

/**
 * Restarts the VM when what runs lacks the labels, and starts it when nothing runs; when either is under way already it is
 * only awaited.
 */
function renew(seen: SeenVm, labels: LabelChange): Step[] {
  const vmi = liveVmi(seen);
  const isUnderWay = isRestartUnderWay(seen);
  if (vmi && [vmi, ...livePods(seen)].every((object) => carries(labelsOf(object), labels))) return [];
  const vmName = nameOf(seen.vm);
  const replacedUid = uidOf(seen.vmi);
  const condition: Condition = { until: 'vmi-renewed', vmName, labels, ...(replacedUid ? { replacedUid } : {}) };
  const timeoutSeconds = (seen.vmi ? graceSeconds(seen.vmi) : 0) + BOOT_TIMEOUT_SECONDS;
  const request: Step[] = isUnderWay
    ? []
    : [
        vmi
          ? { id: `restart/${vmName}`, kind: 'restart', target: vmRef(seen), vmiUid: uidOf(vmi) ?? '' }
          : { id: `start/${vmName}`, kind: 'start', target: vmRef(seen) },
      ];
  return [...request, { id: `renewed/${vmName}`, kind: 'await', target: vmRef(seen), condition, timeoutSeconds }];
}

/** Awaits the endpoint of a VM that the Service will reach by the end of this run; a paused guest gets none until it is unpaused. */
function awaitEndpoint(draft: ExposeDraft, vm: SeenVm, seen: Seen, selector: Labels, isRenewed: boolean): Step[] {
  const vmName = nameOf(vm.vm);
  const condition: Condition = { until: 'endpoint-ready', vmName, serviceName: draft.serviceName };
  const runs = isRenewed || isRestartUnderWay(vm) || (liveVmi(vm) !== undefined && !isPaused(vm));
  const pod = livePod(vm);
  const waits = timingOf(draft) === 'next-restart' && !(pod && carries(labelsOf(pod), selector));
  if (!runs || waits || isMet(condition, seen)) return [];
  return [
    { id: `endpoint/${vmName}`, kind: 'await', target: { kind: 'Service', namespace: seen.namespace, name: draft.serviceName }, condition, timeoutSeconds: ENDPOINT_TIMEOUT_SECONDS },
  ];
}
