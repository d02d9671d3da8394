import { labelChanges } from './labelChanges';
import { labelsOf, labelValue, nameOf, templateLabelsOf } from '../k8s/objects';
import type { LabelChange, Labels, VirtualMachine } from '../k8s/objects';
import { livePods, liveVmi, type SeenVm } from '../k8s/seen';
import { patchStep } from '../steps/patchStep';
import type { Step } from '../steps/step';

/** Labels of the three places that matter, template first: each is copied to the next when that is created. */
export interface LabelLayers {
  readonly template: Labels;
  /** undefined when there is no live VMI */
  readonly vmi: Labels | undefined;
  /** one entry a live pod */
  readonly pods: readonly Labels[];
}

export const labelLayers = (seen: SeenVm): LabelLayers => {
  const vmi = liveVmi(seen);
  return { template: templateLabelsOf(seen.vm), vmi: vmi && labelsOf(vmi), pods: livePods(seen).map(labelsOf) };
};

/** True when the labels are as wanted: set to that value, or (null) absent. */
export const carries = (labels: Labels, wanted: LabelChange): boolean =>
  Object.entries(wanted).every(([key, value]) => (labelValue(labels, key) ?? null) === value);

/** The step that sets labels (null removes) in the VM's template; [] when they are so already. */
export function patchTemplate(vm: VirtualMachine, wanted: LabelChange): Step[] {
  const metadata = (vm.spec.template as { metadata?: { labels?: Labels } | null } | undefined)?.metadata;
  return patchStep(`template/${nameOf(vm)}`, 'VirtualMachine', vm, labelChanges('template', metadata, wanted));
}

/**
 * The steps that set labels on what runs now. The VMI comes first: a migration target pod is rendered from the VMI's
 * labels, so a pod made in between has them too.
 * @param wantedFor what an object of that layer that has the given labels is to get
 */
export function patchRunning(seen: SeenVm, wantedFor: (labels: Labels, layer: 'vmi' | 'pod') => LabelChange): Step[] {
  const vmi = liveVmi(seen);
  if (!vmi) return [];
  return [
    ...patchStep(
      `vmi/${nameOf(vmi)}`,
      'VirtualMachineInstance',
      vmi,
      labelChanges('vmi', vmi.metadata ?? {}, wantedFor(labelsOf(vmi), 'vmi')),
    ),
    ...livePods(seen).flatMap((pod) =>
      patchStep(
        `pod/${nameOf(pod)}`,
        'Pod',
        pod,
        labelChanges('pod', pod.metadata ?? {}, wantedFor(labelsOf(pod), 'pod')),
      ),
    ),
  ];
}
