import type { ExposeDraft } from './draft';
import type { K8sObject, Labels } from './objects';

/** Annotation that every object created by a run carries; the value is the run's id. */
export const RUN_ANNOTATION = 'expose-vm/run';

/** True when the object was created by that run. */
export const isOfRun = (object: K8sObject, runId: string): boolean =>
  runId !== '' && object.metadata?.annotations?.[RUN_ANNOTATION] === runId;

/**
 * What has to outlive the page for a run to be recognised, retried and undone.
 * `replaced` holds, for each VM, the template labels as they were before the run for the keys it sets: null when the key was absent.
 */
export interface RunRecord {
  readonly runId: string;
  readonly draft: ExposeDraft;
  readonly replaced: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** The values that the run is about to replace in one VM's template, to be remembered before the first write. */
export const replacedBy = (labels: Labels, template: Labels): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.keys(labels).map((key) => [key, template[key] ?? null]));
