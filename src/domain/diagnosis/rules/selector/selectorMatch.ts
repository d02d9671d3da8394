import { traitsOf } from '../../../k8s/exposedTypes';
import { isSetByKubeVirt, isVolatileKey } from '../../../labels/labels';
import { mayGetFromKubeVirt } from '../../../labels/podLabelForecast';
import { labelLayers } from '../../../labels/labelLayers';
import { labelsOf, labelValue, type Labels } from '../../../k8s/objects';
import { livePod } from '../../../k8s/seen';
import { selectorDifferences, selects } from '../../../labels/selector';
import type { Situation } from '../../situation';
import { isServedByHand } from '../endpointPorts';

/** The labels of a selector, and the actual values of their keys; null where a key is absent. */
export interface WantedLabels {
  readonly wanted: Labels;
  readonly held: Readonly<Record<string, string | null>>;
}

/** What the labels hold under the keys that are wanted. */
export const wantedLabels = (labels: Labels, wanted: Labels): WantedLabels => ({
  wanted,
  held: Object.fromEntries(Object.keys(wanted).map((key) => [key, labelValue(labels, key) ?? null])),
});

/** True for a key that users can set and that KubeVirt does not change. */
export const isUsers = (key: string): boolean => !isSetByKubeVirt(key) && !isVolatileKey(key);
/** The selector; {} for a Service without one, and for an alias, whose selector counts for nothing. */
export const selectorOf = ({ service }: Situation): Labels =>
  (traitsOf(service).selectsPods && service.spec?.selector) || {};

/** The labels of the pod that the guest runs in; undefined when there is none. */
export const podLabels = ({ vm }: Situation): Labels | undefined => {
  const pod = livePod(vm);
  return pod && labelsOf(pod);
};

/** The part of the selector that the VM's next pod does not get: neither from the template nor from KubeVirt. */
function missedAtStart(situation: Situation): Labels {
  const { template } = labelLayers(situation.vm);
  return Object.fromEntries(
    Object.entries(selectorOf(situation)).filter(([key, value]) =>
      isSetByKubeVirt(key) ? !mayGetFromKubeVirt(situation.vm, key, value) : labelValue(template, key) !== value,
    ),
  );
}

/**
 * True when the Service's selector misses the live pod, or, with none, misses what the pod would get at the next start.
 */
export function missesPod(situation: Situation): boolean {
  const labels = podLabels(situation);
  return labels ? !selects(selectorOf(situation), labels) : Object.keys(missedAtStart(situation)).length > 0;
}

/** The part of the selector that the pod does not satisfy. */
export const missed = (situation: Situation): Labels =>
  Object.fromEntries(
    selectorDifferences(selectorOf(situation), podLabels(situation) ?? {}).map(({ key, needed }) => [key, needed]),
  );

/** What the VM has to be labelled with for the Service to select it. */
export const wanted = (situation: Situation): Labels =>
  podLabels(situation) ? missed(situation) : missedAtStart(situation);

/**
 * Only looks when there is a selector that misses, and no slice that is kept by hand makes up for it: the rules that
 * use it are tried in order for the reason.
 */
export const whenMissed =
  <Answer>(detect: (situation: Situation) => Answer | undefined) =>
  (situation: Situation): Answer | undefined =>
    Object.keys(selectorOf(situation)).length > 0 && missesPod(situation) && !isServedByHand(situation)
      ? detect(situation)
      : undefined;
