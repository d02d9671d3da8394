import { LAUNCHER_KEY, LAUNCHER_VALUE, VMI_ID_KEY, VM_NAME_KEY } from '../k8s/labelKeys';
import { MAX_DNS_LABEL } from '../k8s/dnsGrammar';
import { isSetByKubeVirt } from './labels';
import { carries } from './labelLayers';
import type { LabelTiming } from './timing';
import {
  hostnameOf,
  labelsOf,
  labelValue,
  nameOf,
  templateLabelsOf,
  type LabelChange,
  type Labels,
  type Pod,
  type VirtualMachine,
} from '../k8s/objects';
import { isRestartUnderWay, livePods, liveVmi, type SeenVm } from '../k8s/seen';

/** When a change of labels takes effect; undefined: a run that labels nothing. */
export type ChangeTiming = LabelTiming | undefined;

/** The labels with the change made. */
export const changedLabels = (labels: Labels, change: LabelChange): Labels =>
  Object.fromEntries(
    Object.entries({ ...labels, ...change }).filter((entry): entry is [string, string] => entry[1] !== null),
  );

/**
 * The labels of the pod that KubeVirt makes when the VM starts the next time: the template's, then those it sets
 * itself. The id label is taken from a pod that the VM has or had, since older versions set none; without such a pod it
 * is left out. Labels that only the VMI or the pod has are lost, and `kubevirt.io/created-by` gets a uid that is not
 * known yet.
 * @param pods pods of this VM, ended ones included
 * @param change what a run changes in the template
 * @param hostname the one that the template has then, of which KubeVirt makes the name label
 */
export function labelsAfterRestart(
  vm: VirtualMachine,
  pods: readonly Pod[],
  change: LabelChange = {},
  hostname = hostnameOf(vm),
): Labels {
  const id = pods.map((pod) => labelValue(labelsOf(pod), VMI_ID_KEY)).find(Boolean);
  return {
    ...changedLabels(templateLabelsOf(vm), change),
    [LAUNCHER_KEY]: LAUNCHER_VALUE,
    [VM_NAME_KEY]: hostname,
    ...(id ? { [VMI_ID_KEY]: id } : {}),
  };
}

/** A name that is longer is cut in the id label, and ends in a hash (kubevirt, pkg/apimachinery/labels.go). */
const CUT_ID_PREFIX = 54;

/** True when KubeVirt may give a VM's next pod that label by itself; the uid of its next instance nobody knows. */
export function mayGetFromKubeVirt({ vm, pods }: SeenVm, key: string, value: string): boolean {
  const name = nameOf(vm);
  const forecast = labelsAfterRestart(vm, pods)[key];
  if (key !== VMI_ID_KEY || forecast !== undefined) return isSetByKubeVirt(key) && forecast === value;
  return name.length <= MAX_DNS_LABEL
    ? value === name
    : value.length === MAX_DNS_LABEL && value.startsWith(`${name.slice(0, CUT_ID_PREFIX)}-`);
}

/** What a run does to labels. */
export interface PlannedChange {
  readonly change: LabelChange;
  readonly timing: ChangeTiming;
}

/** A VM of a run, with what the run does to it beside the labels. */
export interface PlannedVm {
  readonly seen: SeenVm;
  /** the hostname that the run writes into its template; absent: it stays as it is */
  readonly hostname?: string;
  /** true when the run restarts or starts it for its template's spec, whatever labels are to be set */
  readonly isRenewed?: boolean;
}

/**
 * The labels of a VM's pods when the run is over, one entry a pod; none for a VM that does not run then. A restart
 * comes only where what runs lacks the change, and one that is under way brings the new template whatever was asked
 * for.
 */
export function podLabelsAfterRun(planned: PlannedVm, { change, timing }: PlannedChange): Labels[] {
  const { seen } = planned;
  const asTheyAre = livePods(seen).map(labelsOf);
  const vmi = liveVmi(seen);
  const renewed = [podLabelsAfterNextRestart(planned, { change, timing })];
  if (planned.isRenewed) return renewed;
  switch (timing) {
    case 'live':
      if (vmi) return asTheyAre.map((labels) => changedLabels(labels, change));
      return isRestartUnderWay(seen) ? renewed : asTheyAre;
    case 'restart': {
      // a VM that does not run is started
      const isRenewed =
        !vmi || isRestartUnderWay(seen) || [labelsOf(vmi), ...asTheyAre].some((labels) => !carries(labels, change));
      return isRenewed ? renewed : asTheyAre;
    }
    case 'pod-only':
      return asTheyAre.map((labels) => changedLabels(labels, change));
    case 'next-restart':
    case undefined:
      return asTheyAre;
  }
}

/** The labels of the VM's pod after its next restart, be it in the run or later. */
export const podLabelsAfterNextRestart = ({ seen, hostname }: PlannedVm, { change, timing }: PlannedChange): Labels =>
  labelsAfterRestart(seen.vm, seen.pods, timing === undefined || timing === 'pod-only' ? {} : change, hostname);
