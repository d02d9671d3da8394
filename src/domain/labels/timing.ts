/**
 * When a label takes effect. KubeVirt copies template labels to the VMI and the pod only when it creates them.
 * - `live`: template, VMI and pod are labelled together
 * - `restart`: the template is labelled, and the VM restarted at the end of the run; one that is stopped is started
 * - `next-restart`: the label is in the template and takes effect at the next restart
 * - `pod-only`: only the running pod is labelled; the label is lost at the next restart or live migration
 */
export type LabelTiming = 'live' | 'restart' | 'next-restart' | 'pod-only';
