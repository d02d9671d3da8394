import { endpointRules } from './endpointRules';
import { nicRules } from './nicRules';
import { podRules } from './podRules';
import { canCheckPolicies, policyRules } from './policyRules';
import type { Finding, Rule, RuleCode, Situation } from './rule';
import { selectorBlocks, selectorCaveats } from './selectorRules';
import { udnBlocks, udnCaveats, udnNotChecked } from './udnRules';
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
const LAYERS: readonly (readonly Rule[])[] = [selectorBlocks, vmRules, podRules, endpointRules, udnBlocks, policyRules, nicRules];

/** All rules, for listing. */
export const ALL_RULES: readonly Rule[] = [...LAYERS.flat(), ...selectorCaveats, ...udnCaveats];

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
const LAYERS_WITHOUT_PODS = [vmRules, udnBlocks, nicRules];

/** Why a Service does or does not reach a VM, from configuration alone: the data path is not tried. */
export function diagnose(situation: Situation): Diagnosis {
  const { service, vm, endpointSlices } = situation;
  const areInputsKnown = !vm.arePodsUnknown && endpointSlices !== undefined;
  const firsts = (vm.arePodsUnknown ? LAYERS_WITHOUT_PODS : LAYERS).flatMap((layer) => firstOf(layer, situation));
  const blocking = firsts.filter(({ grade }) => grade === 'blocks');
  const caveats = (vm.arePodsUnknown ? udnCaveats : [...selectorCaveats, ...udnCaveats]).flatMap((rule) => apply(rule, situation));
  const findings = [...blocking, ...firsts.filter(({ grade }) => grade !== 'blocks'), ...caveats];
  if (blocking.some(({ isPartial }) => !isPartial)) return { verdict: 'does-not-reach', findings };
  if (!areInputsKnown) return { verdict: 'not-checked', findings };
  if (!endpointsOf(service, vm, endpointSlices).some(takesTraffic)) return { verdict: 'does-not-reach', findings };
  return { verdict: blocking.length > 0 ? 'reaches-partly' : 'reaches', findings };
}

/** What is known when a Service is only planned; the inputs are those of a `Situation`, undefined when not read. */
export interface PlannedSituation extends Pick<Situation, 'networkPolicies' | 'namespaceLabels' | 'primaryNetwork'> {
  /** with the selector that it will have: its labels will be on the pod */
  readonly service: Service;
  readonly vm: SeenVm;
  /** true when the plan restarts or starts the VM: what runs then is made from its template */
  readonly restarts: boolean;
}

export interface PlannedDiagnosis {
  readonly findings: readonly Finding[];
  /** codes that could say nothing because what they look at was not read: neither fine nor wrong */
  readonly notChecked: readonly RuleCode[];
}

/** What would keep a Service that is not there yet from reaching the VM: the layers that do not depend on its endpoints. */
export function diagnosePlannedService({ restarts, ...known }: PlannedSituation): PlannedDiagnosis {
  const situation: Situation = { ...known, endpointSlices: undefined, planned: { restarts } };
  const canCheckK1 = canCheckPolicies(situation);
  const layers = [vmRules, udnBlocks, ...(canCheckK1 ? [policyRules] : []), nicRules];
  return {
    findings: [...layers.flatMap((layer) => firstOf(layer, situation)), ...udnCaveats.flatMap((rule) => apply(rule, situation))],
    notChecked: [...(canCheckK1 ? [] : (['K1'] as const)), ...udnNotChecked(situation)],
  };
}

/** The findings that need no more than VM and Service. */
export const diagnosePlanned = (service: Service, vm: SeenVm): readonly Finding[] => diagnosePlannedService({ service, vm, restarts: false }).findings;
