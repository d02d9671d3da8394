import { labelValue, type LabelChange, type Labels } from '../k8s/objects';
import type { ChangedLabels } from '../steps/objectChange';

/**
 * The changes that set labels (a string) or remove them (null), beside the existing ones; its `labels` are [] when
 * everything is as wanted already.
 * @param metadata that holds them, of an object or of a VM's template; undefined or null where it is missing
 */
export function labelChanges(
  layer: ChangedLabels['layer'],
  metadata: { readonly labels?: Labels } | null | undefined,
  wanted: LabelChange,
): ChangedLabels {
  const labels = Object.entries(wanted).flatMap(([key, after]) => {
    const before = labelValue(metadata?.labels, key) ?? null;
    return before === after ? [] : [{ key, before, after }];
  });
  const missing = metadata ? (metadata.labels ? undefined : ('map' as const)) : ('metadata' as const);
  return { of: 'labels', layer, labels, ...(missing ? { missing } : {}) };
}
