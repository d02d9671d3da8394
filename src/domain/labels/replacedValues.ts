import { labelLayers } from './labelLayers';
import type { PlannedChange } from './podLabelForecast';
import { labelValue, nameOf } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/** A label that has another value on some VMs, which a run overwrites. */
export interface ReplacedValue {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  /** the names of the VMs that have it so in their template or on what runs */
  readonly vms: readonly string[];
}

/**
 * The labels that a run overwrites, one entry for each old value. What it only adds or removes is not among them.
 * @param chosen the VMs of the run
 */
export function replacedValues({ change, timing }: PlannedChange, chosen: readonly SeenVm[]): ReplacedValue[] {
  const held = chosen.map((seen) => {
    const { template, vmi, pods } = labelLayers(seen);
    return { name: nameOf(seen.vm), layers: timing === 'pod-only' ? pods : [template, vmi, ...pods] };
  });
  return Object.entries(change).flatMap(([key, after]) => {
    if (after === null) return [];
    const vmsByValue = new Map<string, string[]>();
    held.forEach(({ name, layers }) => {
      const values = new Set(layers.flatMap((labels) => labelValue(labels, key) ?? []));
      values.forEach((value) => {
        if (value !== after) vmsByValue.set(value, [...(vmsByValue.get(value) ?? []), name]);
      });
    });
    return [...vmsByValue].map(([before, vms]): ReplacedValue => ({ key, before, after, vms }));
  });
}
