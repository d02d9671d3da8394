import type { Right } from '../k8s/rights';
import type { BlindSpotEntry, FoundObject, Grade, Hop, RuleEntry } from './rule';
import type { EndpointFacts } from './rules/endpointRules';
import type { GuestAddressFacts } from './rules/guestAddressRules';
import type { GuestFacts } from './rules/guestRules';
import type { HeadlessDnsFacts } from './rules/headlessDnsRules';
import type { LoadBalancerFacts } from './rules/loadBalancerRules';
import type { ManagementFacts } from './rules/managementRules';
import type { MeshFacts } from './rules/nic/meshRules';
import type { NicPendingFacts } from './rules/nic/nicPendingRules';
import type { NicFacts } from './rules/nic/nicRules';
import type { NodePortFacts } from './rules/nodePortRules';
import type { OtherPodFacts } from './rules/selector/otherPodRules';
import type { PodFacts } from './rules/podRules';
import type { PolicyBlindSpot, PolicyFacts } from './rules/policyRules';
import type { RouteAdmissionFacts } from './rules/route/routeAdmissionRules';
import type { RoutePortFacts } from './rules/route/routePortRules';
import type { RouteTrafficFacts } from './rules/route/routeTrafficRules';
import type { SelectorCaveatFacts } from './rules/selector/selectorCaveatRules';
import type { SelectorMissFacts } from './rules/selector/selectorMissRules';
import type { SubdomainFacts } from './rules/selector/subdomainRules';
import type { ServiceFacts } from './rules/serviceRules';
import type { SliceFacts } from './rules/sliceRules';
import type { UdnFacts } from './rules/nic/udnRules';
import type { UdnSliceFacts } from './rules/nic/udnSliceRules';
import type { VmFacts } from './rules/vmRules';
import type { Input } from './situation';

/** Found while fixes are offered, by no rule of its own. */
export interface RightFacts {
  /** fixes that this user has no permission to apply */
  A3: { readonly codes: readonly RuleCode[]; readonly rights: readonly Right[] };
}

/** The codes of each family, with the facts that a finding of each code tells. */
export interface Families {
  /** S: the Service itself, its selector and labels */
  selector: SelectorMissFacts & SelectorCaveatFacts & OtherPodFacts & ServiceFacts;
  /** V: virtual machine */
  vm: VmFacts;
  /** P: pod */
  pod: PodFacts;
  /** E: endpoints */
  endpoint: EndpointFacts & SliceFacts;
  /** N: network interface */
  nic: NicFacts & NicPendingFacts & MeshFacts & GuestAddressFacts;
  /** U: primary user-defined network */
  udn: UdnFacts & UdnSliceFacts;
  /** H: names of a headless Service */
  headless: SubdomainFacts & HeadlessDnsFacts;
  /** L: load balancer */
  loadBalancer: LoadBalancerFacts;
  /** O: node ports and quotas */
  nodePort: NodePortFacts;
  /** R: Route and Ingress */
  route: RoutePortFacts & RouteAdmissionFacts & RouteTrafficFacts;
  /** K: network policies */
  policy: PolicyFacts;
  /** G: guest */
  guest: GuestFacts;
  /** A: owners, managers and rights */
  management: ManagementFacts & RightFacts;
}

export type Family = keyof Families;
export type CodeOf<F extends Family> = keyof Families[F];

/** Every code with what a finding of it tells. */
export type Facts = Families['selector'] &
  Families['vm'] &
  Families['pod'] &
  Families['endpoint'] &
  Families['nic'] &
  Families['udn'] &
  Families['headless'] &
  Families['loadBalancer'] &
  Families['nodePort'] &
  Families['route'] &
  Families['policy'] &
  Families['guest'] &
  Families['management'];

/** The codes that something can be found under. */
export type RuleCode = keyof Facts;

/** What is wrong and where; the texts in it are the cluster's own, `ui/text/findings` words it by its code. */
export type Finding<Code extends RuleCode = RuleCode> = {
  [C in Code]: {
    readonly code: C;
    readonly grade: Grade;
    readonly hop: Hop;
    readonly object: FoundObject;
    /** the field of the object, as a path */
    readonly field: string;
    readonly facts: Facts[C];
    /** true when only some of the Service's ports are concerned */
    readonly isPartial?: boolean;
  };
}[Code];

/** An entry of the catalogue. */
export type Rule<Code extends RuleCode = RuleCode> = { [C in Code]: RuleEntry<C, Facts[C]> }[Code];

/** What no rule can look into from here, so that it is always *not checked* where it matters. */
export type BlindSpotCode = PolicyBlindSpot;
export type BlindSpot = BlindSpotEntry<BlindSpotCode> & { readonly family: Family };

/** A check that was not made, neither OK nor wrong. */
export type NotChecked =
  /** by a rule, because of these inputs; one that was read does not tell enough */
  | { readonly code: RuleCode; readonly undecidedBy: readonly Input[] }
  | { readonly code: BlindSpotCode; readonly undecidedBy?: undefined };
