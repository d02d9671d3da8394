import { labelLayers } from './labelLayers';
import { isSetByKubeVirt, isWrittenByKubeVirt } from './labels';
import { labelsOf, labelValue, type Labels } from '../k8s/objects';
import { livePod, type SeenVm } from '../k8s/seen';

/**
 * What the places of a label say together:
 * - `pending`: in the template, not yet on what runs
 * - `not-on-pod`: on the VMI, not on the pod that was made before
 * - `lost-at-restart`: on the pod, not in the template
 * - `lost-at-migration`: on the pod and in the template, not on the VMI, from which a migration's target pod is made
 * - `temporary`: on the pod alone: lost at the next restart and at the next migration
 * - `vm-object-only`: on the VirtualMachine object only, whose labels are not copied to the pod
 * - `absent`: nowhere
 * - `managed-by-kubevirt`: KubeVirt itself sets it
 * - `persistent`: on all that there is
 * - `not-checked`: its pod could not be read, so its state is not known
 */
export type LabelState =
  | 'pending'
  | 'not-on-pod'
  | 'lost-at-restart'
  | 'lost-at-migration'
  | 'temporary'
  | 'vm-object-only'
  | 'absent'
  | 'managed-by-kubevirt'
  | 'persistent'
  | 'not-checked';

/** One label key beside its places; a value is undefined where the key is not there. */
export interface LabelRow {
  readonly key: string;
  /** what the Service's selector asks for, when it asks for this key */
  readonly needed: string | undefined;
  /** on the VirtualMachine object itself */
  readonly own: string | undefined;
  readonly template: string | undefined;
  readonly vmi: string | undefined;
  readonly pod: string | undefined;
  readonly state: LabelState;
}

export interface LabelTable {
  /** the keys of the selector, in its order */
  readonly selected: readonly LabelRow[];
  /** all other keys of the three layers and of the object itself, by name */
  readonly others: readonly LabelRow[];
  /** false for a VM that does not run: then there are no VMI and no pod to compare */
  readonly isRunning: boolean;
}

type Values = Omit<LabelRow, 'key' | 'needed' | 'state'>;

function stateOf(key: string, { own, template, vmi, pod }: Values, isRunning: boolean): LabelState {
  if (isSetByKubeVirt(key) || isWrittenByKubeVirt(key)) return 'managed-by-kubevirt';
  if (!isRunning) return template !== undefined ? 'pending' : own === undefined ? 'absent' : 'vm-object-only';
  if (template !== undefined && pod !== template && vmi !== template) return 'pending';
  if (vmi !== undefined && pod !== vmi) return 'not-on-pod';
  if (pod === undefined) return template !== undefined ? 'pending' : own === undefined ? 'absent' : 'vm-object-only';
  if (template === undefined) return vmi === pod ? 'lost-at-restart' : 'temporary';
  return vmi === pod ? 'persistent' : 'lost-at-migration';
}

/** The labels of a VM's layers side by side, those that a selector asks for first. */
export function labelTable(seen: SeenVm, selector: Labels): LabelTable {
  const { template, vmi } = labelLayers(seen);
  const pod = livePod(seen);
  const podLabels = labelsOf(pod);
  const own = labelsOf(seen.vm);
  const isRunning = vmi !== undefined && pod !== undefined;
  const rowOf = (key: string): LabelRow => {
    const values = {
      own: labelValue(own, key),
      template: labelValue(template, key),
      vmi: labelValue(vmi, key),
      pod: labelValue(podLabels, key),
    };
    return {
      key,
      needed: labelValue(selector, key),
      ...values,
      state: seen.arePodsUnknown ? 'not-checked' : stateOf(key, values, isRunning),
    };
  };
  const others = new Set(
    [own, template, vmi ?? {}, podLabels].flatMap(Object.keys).filter((key) => !Object.hasOwn(selector, key)),
  );
  return { selected: Object.keys(selector).map(rowOf), others: [...others].sort().map(rowOf), isRunning };
}
