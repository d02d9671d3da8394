import type { ResolvedDraft } from './goal';
import type { LabelTiming } from '../labels/timing';
import { carries } from '../labels/labelLayers';
import { restartObstacle, startObstacle, type LifecycleObstacle } from '../kubevirt/lifecycle';
import { labelsOf, nameOf, templateLabelsOf } from '../k8s/objects';
import { mayLabelLive } from '../steps/rights';
import { isRestartUnderWay, livePods, liveVmi, type SeenVm } from '../k8s/seen';
import type { Rights } from '../k8s/rights';

/** Why a label cannot take effect in that way; worded in `ui/`. */
export type TimingRefusal =
  | { readonly code: 'not-running'; readonly names: readonly string[] }
  | { readonly code: 'may-not-label' }
  | { readonly code: 'may-not-label-pod' }
  | { readonly code: 'may-not-restart' }
  | { readonly code: 'may-not-start' };

/** True for a refusal that counts: a request is for an administrator, whose permissions are others. */
export const isRefusedTo = (refusal: TimingRefusal, isRequest: boolean): boolean =>
  !isRequest || refusal.code === 'not-running';

/** Which ways of taking effect are not open to this user for these VMs, and why. */
export function timingRefusals(vms: readonly SeenVm[], rights: Rights): Partial<Record<LabelTiming, TimingRefusal>> {
  const idle = vms.filter((vm) => !liveVmi(vm)).map(({ vm }) => nameOf(vm));
  const stopped = vms.filter((vm) => !liveVmi(vm) && !isRestartUnderWay(vm));
  const notRunning: TimingRefusal | undefined = idle.length > 0 ? { code: 'not-running', names: idle } : undefined;
  const live = notRunning ?? (mayLabelLive(rights) ? undefined : { code: 'may-not-label' as const });
  const podOnly = notRunning ?? (rights.patchPod ? undefined : { code: 'may-not-label-pod' as const });
  const mayNotRestart = stopped.length < vms.length && !rights.restartVm;
  const mayNotStart = stopped.length > 0 && !rights.startVm;
  const restart = mayNotRestart
    ? { code: 'may-not-restart' as const }
    : mayNotStart
      ? { code: 'may-not-start' as const }
      : undefined;
  return { ...(live ? { live } : {}), ...(podOnly ? { 'pod-only': podOnly } : {}), ...(restart ? { restart } : {}) };
}

/** True when the draft sets labels on VMs; with an existing Service, all VMs can have them already. */
export function needsLabels({ draft, usesExistingService, vms, labels }: ResolvedDraft): boolean {
  if (!usesExistingService) return draft.selection.by === 'label';
  return !vms.every(({ seen }) =>
    [templateLabelsOf(seen.vm), ...livePods(seen).map(labelsOf)].every((held) => carries(held, labels.change)),
  );
}

/** Why the draft's labels cannot take effect when it says; undefined when they can, or when none are needed. */
export function timingRefusal(resolved: ResolvedDraft, rights: Rights): TimingRefusal | undefined {
  const { timing } = resolved.labels;
  return timing && needsLabels(resolved)
    ? timingRefusals(
        resolved.vms.map(({ seen }) => seen),
        rights,
      )[timing]
    : undefined;
}

/** The VMs that KubeVirt would refuse to restart or to start, each with the reason. */
export const lifecycleObstacles = (
  vms: readonly SeenVm[],
): { readonly name: string; readonly obstacle: LifecycleObstacle }[] =>
  vms.flatMap((seen) => {
    if (isRestartUnderWay(seen)) return [];
    const obstacle = liveVmi(seen) ? restartObstacle(seen) : startObstacle(seen);
    return obstacle ? [{ name: nameOf(seen.vm), obstacle }] : [];
  });
