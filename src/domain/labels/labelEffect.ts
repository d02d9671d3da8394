import { labelValue } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { labelLayers } from './labelLayers';
import type { LabelTiming } from './timing';

/** What a label does to the VMs: new to all, there already, overwrites values, or added to those that lack it. */
export type LabelEffect =
  | { readonly code: 'new' }
  | { readonly code: 'set' }
  | { readonly code: 'replaces'; readonly values: readonly string[] }
  | { readonly code: 'added-to-some' };

/**
 * What becomes of the VMs' labels of that key, in their templates and in what runs.
 * @param timing of the label; on the pods alone, templates do not count
 */
export function labelEffect(
  vms: readonly SeenVm[],
  key: string,
  value: string,
  timing: LabelTiming | undefined,
): LabelEffect {
  const held = vms.flatMap((seen) => {
    const { template, vmi, pods } = labelLayers(seen);
    const layers = timing === 'pod-only' ? pods : [template, ...(vmi ? [vmi] : []), ...pods];
    return layers.map((labels) => labelValue(labels, key));
  });
  const others = [...new Set(held.flatMap((found) => (found === undefined || found === value ? [] : [found])))];
  if (others.length > 0) return { code: 'replaces', values: others };
  if (held.length > 0 && held.every((found) => found === value)) return { code: 'set' };
  return { code: held.includes(value) ? 'added-to-some' : 'new' };
}
