import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { OtherTarget } from '../../../domain/diagnosis/rules/selector/otherPodRules';
import type { ServiceFacts } from '../../../domain/diagnosis/rules/serviceRules';
import type { WantedLabels } from '../../../domain/diagnosis/rules/selector/selectorMatch';
import { selectorText } from '../../../domain/labels/selector';
import type { Step } from '../../../domain/steps/step';
import type { Text } from '../../useText';
import type { WordingOf } from './wording';

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

const changesService = (step: Step): boolean => step.kind === 'patch' && step.change.of === 'service';
/** The selector becomes the label that KubeVirt maintains on this VM. */
const selectThisVm = (t: Text): string => t('Select this VM');

/** Selector and labels. */
export const SELECTOR_WORDING = {
  S1: {
    title: (t) => t('Service has no selector and no endpoints'),
    says: (t) => t('There is no pod to send traffic to. Select this VM, or add an EndpointSlice by hand.'),
    fixLabel: selectThisVm,
  },
  S2: {
    title: (t, { facts: { isAddress } }) =>
      isAddress ? t('Service is a DNS alias of an IP address') : t('Service is a DNS alias'),
    says: (t, { facts: { externalName, isAddress, ignored } }) => {
      if (isAddress)
        return t('DNS cannot resolve {{actual}}. Use a Service without a selector and an EndpointSlice instead.', {
          actual: externalName,
        });
      return Object.keys(ignored).length > 0
        ? t('DNS sends clients to {{actual}}. The selector {{needed}} is ignored.', {
            actual: externalName,
            needed: selectorText(ignored),
          })
        : t('DNS sends clients to {{actual}}. This type of Service never selects VMs.', { actual: externalName });
    },
    shows: ({ externalName }) => ({ actual: externalName }),
  },
  S3: {
    title: (t) => t('Selector does not match this VM'),
    says: (t, { facts }) =>
      t('The Service selects {{needed}}, and this VM has other labels. Change the selector or the labels.', {
        needed: selectorText(facts.wanted),
      }),
    // it depends on whether the Service serves others
    fixLabel: (t, _, steps) => (steps.some(changesService) ? selectThisVm(t) : t('Add label to VM')),
    shows: showLabels,
  },
  S4: {
    title: (t) => t('Label needs a restart'),
    says: (t, { facts }) =>
      t('Label {{needed}} is in the VM template, but not on the running VM. Restart the VM, or apply it immediately.', {
        needed: selectorText(facts.wanted),
      }),
    // who has no permission to label what runs restarts it
    fixLabel: (t, _, steps) => (steps.some(({ kind }) => kind === 'patch') ? t('Apply label now') : t('Restart VM')),
    shows: showLabels,
  },
  S5: {
    title: (t) => t('Label is on the VM but not in its template'),
    says: (t, { facts }) =>
      t('Only the labels of the template are copied to the pod. Add {{needed}} to the template.', {
        needed: selectorText(facts.wanted),
      }),
    fixLabel: (t, _, steps) => (steps.some(changesService) ? selectThisVm(t) : t('Add label to template')),
    shows: showLabels,
  },
  S6: {
    title: (t) => t('Label is missing on the pod'),
    says: (t, { facts }) =>
      t('Services select pods, and {{needed}} is on the running instance only. Add it to the pod.', {
        needed: selectorText(facts.wanted),
      }),
    fixLabel: (t, _, steps) => (steps.some(changesService) ? selectThisVm(t) : t('Add label to pod')),
    shows: showLabels,
  },
  S7: {
    title: (t) => t('Label will be lost at the next restart'),
    says: (t, { facts }) =>
      t('The VM is selected now, but {{needed}} is not in its template. Add it there to keep it.', {
        needed: selectorText(facts.wanted),
      }),
    fixLabel: (t) => t('Add label to template'),
    shows: showLabels,
  },
  S8: {
    title: (t) => t('Label will be lost at the next live migration'),
    says: (t, { facts }) =>
      t('The VM is selected now, but {{needed}} is not on its running instance. Add it there to keep it.', {
        needed: selectorText(facts.wanted),
      }),
    fixLabel: (t) => t('Add label to instance'),
    shows: showLabels,
  },
  S9: {
    title: (t) => t('KubeVirt sets this label to another value'),
    says: (t, { facts }) =>
      t('The pod has {{actual}}: the hostname of the guest, not the name of the VM. Select the VM by another label.', {
        actual: heldText(facts.held),
      }),
    fixLabel: selectThisVm,
    shows: showLabels,
  },
  S10: {
    title: (t) => t('Pod has no ID label yet'),
    says: (t) =>
      t('An older KubeVirt created the pod. It gets the label vmi.kubevirt.io/id when the VM restarts or migrates.'),
    fixLabel: selectThisVm,
    shows: showLabels,
  },
  S11: {
    title: (t) => t("Selector uses a label that you can't rely on"),
    says: (t, { facts }) =>
      t('The value of {{actual}} changes, and then the VM is not selected. Use a label that stays the same.', {
        actual: selectorText(facts.changing),
      }),
    fixLabel: selectThisVm,
    shows: ({ changing }) => ({ actual: selectorText(changing) }),
  },
  S12: {
    title: (t) => t('Service also sends traffic to other pods'),
    says: (t, { facts }) =>
      t('Clients also get {{actual}}. This is right for a group of VMs, and a mistake if this VM was cloned.', {
        actual: othersText(facts.others),
      }),
    shows: ({ others, vm }) => ({ actual: othersText(others), needed: vm }),
  },
  S13: {
    title: (t) => t('Service is in another project'),
    says: (t, { facts }) =>
      t('The Service is in {{actual}} and selects pods there only. Create a Service in {{needed}}, like the VM.', {
        actual: facts.serviceNamespace,
        needed: facts.vmNamespace,
      }),
    shows: ({ serviceNamespace, vmNamespace }) => ({ actual: serviceNamespace, needed: vmNamespace }),
  },
  S14: {
    title: (t) => t("Selector uses a label that you can't rely on"),
    says: (t, { facts }) =>
      t('KubeVirt reserves {{actual}}, so no VM template can have it. Use another label in the selector.', {
        actual: selectorText(facts.reserved),
      }),
    fixLabel: selectThisVm,
    shows: ({ reserved }) => ({ actual: selectorText(reserved) }),
  },
  S15: {
    title: (t) => t('KubeVirt sets this label to another value'),
    says: (t, { facts }) =>
      t('The pod has {{actual}}, whatever the template says. Use this value in the selector.', {
        actual: heldText(facts.held),
      }),
    shows: showLabels,
  },
} satisfies WordingOf<Exclude<CodeOf<'selector'>, keyof ServiceFacts>>;
