import { endpointRules } from './rules/endpointRules';
import { guestRules } from './rules/guestRules';
import { headlessRules } from './rules/headlessRules';
import { loadBalancerRules } from './rules/loadBalancerRules';
import { managementRules } from './rules/managementRules';
import { nicPendingRules } from './rules/nicPendingRules';
import { nicRules } from './rules/nicRules';
import { nodePortRules } from './rules/nodePortRules';
import { otherPolicyRules } from './rules/otherPolicyRules';
import { otherPodRules } from './rules/otherPodRules';
import { podRules } from './rules/podRules';
import { policyRules } from './rules/policyRules';
import { routeRules } from './rules/routeRules';
import type { Rule, RuleCode } from './rule';
import { selectorBlocks, selectorCaveats } from './rules/selectorRules';
import { udnBlocks, udnCaveats } from './rules/udnRules';
import { udnSliceRules } from './rules/udnSliceRules';
import { vmRules } from './rules/vmRules';

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
