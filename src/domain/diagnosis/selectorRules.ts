import { isSetByKubeVirt, isVolatileKey } from '../labels';
import { labelLayers } from '../labelLayers';
import { labelsOf, labelValue, nameOf, type Labels } from '../objects';
import { livePod, liveVmi } from '../seen';
import { selectorDifferences, selectorText, selects } from '../selector';
import type { Detected, Rule, Situation } from './rule';

const selectorOf = ({ service }: Situation): Labels => service.spec?.selector ?? {};

const podLabels = ({ vm }: Situation): Labels | undefined => {
  const pod = livePod(vm);
  return pod && labelsOf(pod);
};

/** True when the Service's selector misses the live pod, or, with none, misses what the pod would get at the next start. */
function missesPod(situation: Situation): boolean {
  const labels = podLabels(situation);
  if (labels) return !selects(selectorOf(situation), labels);
  const own = Object.fromEntries(Object.entries(selectorOf(situation)).filter(([key]) => !isSetByKubeVirt(key)));
  return selectorDifferences(own, labelLayers(situation.vm).template).length > 0;
}

/** Only looks when there is a selector that misses: the reason is then one of the rules below, tried in order. */
const whenMissed =
  (detect: (situation: Situation, selector: Labels) => Detected) =>
  (situation: Situation): Detected => {
    const selector = selectorOf(situation);
    return Object.keys(selector).length > 0 && missesPod(situation) ? detect(situation, selector) : undefined;
  };

/** The part of the selector that the pod does not satisfy. */
const missed = (situation: Situation): Labels =>
  Object.fromEntries(selectorDifferences(selectorOf(situation), podLabels(situation) ?? {}).map(({ key, needed }) => [key, needed]));

const found = (labels: Labels, selector: Labels): string =>
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
    actual: found(pod ? labelsOf(pod) : labelLayers(situation.vm).template, selector),
    needed: selectorText(selector),
  };
};

const includes = (labels: Labels | undefined, wanted: Labels): boolean =>
  labels !== undefined && Object.keys(wanted).length > 0 && selects(wanted, labels);

/** Blocking reasons, most telling first: the first that applies is the reason. */
export const selectorBlocks: readonly Rule[] = [
  {
    // no selector: the endpoint controllers do nothing, and no hand-made slice is there either
    code: 'S1', grade: 'blocks', hop: 'Service', reads: ['endpointSlices'],
    detect: ({ service, endpointSlices }) =>
      service.spec?.type !== 'ExternalName' &&
      Object.keys(service.spec?.selector ?? {}).length === 0 &&
      endpointSlices?.every((slice) => labelsOf(slice)['kubernetes.io/service-name'] !== nameOf(service))
        ? { object: { kind: 'Service', name: nameOf(service) }, field: 'spec.selector', actual: '', needed: '' }
        : undefined,
  },
  {
    // a pod made before KubeVirt 1.7 has no id label until it is replaced (kubevirt/kubevirt#17869)
    code: 'S10', grade: 'blocks', hop: 'Service', reads: ['pods'],
    detect: whenMissed((situation) => {
      const labels = podLabels(situation);
      const only = missed(situation);
      return labels && Object.keys(only).join() === 'vmi.kubevirt.io/id' && labels['vmi.kubevirt.io/id'] === undefined
        ? onPod(situation, only)
        : undefined;
    }),
  },
  {
    // vm.kubevirt.io/name on the pod is the guest's hostname, not the VM's name
    code: 'S9', grade: 'blocks', hop: 'Service', reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = missed(situation);
      return podLabels(situation) && Object.keys(only).join() === 'vm.kubevirt.io/name' && only['vm.kubevirt.io/name'] === nameOf(situation.vm.vm)
        ? onPod(situation, only)
        : undefined;
    }),
  },
  {
    // template labels reach VMI and pod only when those are created; no condition on the VM says so
    code: 'S4', grade: 'blocks', hop: 'Pod', reads: ['pods'],
    detect: whenMissed((situation) => {
      const { template, vmi } = labelLayers(situation.vm);
      const only = missed(situation);
      return podLabels(situation) && includes(template, only) && !includes(vmi, only) ? onPod(situation, only) : undefined;
    }),
  },
  {
    code: 'S6', grade: 'blocks', hop: 'Pod', reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = missed(situation);
      return podLabels(situation) && includes(labelLayers(situation.vm).vmi, only) ? onPod(situation, only) : undefined;
    }),
  },
  {
    // labels of the VM object itself are never copied
    code: 'S5', grade: 'blocks', hop: 'Service', reads: ['pods'],
    detect: whenMissed((situation) => {
      const only = podLabels(situation) ? missed(situation) : selectorOf(situation);
      return includes(labelsOf(situation.vm.vm), only) ? onPod(situation, only) : undefined;
    }),
  },
  { code: 'S3', grade: 'blocks', hop: 'Service', reads: ['pods'], detect: whenMissed((situation, selector) => onPod(situation, podLabels(situation) ? missed(situation) : selector)) },
];

const whenSelected =
  (isAtRisk: (key: string, situation: Situation) => boolean, describe: (situation: Situation, keys: Labels) => Detected) =>
  (situation: Situation): Detected => {
    if (!podLabels(situation) || missesPod(situation)) return undefined;
    const atRisk = Object.fromEntries(Object.entries(selectorOf(situation)).filter(([key]) => isAtRisk(key, situation)));
    return Object.keys(atRisk).length > 0 ? describe(situation, atRisk) : undefined;
  };

/** Caveats of a selector that does select now. */
export const selectorCaveats: readonly Rule[] = [
  {
    code: 'S7', grade: 'caveat', hop: 'Pod', reads: ['pods'],
    detect: whenSelected(
      (key, { vm, service }) => !isSetByKubeVirt(key) && !isVolatileKey(key) && labelValue(labelLayers(vm).template, key) !== service.spec?.selector?.[key],
      ({ vm }, keys) => ({
        object: { kind: 'VirtualMachine', name: nameOf(vm.vm) },
        field: 'spec.template.metadata.labels',
        actual: found(labelLayers(vm).template, keys),
        needed: selectorText(keys),
      }),
    ),
  },
  {
    code: 'S8', grade: 'caveat', hop: 'Pod', reads: ['pods'],
    detect: whenSelected(
      (key, { vm, service }) => liveVmi(vm) !== undefined && !isSetByKubeVirt(key) && !isVolatileKey(key) && labelValue(labelLayers(vm).vmi, key) !== service.spec?.selector?.[key],
      ({ vm }, keys) => ({
        object: { kind: 'VirtualMachineInstance', name: nameOf(vm.vm) },
        field: 'metadata.labels',
        actual: found(labelLayers(vm).vmi ?? {}, keys),
        needed: selectorText(keys),
      }),
    ),
  },
  {
    code: 'S11', grade: 'caveat', hop: 'Service', reads: ['pods'],
    detect: whenSelected(
      (key) => isVolatileKey(key),
      ({ service }, keys) => ({ object: { kind: 'Service', name: nameOf(service) }, field: 'spec.selector', actual: selectorText(keys), needed: '' }),
    ),
  },
  {
    code: 'S2', grade: 'info', hop: 'Service',
    detect: ({ service }) =>
      service.spec?.type === 'ExternalName'
        ? { object: { kind: 'Service', name: nameOf(service) }, field: 'spec.externalName', actual: service.spec.externalName ?? '', needed: '' }
        : undefined,
  },
];
