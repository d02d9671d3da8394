import type { K8sObject } from './objects';

/**
 * Annotation by which a Service that a run creates names the VMs that it is for: once its selector matches none of their
 * labels any more, as after a label on the pod alone is lost, nothing else tells. Names stand between commas, which no
 * name of a VM holds (they are DNS names).
 */
export const MADE_FOR_ANNOTATION = 'expose-vm/vms';

/** The annotation's value for these VMs. */
export const madeForText = (vmNames: readonly string[]): string => vmNames.join(',');

/** True when a run created the object for the VM of that name. */
export const isMadeFor = ({ metadata }: K8sObject, vmName: string): boolean =>
  vmName !== '' && (metadata?.annotations?.[MADE_FOR_ANNOTATION] ?? '').split(',').includes(vmName);
