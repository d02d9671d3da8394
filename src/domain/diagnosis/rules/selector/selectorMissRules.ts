import { traitsOf } from '../../../k8s/exposedTypes';
import { SLICE_SERVICE_KEY, VMI_ID_KEY, VM_NAME_KEY } from '../../../k8s/labelKeys';
import { isReservedKey, isSetByKubeVirt } from '../../../labels/labels';
import { labelLayers } from '../../../labels/labelLayers';
import { labelsOf, nameOf, type Labels } from '../../../k8s/objects';
import { livePod } from '../../../k8s/seen';
import { oc } from '../../../k8s/oc';
import { selectorText, selects } from '../../../labels/selector';
import type { Found, NoFacts, RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { describeService, listServices, namespaceOf, showPod, showVmField, virtctl } from '../lookCommands';
import { applyPending, labelVm, selectOrLabelVm, thisVm, thisVmAlone } from './selectorFixes';
import { missed, podLabels, selectorOf, wanted, wantedLabels, whenMissed, type WantedLabels } from './selectorMatch';
import { podObject, serviceObject, vmObject } from './whereFound';

/** Why a selector misses the pod. */
export interface SelectorMissFacts {
  S1: NoFacts;
  S3: WantedLabels;
  S4: WantedLabels;
  S5: WantedLabels;
  S6: WantedLabels;
  S9: WantedLabels;
  S10: WantedLabels;
  /** the project of the Service, and that of the VM */
  S13: { readonly serviceNamespace: string; readonly vmNamespace: string };
  /** the part of the selector that no template may have */
  S14: { readonly reserved: Labels };
}

/** The labels of the pod, or where there is none those that it would get from the template. */
const onPod = (situation: Situation, labels: Labels): Found<WantedLabels> => {
  const pod = livePod(situation.vm);
  return {
    object: pod ? podObject(situation) : vmObject(situation),
    field: pod ? 'metadata.labels' : 'spec.template.metadata.labels',
    facts: wantedLabels(pod ? labelsOf(pod) : labelLayers(situation.vm).template, labels),
  };
};

/** True for labels that hold a part which users set: what KubeVirt writes gets to no pod from there. */
const includes = (labels: Labels | undefined, part: Labels): boolean =>
  labels !== undefined && selects(part, labels) && Object.keys(part).every((key) => !isSetByKubeVirt(key));
/** The one key of labels that have no other. */
const onlyKey = (labels: Labels): string | undefined => {
  const [key, ...others] = Object.keys(labels);
  return others.length === 0 ? key : undefined;
};

const podCommand = showPod('--show-labels');

/** Blocking reasons, the most specific first: the first that applies is the reason. */
export const selectorMissRules: RulesOf<SelectorMissFacts> = [
  {
    // no selector: the endpoint controllers do nothing, and there is no manually created slice
    code: 'S1',
    grade: 'blocking',
    hop: 'Service',
    reads: ['endpointSlices'],
    detect: (situation) => {
      const { service, endpointSlices } = situation;
      return traitsOf(service).selectsPods &&
        Object.keys(selectorOf(situation)).length === 0 &&
        endpointSlices?.every((slice) => labelsOf(slice)[SLICE_SERVICE_KEY] !== nameOf(service))
        ? { object: serviceObject(situation), field: 'spec.selector', facts: {} }
        : undefined;
    },
    fix: thisVm,
    command: describeService,
  },
  {
    // a Service selects pods of its own namespace only
    code: 'S13',
    grade: 'blocking',
    hop: 'Service',
    detect: (situation) => {
      const serviceNamespace = situation.service.metadata?.namespace ?? '';
      const vmNamespace = namespaceOf(situation);
      return serviceNamespace !== vmNamespace
        ? {
            object: serviceObject(situation),
            field: 'metadata.namespace',
            facts: { serviceNamespace, vmNamespace },
          }
        : undefined;
    },
    command: listServices,
  },
  {
    // a pod made before KubeVirt 1.7 has no id label until it is replaced (kubevirt/kubevirt#17869)
    code: 'S10',
    grade: 'blocking',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const labels = podLabels(situation);
      const only = missed(situation);
      return labels && onlyKey(only) === VMI_ID_KEY && labels[VMI_ID_KEY] === undefined
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
    grade: 'blocking',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = missed(situation);
      return podLabels(situation) && onlyKey(only) === VM_NAME_KEY && only[VM_NAME_KEY] === nameOf(situation.vm.vm)
        ? onPod(situation, only)
        : undefined;
    }),
    fix: thisVm,
    command: podCommand,
  },
  {
    // the webhook refuses these keys in a template, so no label of the VM can ever satisfy them
    code: 'S14',
    grade: 'blocking',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const reserved = Object.fromEntries(Object.entries(missed(situation)).filter(([key]) => isReservedKey(key)));
      return Object.keys(reserved).length > 0
        ? { object: serviceObject(situation), field: 'spec.selector', facts: { reserved } }
        : undefined;
    }),
    fix: thisVmAlone,
    command: podCommand,
  },
  {
    // template labels reach VMI and pod only when those are created; no condition on the VM says so
    code: 'S4',
    grade: 'blocking',
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
    command: virtctl('restart'),
  },
  {
    code: 'S6',
    grade: 'blocking',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = missed(situation);
      return podLabels(situation) && includes(labelLayers(situation.vm).vmi, only) ? onPod(situation, only) : undefined;
    }),
    fix: labelVm,
    command: podCommand,
  },
  {
    // labels of the VM object itself are never copied
    code: 'S5',
    grade: 'blocking',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = wanted(situation);
      return includes(labelsOf(situation.vm.vm), only) ? onPod(situation, only) : undefined;
    }),
    fix: labelVm,
    command: showVmField('.spec.template.metadata.labels'),
  },
  {
    code: 'S3',
    grade: 'blocking',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => onPod(situation, wanted(situation))),
    fix: selectOrLabelVm,
    command: (situation) =>
      oc.list('pods', namespaceOf(situation), '-l', selectorText(selectorOf(situation)), '--show-labels'),
  },
];
