import type { Kind } from '../k8s/objects';
import type { Step } from '../steps/step';
import type { Input, Situation } from './situation';

/** `blocking`: no traffic; `limitation`: works under a condition; `note`: good to know. */
export type Grade = 'blocking' | 'limitation' | 'note';

/**
 * The way of a connection, in order. `Route` stands for Ingress too; network policies and node ports act where they
 * guard: at the pod, at the Service.
 */
export type Hop = 'client' | 'Route' | 'Service' | 'EndpointSlice' | 'Pod' | 'NIC' | 'guest';

/** Objects of one kind; no names when none exists. */
export interface FoundObject {
  readonly kind: Kind;
  readonly names: readonly string[];
}

/** Facts of a finding that tells nothing but where it was found. */
export type NoFacts = Readonly<Record<string, never>>;

/** What a rule has found: where, and the facts that its sentence tells. Texts in it are the cluster's own. */
export interface Found<Facts> {
  readonly object: FoundObject;
  /** the field of the object, as a path */
  readonly field: string;
  readonly facts: Facts;
  /** where it differs from the rule's */
  readonly grade?: Grade;
  /** true when only some of the Service's ports are concerned */
  readonly isPartial?: boolean;
}

/** The answer of a rule that cannot decide: because of these inputs, be it that they were read but do not tell. */
export interface Undecided {
  readonly undecidedBy: readonly Input[];
  /** true where the worst that is left open would not change the verdict */
  readonly leavesVerdict?: true;
}

/** What a rule answers: a finding, that it cannot decide, or nothing when it does not apply. */
export type Detected<Facts> = Found<Facts> | Undecided | undefined;

/** One entry of the catalogue. */
export interface RuleEntry<Code, Facts> {
  readonly code: Code;
  /** the grade of its findings, unless one says otherwise */
  readonly grade: Grade;
  readonly hop: Hop;
  /** true where it never blocks all of the traffic: then what it leaves open is whether the Service reaches partly */
  readonly onlyPartly?: true;
  /**
   * false where the rule has nothing to say whatever else is read, such as a rule of load balancers of a ClusterIP
   * Service; absent: it always looks
   */
  readonly concerns?: (situation: Situation) => boolean;
  /** what it looks at beside Service, VM and VMI: where one of these was not read, the rule is *not checked* */
  readonly reads?: readonly Input[];
  readonly detect: (situation: Situation) => Detected<Facts>;
  /** the steps that put it right, reviewed and sent as those of the wizard; absent or [] where this product has none */
  readonly fix?: (situation: Situation) => readonly Step[];
  /** a shell command for what no step does: to look more closely, or for someone else to run; names are shell-quoted */
  readonly command: (situation: Situation) => string;
}

/** The rules of a family of codes, each typed by the facts of its own code. */
export type RulesOf<FactsByCode> = readonly {
  [Code in keyof FactsByCode]: RuleEntry<Code, FactsByCode[Code]>;
}[keyof FactsByCode][];

/** What no rule can look into from here: it is always *not checked* where it matters, and never a finding. */
export interface BlindSpotEntry<Code> {
  readonly code: Code;
  readonly hop: Hop;
  /** false where its hop is called OK all the same: it is about the client's own project, not about this path */
  readonly leavesHopOpen: boolean;
  readonly concerns: (situation: Situation) => boolean;
}
