import { traitsOf } from '../k8s/exposedTypes';
import {
  labelsAfterRestart,
  podLabelsAfterNextRestart,
  podLabelsAfterRun,
  type PlannedChange,
  type PlannedVm,
} from './podLabelForecast';
import { labelsOf, nameOf, type Labels, type Service } from '../k8s/objects';
import { livePods, liveVmi, type SeenVm } from '../k8s/seen';
import { selectorDifferences, selects } from './selector';

/** A Service that would no longer select a VM, because a run changes or removes labels that it selects. */
export interface LostSelection {
  readonly service: string;
  readonly vm: string;
  /** `now`: once the run is over; `next-restart`: after the VM's next restart */
  readonly when: 'now' | 'next-restart';
  /** the keys of the Service's selector that are no longer satisfied */
  readonly labels: readonly string[];
}

export interface LostSelectionsInput extends PlannedChange {
  readonly chosen: readonly PlannedVm[];
  /** the Services of the namespace */
  readonly services: readonly Service[];
}

/** The labels of what runs now. A pod that could not be read was made with its VMI's labels. */
function labelsNow(seen: SeenVm): SeenVm {
  const vmi = liveVmi(seen);
  return seen.arePodsUnknown && seen.pods.length === 0 && vmi
    ? { ...seen, pods: [{ metadata: { labels: { ...labelsOf(vmi) } } }] }
    : seen;
}

/** The keys by which a selection is lost; undefined when it was not there or stays. */
function lostKeys(selector: Labels, before: readonly Labels[], after: readonly Labels[]): string[] | undefined {
  if (!before.some((labels) => selects(selector, labels)) || after.some((labels) => selects(selector, labels)))
    return undefined;
  const nearest = after.map((labels) => selectorDifferences(selector, labels)).sort((a, b) => a.length - b.length)[0];
  return nearest?.map(({ key }) => key);
}

/**
 * The Services that select a chosen VM today, or would after its next restart, and would not because of the run. A run
 * with a restart also loses what only the running pod carries, and a new hostname the label that KubeVirt makes of it.
 * @returns for each Service and VM at most one entry a moment; a restart in the run makes both moments one, `now`
 */
export function lostSelections({ change, timing, chosen, services }: LostSelectionsInput): LostSelection[] {
  const planned: PlannedChange = { change, timing };
  const selecting = services.filter((service) => traitsOf(service).selectsPods);
  return chosen.flatMap((vm) => {
    const seen = labelsNow(vm.seen);
    const now = { before: livePods(seen).map(labelsOf), after: podLabelsAfterRun({ ...vm, seen }, planned) };
    const later = {
      before: [labelsAfterRestart(seen.vm, seen.pods)],
      after: [podLabelsAfterNextRestart({ ...vm, seen }, planned)],
    };
    return selecting.flatMap((service): LostSelection[] => {
      const selector = service.spec?.selector ?? {};
      const names = { service: nameOf(service), vm: nameOf(seen.vm) };
      const lostNow = lostKeys(selector, now.before, now.after);
      const lostLater =
        lostNow && (timing === 'restart' || vm.isRenewed) ? undefined : lostKeys(selector, later.before, later.after);
      return [
        ...(lostNow ? [{ ...names, when: 'now' as const, labels: lostNow }] : []),
        ...(lostLater ? [{ ...names, when: 'next-restart' as const, labels: lostLater }] : []),
      ];
    });
  });
}
