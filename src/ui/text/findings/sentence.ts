import type { Facts, Finding, RuleCode } from '../../../domain/diagnosis/finding';
import type { PortAdmission } from '../../../domain/network/networkPolicy';
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
export interface Sentence<Code extends RuleCode> {
  /** what it means and what to do about it, as whole sentences */
  readonly says: (t: Text, finding: Finding<Code>) => string;
  readonly shows?: (facts: Facts[Code]) => Shown;
  /** how far it can be trusted, where that is to be said before anything is sent */
  readonly caution?: (t: Text) => string;
}

/** The words of some codes: none may be missing. */
export type SentencesOf<Code extends RuleCode> = { readonly [C in Code]: Sentence<C> };
