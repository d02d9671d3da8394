/**
 * When a label takes effect. KubeVirt copies template labels to the VMI and the pod only when it creates them.
 * - `live`: template, VMI and pod are labelled together
 * - `restart`: the template is labelled, and the VM restarted at the end of the run; one that is stopped is started
 * - `next-restart`: the label waits in the template for a restart that somebody does later
 * - `pod-only`: just the running pod is labelled; gone at the next restart and at the next live migration
 */
export type LabelTiming = 'live' | 'restart' | 'next-restart' | 'pod-only';
