import type { K8sObject } from './objects';

/** Annotation that every object created by a run carries; the value is the run's id. */
export const RUN_ANNOTATION = 'expose-vm/run';

/** True when the object was created by that run. */
export const isOfRun = (object: K8sObject, runId: string): boolean =>
  runId !== '' && object.metadata?.annotations?.[RUN_ANNOTATION] === runId;
