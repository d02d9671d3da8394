import type { Facts, Finding, RuleCode } from '../../../domain/diagnosis/finding';
import type { PortAdmission } from '../../../domain/network/networkPolicy';
import type { Step } from '../../../domain/steps/step';
import type { Text } from '../../useText';

/** What a detail shows beside the sentence, in the cluster's own words; '' or absent shows nothing. */
export interface Shown {
  /** where the field of the finding is not what is shown */
  readonly field?: string;
  readonly actual?: string;
  readonly needed?: string;
  /** for each port that is not open to all, the allowed clients */
  readonly admissions?: readonly PortAdmission[];
}

/** How the findings of one code are worded. */
export interface Wording<Code extends RuleCode> {
  /** what it is, in a few words: the headline of its card */
  readonly title: (t: Text, finding: Finding<Code>) => string;
  /** why it is so and what to do, in at most two sentences that do not repeat the title */
  readonly says: (t: Text, finding: Finding<Code>) => string;
  /** what the fix does, as the words of its button; there for every code whose rule has a fix */
  readonly fixLabel?: (t: Text, finding: Finding<Code>, steps: readonly Step[]) => string;
  readonly shows?: (facts: Facts[Code]) => Shown;
  /** how far it can be trusted, where that is to be said before anything is sent */
  readonly caution?: (t: Text) => string;
}

/** The words of some codes: none may be missing. */
export type WordingOf<Code extends RuleCode> = { readonly [C in Code]: Wording<C> };
