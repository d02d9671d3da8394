import { endpointRules } from './endpointRules';
import { nicRules } from './nicRules';
import { podRules } from './podRules';
import type { Finding, Rule, Situation } from './rule';
import { selectorBlocks, selectorCaveats } from './selectorRules';
import { vmRules } from './vmRules';
import { endpointsOf, takesTraffic } from '../endpoints';
import type { Service } from '../objects';
import type { SeenVm } from '../seen';

/** `not-checked` when pods or EndpointSlices could not be read and nothing else blocks: never called reaching. */
export type Verdict = 'reaches' | 'reaches-partly' | 'does-not-reach' | 'not-checked';

export interface Diagnosis {
  readonly verdict: Verdict;
  /** the first blocking finding first, then the others in the order of the path */
  readonly findings: readonly Finding[];
}

/** Within a layer the first blocking rule is the reason; the later ones of the layer only repeat it. */
const LAYERS: readonly (readonly Rule[])[] = [selectorBlocks, vmRules, podRules, endpointRules, nicRules];

/** All rules, for listing. */
export const ALL_RULES: readonly Rule[] = [...LAYERS.flat(), ...selectorCaveats];

const apply = (rule: Rule, situation: Situation): Finding[] => {
  const detected = rule.detect(situation);
  return detected ? [{ code: rule.code, grade: rule.grade, hop: rule.hop, ...detected }] : [];
};

const firstOf = (rules: readonly Rule[], situation: Situation): Finding[] => {
  for (const rule of rules) {
    const findings = apply(rule, situation);
    if (findings.length > 0) return findings;
  }
  return [];
};

/** The layers that can be judged without the VM's pods. */
const LAYERS_WITHOUT_PODS = [vmRules, nicRules];

/** Why a Service does or does not reach a VM, from configuration alone: the data path is not tried. */
export function diagnose(situation: Situation): Diagnosis {
  const { service, vm, endpointSlices } = situation;
  const areInputsKnown = !vm.arePodsUnknown && endpointSlices !== undefined;
  const blocking = (vm.arePodsUnknown ? LAYERS_WITHOUT_PODS : LAYERS).flatMap((layer) => firstOf(layer, situation));
  const caveats = vm.arePodsUnknown ? [] : selectorCaveats.flatMap((rule) => apply(rule, situation));
  const findings = [...blocking, ...caveats];
  if (blocking.some(({ isPartial }) => !isPartial)) return { verdict: 'does-not-reach', findings };
  if (!areInputsKnown) return { verdict: 'not-checked', findings };
  if (!endpointsOf(service, vm, endpointSlices).some(takesTraffic)) return { verdict: 'does-not-reach', findings };
  return { verdict: blocking.length > 0 ? 'reaches-partly' : 'reaches', findings };
}

/** What would keep a Service that is not there yet from reaching the VM: the layers that do not depend on its endpoints. */
export const diagnosePlanned = (service: Service, vm: SeenVm): Finding[] =>
  LAYERS_WITHOUT_PODS.flatMap((layer) => firstOf(layer, { service, vm, endpointSlices: undefined }));
