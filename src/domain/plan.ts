import { isMet } from './condition';
import type { ExposeDraft } from './draft';
import { draftLabels } from './draft';
import { draftProblems, plannedSelector, type DraftProblem } from './draftProblems';
import { carries, patchRunning, patchTemplate } from './labelLayers';
import type { Labels, ObjectRef, Service } from './objects';
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
 * The order is fixed: template labels, then the Service, then (live) VMI and pods, the restart last, then awaiting; so a
 * refused Service never costs a reboot, and its address and names are known before one.
 */
export function planExpose(draft: ExposeDraft, seen: Seen, runId: string): Plan {
  const problems = draftProblems(draft, seen, runId);
  const selector = plannedSelector(draft, seen, runId);
  if (problems.length > 0 || !selector) return { ok: false, problems };
  const vms = draft.vmNames.flatMap((name) => vmNamed(seen, name) ?? []);
  const labels = draftLabels(draft.selection);
  const timing = draft.selection.by === 'label' ? draft.selection.timing : undefined;
  return {
    ok: true,
    steps: [
      ...vms.flatMap(({ vm }) => patchTemplate(vm, labels)),
      ...createService(plannedService(draft, selector, runId), seen, runId),
      ...(timing === 'live' ? vms.flatMap((vm) => labelLive(vm, labels)) : []),
      ...vms.flatMap((vm) => [
        ...(timing === 'restart' ? restart(vm, labels) : []),
        ...awaitEndpoint(draft, vm, seen, selector),
      ]),
    ],
  };
}

const vmRef = ({ vm }: SeenVm): ObjectRef => ({ kind: 'VirtualMachine', namespace: vm.metadata?.namespace ?? '', name: nameOf(vm) });

/** Creates the Service; one that this run made but that is not as the draft says now is deleted first. */
function createService(planned: Service, seen: Seen, runId: string): Step[] {
  const name = nameOf(planned);
  const create: Step = { id: `service/${name}`, kind: 'create', object: planned };
  const outdated = seen.services.filter((found) => isOfRun(found, runId) && !(nameOf(found) === name && isAsPlanned(found, planned)));
  const isThere = seen.services.some((found) => nameOf(found) === name && isOfRun(found, runId) && isAsPlanned(found, planned));
  return [
    ...outdated.map((found): Step => ({
      id: `outdated-service/${nameOf(found)}`,
      kind: 'delete',
      target: { kind: 'Service', namespace: seen.namespace, name: nameOf(found) },
      uid: uidOf(found) ?? '',
    })),
    ...(isThere ? [] : [create]),
  ];
}

function labelLive(seen: SeenVm, labels: Labels): Step[] {
  const patches = patchRunning(seen, () => labels);
  if (patches.length === 0) return [];
  const vmName = nameOf(seen.vm);
  const condition: Condition = { until: 'labels-hold', vmName, labels, forSeconds: LABELS_HOLD_SECONDS };
  return [...patches, { id: `labels-hold/${vmName}`, kind: 'await', target: vmRef(seen), condition, timeoutSeconds: 60 }];
}

/** Restarts the VM when what runs lacks the labels; when a restart is under way already it is only awaited. */
function restart(seen: SeenVm, labels: Labels): Step[] {
  const vmi = liveVmi(seen);
  const isUnderWay = isRestartUnderWay(seen);
  const lacksLabels = vmi !== undefined && [vmi, ...livePods(seen)].some((object) => !carries(labelsOf(object), labels));
  if (!lacksLabels && !(isUnderWay && !vmi)) return [];
  const vmName = nameOf(seen.vm);
  const replacedUid = uidOf(seen.vmi);
  const condition: Condition = { until: 'vmi-renewed', vmName, labels, ...(replacedUid ? { replacedUid } : {}) };
  const timeoutSeconds = (seen.vmi ? graceSeconds(seen.vmi) : 0) + BOOT_TIMEOUT_SECONDS;
  return [
    ...(vmi && !isUnderWay
      ? [{ id: `restart/${vmName}`, kind: 'restart', target: vmRef(seen), vmiUid: uidOf(vmi) ?? '' } as const]
      : []),
    { id: `renewed/${vmName}`, kind: 'await', target: vmRef(seen), condition, timeoutSeconds },
  ];
}

/** Awaits the endpoint of a VM that the Service will reach by the end of this run. */
function awaitEndpoint(draft: ExposeDraft, vm: SeenVm, seen: Seen, selector: Labels): Step[] {
  const vmName = nameOf(vm.vm);
  const condition: Condition = { until: 'endpoint-ready', vmName, serviceName: draft.serviceName };
  const vmi = liveVmi(vm);
  const runs = vmi !== undefined || isRestartUnderWay(vm);
  const pod = livePod(vm);
  const waits = draft.selection.by === 'label' && draft.selection.timing === 'next-restart' && !(pod && carries(labelsOf(pod), selector));
  if (!runs || waits || isMet(condition, seen)) return [];
  return [
    { id: `endpoint/${vmName}`, kind: 'await', target: { kind: 'Service', namespace: seen.namespace, name: draft.serviceName }, condition, timeoutSeconds: ENDPOINT_TIMEOUT_SECONDS },
  ];
}
