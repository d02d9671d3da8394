import { isReservedKey, isSetByKubeVirt, isVolatileKey } from '../../labels/labels';
import { labelLayers, patchRunning, patchTemplate } from '../../labels/labelLayers';
import { refOf, namespaceOf, labelsOf, labelValue, nameOf, type Labels } from '../../k8s/objects';
import { livePod, liveVmi } from '../../k8s/seen';
import { selectorText, selects } from '../../labels/selector';
import { labelAllLayers } from './remedies';
import type { Detected, Rule, Situation } from '../rule';
import { applyPending, joinOrTurn, thisVm, thisVmAlone } from './selectorFixes';
import { isUsers, missed, missesPod, podLabels, selectorOf, wanted } from './selectorMatch';
import { oc, virtctl } from '../../k8s/oc';

/** Only looks when there is a selector that misses: the reason is then one of the rules below, tried in order. */
const whenMissed =
  (detect: (situation: Situation, selector: Labels) => Detected) =>
  (situation: Situation): Detected => {
    const selector = selectorOf(situation);
    return Object.keys(selector).length > 0 && missesPod(situation) ? detect(situation, selector) : undefined;
  };

/** What the labels hold under the selector's keys. */
const heldUnder = (labels: Labels, selector: Labels): string =>
  Object.keys(selector)
    .map((key) => {
      const value = labelValue(labels, key);
      return value === undefined ? `${key} absent` : `${key}=${value}`;
    })
    .join(', ');

const onPod = (situation: Situation, selector: Labels): Exclude<Detected, undefined | 'not-checked'> => {
  const pod = livePod(situation.vm);
  return {
    object: pod ? { kind: 'Pod', name: nameOf(pod) } : { kind: 'VirtualMachine', name: nameOf(situation.vm.vm) },
    field: pod ? 'metadata.labels' : 'spec.template.metadata.labels',
    actual: heldUnder(pod ? labelsOf(pod) : labelLayers(situation.vm).template, selector),
    needed: selectorText(selector),
  };
};

const includes = (labels: Labels | undefined, wanted: Labels): boolean =>
  labels !== undefined && Object.keys(wanted).length > 0 && selects(wanted, labels);

const podsCommand = (situation: Situation): string =>
  oc.list('pods', namespaceOf(situation.vm.vm), '-l', selectorText(selectorOf(situation)), '--show-labels');
const podCommand = (situation: Situation): string =>
  oc.get(
    { kind: 'Pod', namespace: namespaceOf(situation.vm.vm), name: nameOf(livePod(situation.vm) ?? {}) },
    '--show-labels',
  );
const vmCommand = (situation: Situation): string =>
  oc.get(refOf('VirtualMachine', situation.vm.vm), '-o', 'jsonpath={.spec.template.metadata.labels}');
const serviceCommand = (situation: Situation): string => oc.describe(refOf('Service', situation.service));

/** Blocking reasons, most telling first: the first that applies is the reason. */
export const selectorBlocks: readonly Rule[] = [
  {
    // no selector: the endpoint controllers do nothing, and no hand-made slice is there either
    code: 'S1',
    grade: 'blocks',
    hop: 'Service',
    reads: ['endpointSlices'],
    detect: ({ service, endpointSlices }) =>
      service.spec?.type !== 'ExternalName' &&
      Object.keys(service.spec?.selector ?? {}).length === 0 &&
      endpointSlices?.every((slice) => labelsOf(slice)['kubernetes.io/service-name'] !== nameOf(service))
        ? { object: { kind: 'Service', name: nameOf(service) }, field: 'spec.selector', actual: '', needed: '' }
        : undefined,
    fix: thisVm,
    command: serviceCommand,
  },
  {
    // a Service selects pods of its own namespace only
    code: 'S13',
    grade: 'blocks',
    hop: 'Service',
    detect: ({ service, vm }) =>
      namespaceOf(service) !== namespaceOf(vm.vm)
        ? {
            object: { kind: 'Service', name: nameOf(service) },
            field: 'metadata.namespace',
            actual: namespaceOf(service),
            needed: namespaceOf(vm.vm),
          }
        : undefined,
    command: (situation) => oc.list('services', namespaceOf(situation.vm.vm)),
  },
  {
    // a pod made before KubeVirt 1.7 has no id label until it is replaced (kubevirt/kubevirt#17869)
    code: 'S10',
    grade: 'blocks',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const labels = podLabels(situation);
      const only = missed(situation);
      return labels && Object.keys(only).join() === 'vmi.kubevirt.io/id' && labels['vmi.kubevirt.io/id'] === undefined
        ? onPod(situation, only)
        : undefined;
    }),
    // the hostname label is on that pod, and on the next one
    fix: thisVm,
    command: podCommand,
  },
  {
    // vm.kubevirt.io/name on the pod is the guest's hostname, not the VM's name
    code: 'S9',
    grade: 'blocks',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = missed(situation);
      return podLabels(situation) &&
        Object.keys(only).join() === 'vm.kubevirt.io/name' &&
        only['vm.kubevirt.io/name'] === nameOf(situation.vm.vm)
        ? onPod(situation, only)
        : undefined;
    }),
    fix: thisVm,
    command: podCommand,
  },
  {
    // the webhook refuses these keys in a template, so no label of the VM can ever satisfy them
    code: 'S14',
    grade: 'blocks',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const reserved = Object.fromEntries(Object.entries(missed(situation)).filter(([key]) => isReservedKey(key)));
      return Object.keys(reserved).length > 0
        ? {
            object: { kind: 'Service', name: nameOf(situation.service) },
            field: 'spec.selector',
            actual: selectorText(reserved),
            needed: '',
          }
        : undefined;
    }),
    fix: thisVmAlone,
    command: podCommand,
  },
  {
    // template labels reach VMI and pod only when those are created; no condition on the VM says so
    code: 'S4',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const { template, vmi } = labelLayers(situation.vm);
      const only = missed(situation);
      return podLabels(situation) && includes(template, only) && !includes(vmi, only)
        ? onPod(situation, only)
        : undefined;
    }),
    fix: applyPending,
    command: (situation) => virtctl(['restart'], refOf('VirtualMachine', situation.vm.vm)),
  },
  {
    code: 'S6',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = missed(situation);
      return podLabels(situation) && includes(labelLayers(situation.vm).vmi, only) ? onPod(situation, only) : undefined;
    }),
    fix: (situation) => labelAllLayers(situation.vm, missed(situation)),
    command: podCommand,
  },
  {
    // labels of the VM object itself are never copied
    code: 'S5',
    grade: 'blocks',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = wanted(situation);
      return includes(labelsOf(situation.vm.vm), only) ? onPod(situation, only) : undefined;
    }),
    fix: (situation) => labelAllLayers(situation.vm, wanted(situation)),
    command: vmCommand,
  },
  {
    code: 'S3',
    grade: 'blocks',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => onPod(situation, wanted(situation))),
    fix: joinOrTurn,
    command: podsCommand,
  },
];

const whenSelected =
  (
    isAtRisk: (key: string, situation: Situation) => boolean,
    describe: (situation: Situation, keys: Labels) => Detected,
  ) =>
  (situation: Situation): Detected => {
    const atRisk = riskyPart(situation, isAtRisk);
    return Object.keys(atRisk).length > 0 ? describe(situation, atRisk) : undefined;
  };

/** The part of a selector that does select now, but for a label that does not last. */
function riskyPart(situation: Situation, isAtRisk: (key: string, situation: Situation) => boolean): Labels {
  if (!podLabels(situation) || missesPod(situation)) return {};
  return Object.fromEntries(Object.entries(selectorOf(situation)).filter(([key]) => isAtRisk(key, situation)));
}

const isLostAtRestart = (key: string, { vm, service }: Situation): boolean =>
  isUsers(key) && labelValue(labelLayers(vm).template, key) !== service.spec?.selector?.[key];
const isLostAtMigration = (key: string, { vm, service }: Situation): boolean =>
  liveVmi(vm) !== undefined && isUsers(key) && labelValue(labelLayers(vm).vmi, key) !== service.spec?.selector?.[key];

/** Caveats of a selector that does select now, and what is worth knowing of one that does not. */
export const selectorCaveats: readonly Rule[] = [
  {
    code: 'S7',
    grade: 'caveat',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenSelected(isLostAtRestart, ({ vm }, keys) => ({
      object: { kind: 'VirtualMachine', name: nameOf(vm.vm) },
      field: 'spec.template.metadata.labels',
      actual: heldUnder(labelLayers(vm).template, keys),
      needed: selectorText(keys),
    })),
    fix: (situation) => patchTemplate(situation.vm.vm, riskyPart(situation, isLostAtRestart)),
    command: vmCommand,
  },
  {
    code: 'S8',
    grade: 'caveat',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenSelected(isLostAtMigration, ({ vm }, keys) => ({
      object: { kind: 'VirtualMachineInstance', name: nameOf(vm.vm) },
      field: 'metadata.labels',
      actual: heldUnder(labelLayers(vm).vmi ?? {}, keys),
      needed: selectorText(keys),
    })),
    fix: (situation) =>
      patchRunning(situation.vm, (_, layer) => (layer === 'vmi' ? riskyPart(situation, isLostAtMigration) : {})),
    command: (situation) => oc.get(refOf('VirtualMachineInstance', situation.vm.vm), '--show-labels'),
  },
  {
    code: 'S11',
    grade: 'caveat',
    hop: 'Service',
    reads: ['pods'],
    detect: whenSelected(isVolatileKey, ({ service }, keys) => ({
      object: { kind: 'Service', name: nameOf(service) },
      field: 'spec.selector',
      actual: selectorText(keys),
      needed: '',
    })),
    fix: thisVmAlone,
    command: serviceCommand,
  },
  {
    // what the template says of these keys is overwritten on the pod
    code: 'S15',
    grade: 'info',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const fixed = Object.fromEntries(
        Object.entries(missed(situation)).filter(([key]) => isSetByKubeVirt(key) && !isReservedKey(key)),
      );
      const labels = podLabels(situation);
      return labels && Object.keys(fixed).some((key) => labelValue(labels, key) !== undefined)
        ? {
            object: { kind: 'Pod', name: nameOf(livePod(situation.vm) ?? {}) },
            field: 'metadata.labels',
            actual: heldUnder(labels, fixed),
            needed: selectorText(fixed),
          }
        : undefined;
    }),
    command: podCommand,
  },
  {
    code: 'S2',
    grade: 'info',
    hop: 'Service',
    detect: ({ service }) =>
      service.spec?.type === 'ExternalName'
        ? {
            object: { kind: 'Service', name: nameOf(service) },
            field: 'spec.externalName',
            actual: service.spec.externalName ?? '',
            needed: '',
          }
        : undefined,
    command: serviceCommand,
  },
];
