import { endpointRules } from './endpointRules';
import { guestRules } from './guestRules';
import { headlessRules } from './headlessRules';
import { loadBalancerRules } from './loadBalancerRules';
import { managementRules } from './managementRules';
import { nicPendingRules } from './nicPendingRules';
import { nicRules } from './nicRules';
import { nodePortRules } from './nodePortRules';
import { otherPolicyRules } from './otherPolicyRules';
import { otherPodRules } from './otherPodRules';
import { podRules } from './podRules';
import { policyRules } from './policyRules';
import { routeRules } from './routeRules';
import type { Rule, RuleCode } from './rule';
import { selectorBlocks, selectorCaveats } from './selectorRules';
import { udnBlocks, udnCaveats } from './udnRules';
import { udnSliceRules } from './udnSliceRules';
import { vmRules } from './vmRules';

/**
 * The catalogue: rules of one layer stand together, the most telling first. Within a layer the first blocking finding is
 * the reason, the later ones of the layer only repeat it; caveats are all told.
 */
export const LAYERS: readonly (readonly Rule[])[] = [
  [...selectorBlocks, ...selectorCaveats, ...otherPodRules],
  vmRules,
  podRules,
  endpointRules,
  [...udnBlocks, ...udnSliceRules, ...udnCaveats],
  [...policyRules, ...otherPolicyRules],
  [...nicRules, ...nicPendingRules],
  headlessRules,
  loadBalancerRules,
  nodePortRules,
  routeRules,
  managementRules,
];

/** The layers that can be judged of a Service that is not there yet: they do not depend on its endpoints or on its selector having met a pod. */
export const PLANNED_LAYERS: readonly (readonly Rule[])[] = [
  vmRules,
  [...udnBlocks, ...udnCaveats],
  policyRules,
  nicRules,
];

/** Looked at only when nothing before it blocks. */
export const LAST_LAYER: readonly Rule[] = guestRules;

/** All rules, for listing. */
export const ALL_RULES: readonly Rule[] = [...LAYERS.flat(), ...LAST_LAYER];

const BY_CODE = new Map(ALL_RULES.map((rule) => [rule.code, rule]));

/** The entry of a code; undefined for one that no rule of its own finds (A3 is found while fixes are offered). */
export const ruleOf = (code: RuleCode): Rule | undefined => BY_CODE.get(code);
