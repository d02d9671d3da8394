import type { Sentences } from './findingText';

/** Sentences for selector and labels (S), virtual machine (V), pod (P), endpoints (E) and what is around them (A). */
export const MACHINE_SENTENCES: Sentences = {
  S1: (t) =>
    t('The Service has no selector and no endpoints, so it leads nowhere.'),
  S2: (t, { actual }) =>
    t('This Service is only a DNS alias to {{actual}}; it selects no virtual machine.', { actual }),
  S3: (t, { needed }) =>
    t('The selector asks for {{needed}}, and no label of this virtual machine says so.', { needed }),
  S4: (t, { needed }) =>
    t('The label {{needed}} is in the VM template but not yet on what runs: it takes effect when the VM is restarted, or when it is applied without a restart.', { needed }),
  S5: (t, { needed }) =>
    t('The label {{needed}} is on the VirtualMachine object itself. Such labels never reach the pod: it belongs in the template, at spec.template.metadata.labels.', { needed }),
  S6: (t, { needed }) =>
    t('The label {{needed}} is on the VirtualMachineInstance but not on its pod, which is what the Service selects.', { needed }),
  S7: (t, { needed }) =>
    t('It works now, but the label {{needed}} is not in the VM template: it is lost at the next restart.', { needed }),
  S8: (t, { needed }) =>
    t('It works now, but the label {{needed}} is not on the VirtualMachineInstance: it is lost at the next live migration.', { needed }),
  S9: (t, { actual }) =>
    t('The selector names the VM, but vm.kubevirt.io/name on the pod is the guest\'s hostname: {{actual}}.', { actual }),
  S10: (t) =>
    t('The pod was made by an older KubeVirt and has no vmi.kubevirt.io/id label until the VM is restarted or migrated.'),
  S11: (t, { actual }) =>
    t('The selector uses {{actual}}, a label whose value changes by itself.', { actual }),
  V1: (t, { actual }) =>
    t('The virtual machine does not run ({{actual}}), so it has no address.', { actual }),
  V3: (t) =>
    t('The virtual machine is starting or stopping.'),
  V4: (t) =>
    t('The virtual machine is paused. Unpause it to let traffic in again.'),
  P1: (t, { actual }) =>
    t('The pod is not ready ({{actual}}), so the Service sends nothing to it.', { actual }),
  P2: (t) =>
    t('The virtual machine has no pod with an address.'),
  E1: (t, { needed }) =>
    t('The Service selects the pod {{needed}} but has no endpoint for it yet.', { needed }),
  E2: (t) =>
    t('The endpoint is there but not ready.'),
  E4: (t, { actual, needed }) =>
    t('The endpoint\'s address {{actual}} is not this virtual machine\'s, which has {{needed}}.', { actual, needed }),
};
