import type { BlindSpot, BlindSpotCode, Family, NotChecked, Rule, RuleCode } from './finding';
import type { Hop } from './rule';
import { endpointRules } from './rules/endpointRules';
import { guestAddressRules } from './rules/guestAddressRules';
import { guestRules } from './rules/guestRules';
import { headlessDnsRules } from './rules/headlessDnsRules';
import { loadBalancerRules } from './rules/loadBalancerRules';
import { managementRules } from './rules/managementRules';
import { meshRules } from './rules/nic/meshRules';
import { nicPendingRules } from './rules/nic/nicPendingRules';
import { nicRules } from './rules/nic/nicRules';
import { nodePortRules } from './rules/nodePortRules';
import { otherPodRules } from './rules/selector/otherPodRules';
import { podRules } from './rules/podRules';
import { policyBlindSpots, policyRules } from './rules/policyRules';
import { serviceRules } from './rules/serviceRules';
import { sliceRules } from './rules/sliceRules';
import { routeAdmissionRules } from './rules/route/routeAdmissionRules';
import { routePortRules } from './rules/route/routePortRules';
import { routeTrafficRules } from './rules/route/routeTrafficRules';
import { selectorCaveatRules } from './rules/selector/selectorCaveatRules';
import { selectorMissRules } from './rules/selector/selectorMissRules';
import { subdomainRules } from './rules/selector/subdomainRules';
import { udnBlocks, udnCaveats } from './rules/nic/udnRules';
import { mayBeUserDefined } from './rules/nic/udnSigns';
import { udnSliceRules } from './rules/nic/udnSliceRules';
import { vmRules } from './rules/vmRules';

/** Rules of a user-defined network: where nothing shows one, none of them applies. */
const whereUserDefined = (rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => ({
    ...rule,
    concerns: (situation) => mayBeUserDefined(situation) && (rule.concerns?.(situation) ?? true),
  }));

/** The rules of each family; within a family the most specific first. */
const RULES: Readonly<Record<Family, readonly Rule[]>> = {
  selector: [...selectorMissRules, ...selectorCaveatRules, ...otherPodRules, ...serviceRules],
  vm: vmRules,
  pod: podRules,
  endpoint: [...endpointRules, ...sliceRules],
  udn: whereUserDefined([...udnBlocks, ...udnSliceRules, ...udnCaveats]),
  policy: policyRules,
  nic: [...nicRules, ...nicPendingRules, ...meshRules, ...guestAddressRules],
  headless: [...subdomainRules, ...headlessDnsRules],
  loadBalancer: loadBalancerRules,
  nodePort: nodePortRules,
  route: [...routePortRules, ...routeAdmissionRules, ...routeTrafficRules],
  management: managementRules,
  guest: guestRules,
};

/**
 * The catalogue: each family is a layer. Within a layer the first blocking finding is the reason, the later ones only
 * repeat it; caveats are all told.
 */
export const LAYERS: readonly (readonly Rule[])[] = [
  RULES.selector,
  RULES.vm,
  RULES.pod,
  RULES.endpoint,
  RULES.udn,
  RULES.policy,
  RULES.nic,
  RULES.headless,
  RULES.loadBalancer,
  RULES.nodePort,
  RULES.route,
  RULES.management,
];

/**
 * The layers that can be judged of a Service that is not there yet: they do not depend on its endpoints or on its
 * selector having matched a pod.
 */
export const PLANNED_LAYERS: readonly (readonly Rule[])[] = [
  vmRules,
  [...udnBlocks, ...udnCaveats],
  policyRules,
  nicRules,
];

/** Looked at only when nothing before it blocks. */
export const LAST_LAYER: readonly Rule[] = RULES.guest;

/** What no rule can look into. */
export const BLIND_SPOTS: readonly BlindSpot[] = policyBlindSpots;

/** All rules, for listing. */
export const ALL_RULES: readonly Rule[] = [...LAYERS.flat(), ...LAST_LAYER];

const BY_CODE = new Map<string, Rule>(ALL_RULES.map((rule) => [rule.code, rule]));

/** The entry of a code; undefined for one that no rule of its own finds (A3 is found while fixes are offered). */
export const ruleOf = (code: RuleCode): Rule | undefined => BY_CODE.get(code);

const blindSpotOf = (code: NotChecked['code']): BlindSpot | undefined => BLIND_SPOTS.find((spot) => spot.code === code);

/** What a check that was not made is about. */
export const familyOf = ({ code }: { readonly code: RuleCode | BlindSpotCode }): Family | undefined =>
  blindSpotOf(code)?.family ??
  (Object.keys(RULES) as Family[]).find((family) => RULES[family].some((rule) => rule.code === code));

/** The hop that is not known to be OK because a check could not be made; undefined where the check leaves it OK. */
export function openHopOf({ code }: NotChecked): Hop | undefined {
  const blind = blindSpotOf(code);
  if (blind) return blind.leavesHopOpen ? blind.hop : undefined;
  return BY_CODE.get(code)?.hop;
}
