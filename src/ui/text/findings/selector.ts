import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { OtherTarget } from '../../../domain/diagnosis/rules/selector/otherPodRules';
import type { ServiceFacts } from '../../../domain/diagnosis/rules/serviceRules';
import type { WantedLabels } from '../../../domain/diagnosis/rules/selector/selectorMatch';
import { selectorText } from '../../../domain/labels/selector';
import type { SentencesOf } from './sentence';

const heldText = (held: WantedLabels['held']): string =>
  Object.entries(held)
    .map(([key, value]) => (value === null ? `${key} absent` : `${key}=${value}`))
    .join(', ');
const showLabels = ({ wanted, held }: WantedLabels) => ({ actual: heldText(held), needed: selectorText(wanted) });

/** VMs by name, pods of no VM as `pod/NAME`. */
const othersText = (others: readonly OtherTarget[]): string =>
  others
    .map(({ kind, name }) => (kind === 'Pod' ? `pod/${name}` : name))
    .sort()
    .join(', ');

/** Selector and labels. */
export const SELECTOR_SENTENCES = {
  S1: { says: (t) => t('The Service has no selector and no endpoints, so it leads nowhere.') },
  S2: {
    says: (t, { facts: { externalName, isAddress, ignored } }) => {
      if (isAddress)
        return t(
          'This Service is only a DNS alias, and {{actual}} is an address, which DNS does not resolve. Use a Service without a selector and an EndpointSlice instead.',
          { actual: externalName },
        );
      return Object.keys(ignored).length > 0
        ? t('This Service is only a DNS alias to {{actual}}; its selector {{needed}} is ignored.', {
            actual: externalName,
            needed: selectorText(ignored),
          })
        : t('This Service is only a DNS alias to {{actual}}; it selects no virtual machine.', { actual: externalName });
    },
    shows: ({ externalName }) => ({ actual: externalName }),
  },
  S3: {
    says: (t, { facts }) =>
      t('The selector asks for {{needed}}, and no label of this virtual machine says so.', {
        needed: selectorText(facts.wanted),
      }),
    shows: showLabels,
  },
  S4: {
    says: (t, { facts }) =>
      t(
        'The label {{needed}} is in the VM template but not yet on what runs: it takes effect when the VM is restarted, or when it is applied without a restart.',
        { needed: selectorText(facts.wanted) },
      ),
    shows: showLabels,
  },
  S5: {
    says: (t, { facts }) =>
      t('Label {{needed}} is set on the VirtualMachine, but not in its template, so the pod does not have it.', {
        needed: selectorText(facts.wanted),
      }),
    shows: showLabels,
  },
  S6: {
    says: (t, { facts }) =>
      t(
        'The label {{needed}} is on the VirtualMachineInstance but not on its pod, which is what the Service selects.',
        { needed: selectorText(facts.wanted) },
      ),
    shows: showLabels,
  },
  S7: {
    says: (t, { facts }) =>
      t('It works now, but the label {{needed}} is not in the VM template: it is lost at the next restart.', {
        needed: selectorText(facts.wanted),
      }),
    shows: showLabels,
  },
  S8: {
    says: (t, { facts }) =>
      t(
        'It works now, but the label {{needed}} is not on the VirtualMachineInstance: it is lost at the next live migration.',
        { needed: selectorText(facts.wanted) },
      ),
    shows: showLabels,
  },
  S9: {
    says: (t, { facts }) =>
      t("The selector names the VM, but vm.kubevirt.io/name on the pod is the guest's hostname: {{actual}}.", {
        actual: heldText(facts.held),
      }),
    shows: showLabels,
  },
  S10: {
    says: (t) =>
      t(
        'The pod was made by an older KubeVirt and has no vmi.kubevirt.io/id label until the VM is restarted or migrated.',
      ),
    shows: showLabels,
  },
  S11: {
    says: (t, { facts }) =>
      t('The selector uses {{actual}}, a label whose value changes by itself.', {
        actual: selectorText(facts.changing),
      }),
    shows: ({ changing }) => ({ actual: selectorText(changing) }),
  },
  S12: {
    says: (t, { facts }) =>
      t(
        'The Service also sends connections to {{actual}}. That is right for several virtual machines behind one name, and a mistake where this one was cloned.',
        { actual: othersText(facts.others) },
      ),
    shows: ({ others, vm }) => ({ actual: othersText(others), needed: vm }),
  },
  S13: {
    says: (t, { facts }) =>
      t(
        'The Service is in project {{actual}}, and Services select pods of their own project only. This virtual machine is in {{needed}}.',
        { actual: facts.serviceNamespace, needed: facts.vmNamespace },
      ),
    shows: ({ serviceNamespace, vmNamespace }) => ({ actual: serviceNamespace, needed: vmNamespace }),
  },
  S14: {
    says: (t, { facts }) =>
      t('The selector asks for {{actual}}, a key that KubeVirt reserves: nobody may put it into a template.', {
        actual: selectorText(facts.reserved),
      }),
    shows: ({ reserved }) => ({ actual: selectorText(reserved) }),
  },
  S15: {
    says: (t, { facts }) =>
      t('KubeVirt itself writes this label, whatever the template says; on the pod it is {{actual}}.', {
        actual: heldText(facts.held),
      }),
    shows: showLabels,
  },
} satisfies SentencesOf<Exclude<CodeOf<'selector'>, keyof ServiceFacts>>;
