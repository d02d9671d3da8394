/** The labels and annotations by which the plugin knows again what it made or changed; all begin with its name. */
import type { K8sObject } from './objects';

/** Annotation that every object created by a run carries; the value is the run's id. */
export const RUN_ANNOTATION = 'expose-vm/run';

/** True when the object was created by that run. */
export const isOfRun = (object: K8sObject, runId: string): boolean =>
  runId !== '' && object.metadata?.annotations?.[RUN_ANNOTATION] === runId;

/**
 * Annotation by which a Service that a run creates names the VMs that it is for: once its selector matches none of
 * their labels any more, as after a label on the pod alone is lost, nothing else tells. Names stand between commas,
 * which no name of a VM holds (they are DNS names).
 */
export const MADE_FOR_ANNOTATION = 'expose-vm/vms';

/** The annotation's value for these VMs. */
export const madeForText = (vmNames: readonly string[]): string => vmNames.join(',');

/** The names of the VMs that a run created the object for; [] for what no run created. */
export const madeForNames = ({ metadata }: K8sObject): string[] =>
  (metadata?.annotations?.[MADE_FOR_ANNOTATION] ?? '').split(',').filter(Boolean);

/** True when a run created the object for the VM of that name. */
export const isMadeFor = (object: K8sObject, vmName: string): boolean => madeForNames(object).includes(vmName);

/** Label of a test from the cluster and of its pod; the value is the test's id. */
export const TEST_LABEL = 'expose-vm/test';

/** Key of the label that the wizard proposes to select VMs by; the value is the Service's name. */
export const SERVICE_LABEL = 'expose-vm/service';
