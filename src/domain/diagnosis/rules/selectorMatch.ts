import { isSetByKubeVirt, isVolatileKey } from '../../labels/labels';
import { labelLayers } from '../../labels/labelLayers';
import { labelsOf, type Labels } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import { selectorDifferences, selects } from '../../labels/selector';
import type { Situation } from '../rule';

/** True for a key that people may set and that stays as it is. */
export const isUsers = (key: string): boolean => !isSetByKubeVirt(key) && !isVolatileKey(key);
/** The selector; {} for a Service without one. */
export const selectorOf = ({ service }: Situation): Labels => service.spec?.selector ?? {};

/** The labels of the pod that the guest runs in; undefined when there is none. */
export const podLabels = ({ vm }: Situation): Labels | undefined => {
  const pod = livePod(vm);
  return pod && labelsOf(pod);
};

/** True when the Service's selector misses the live pod, or, with none, misses what the pod would get at the next start. */
export function missesPod(situation: Situation): boolean {
  const labels = podLabels(situation);
  if (labels) return !selects(selectorOf(situation), labels);
  const own = Object.fromEntries(Object.entries(selectorOf(situation)).filter(([key]) => !isSetByKubeVirt(key)));
  return selectorDifferences(own, labelLayers(situation.vm).template).length > 0;
}

/** The part of the selector that the pod does not satisfy. */
export const missed = (situation: Situation): Labels =>
  Object.fromEntries(
    selectorDifferences(selectorOf(situation), podLabels(situation) ?? {}).map(({ key, needed }) => [key, needed]),
  );

/** What the VM has to be labelled with for the Service to select it. */
export const wanted = (situation: Situation): Labels =>
  podLabels(situation) ? missed(situation) : selectorOf(situation);
