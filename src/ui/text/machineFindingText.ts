import type { Sentences } from '../sentences';

/** Sentences for selector and labels (S), virtual machine (V), pod (P), endpoints (E) and what is around them (A). */
export const MACHINE_SENTENCES: Sentences = {
  S1: (t) => t('The Service has no selector and no endpoints, so it leads nowhere.'),
  S2: (t, { actual }) =>
    t('This Service is only a DNS alias to {{actual}}; it selects no virtual machine.', { actual }),
  S3: (t, { needed }) =>
    t('The selector asks for {{needed}}, and no label of this virtual machine says so.', { needed }),
  S4: (t, { needed }) =>
    t(
      'The label {{needed}} is in the VM template but not yet on what runs: it takes effect when the VM is restarted, or when it is applied without a restart.',
      { needed },
    ),
  S5: (t, { needed }) =>
    t(
      'The label {{needed}} is on the VirtualMachine object itself. Such labels never reach the pod: it belongs in the template, at spec.template.metadata.labels.',
      { needed },
    ),
  S6: (t, { needed }) =>
    t('The label {{needed}} is on the VirtualMachineInstance but not on its pod, which is what the Service selects.', {
      needed,
    }),
  S7: (t, { needed }) =>
    t('It works now, but the label {{needed}} is not in the VM template: it is lost at the next restart.', { needed }),
  S8: (t, { needed }) =>
    t(
      'It works now, but the label {{needed}} is not on the VirtualMachineInstance: it is lost at the next live migration.',
      { needed },
    ),
  S9: (t, { actual }) =>
    t("The selector names the VM, but vm.kubevirt.io/name on the pod is the guest's hostname: {{actual}}.", { actual }),
  S10: (t) =>
    t(
      'The pod was made by an older KubeVirt and has no vmi.kubevirt.io/id label until the VM is restarted or migrated.',
    ),
  S11: (t, { actual }) => t('The selector uses {{actual}}, a label whose value changes by itself.', { actual }),
  V1: (t, { actual }) => t('The virtual machine does not run ({{actual}}), so it has no address.', { actual }),
  V3: (t) => t('The virtual machine is starting or stopping.'),
  V4: (t) => t('The virtual machine is paused. Unpause it to let traffic in again.'),
  P1: (t, { actual }) => t('The pod is not ready ({{actual}}), so the Service sends nothing to it.', { actual }),
  P2: (t) => t('The virtual machine has no pod with an address.'),
  E1: (t, { actual, needed }) =>
    actual === 'fresh'
      ? t('The Service selects the pod {{needed}}, which is seconds old; its endpoint is on the way.', { needed })
      : t(
          'The Service selects the pod {{needed}} but has no endpoint for it: the controllers of the cluster have not made one.',
          { needed },
        ),
  E2: (t) => t('The endpoint is there but not ready.'),
  E4: (t, { actual, needed }) =>
    t("The endpoint's address {{actual}} is not this virtual machine's, which has {{needed}}.", { actual, needed }),
  S12: (t, { actual }) =>
    t(
      'The Service also sends connections to {{actual}}. That is right for several virtual machines behind one name, and a mistake where this one was cloned.',
      { actual },
    ),
  S13: (t, { actual, needed }) =>
    t(
      'The Service is in project {{actual}}, and Services select pods of their own project only. This virtual machine is in {{needed}}.',
      { actual, needed },
    ),
  S14: (t, { actual }) =>
    t('The selector asks for {{actual}}, a key that KubeVirt reserves: nobody may put it into a template.', { actual }),
  S15: (t, { actual }) =>
    t('KubeVirt itself writes this label, whatever the template says; on the pod it is {{actual}}.', { actual }),
  V2: (t, { actual }) => t('The virtual machine cannot start: {{actual}}.', { actual }),
  V5: (t, { actual }) =>
    t('The guest has ended ({{actual}}), and with it its pod. It has to be started again.', { actual }),
  V6: (t) =>
    t(
      'The virtual machine is migrating to another node. For a moment both of its pods, or neither, may take connections; that passes.',
    ),
  V7: (t, { needed }) =>
    t(
      'The label {{needed}} was given after the virtual machine had started. A reboot inside the guest does not bring it, a restart of the virtual machine does.',
      { needed },
    ),
  P3: (t, { actual }) =>
    t(
      'The readiness probe ({{actual}}) asks over the default network, where a guest on a user-defined network does not answer. A probe by the guest agent (guestAgentPing) does.',
      { actual },
    ),
  E3: (t, { needed }) =>
    t(
      'The endpoint lacks the port {{needed}}: a target port that is a name is found only where a container of the pod has a port of that name. A number always works.',
      { needed },
    ),
  E5: (t) =>
    t('The virtual machine instance does not tell its address. Services go by the pod, so this alone is no fault.'),
  E6: (t, { grade, actual, needed }) =>
    grade === 'blocks'
      ? t('The Service has addresses of {{needed}} only, and the pod has only {{actual}}.', { actual, needed })
      : t('The Service also has an address of {{needed}}, under which nothing answers: the pod has only {{actual}}.', {
          actual,
          needed,
        }),
  E7: (t, { object }) =>
    t(
      'The EndpointSlice {{name}} was made by hand. Nobody changes it when the address of the virtual machine changes.',
      { name: object.name },
    ),
  A1: (t, { actual }) => t('The Service belongs to {{actual}} and will be deleted together with that.', { actual }),
  A2: (t, { actual, object }) =>
    t('{{kind}} {{name}} is managed by {{actual}}, which takes changes made here back sooner or later.', {
      kind: object.kind,
      name: object.name,
      actual,
    }),
  A3: (t, { field }) =>
    t('You may not apply what is offered for {{field}}. The command beside it is for somebody who may.', { field }),
};
