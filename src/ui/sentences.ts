import type { Text } from './useText';
import type { Finding, RuleCode } from '../domain/diagnosis/rule';

/** What each code is worded as. */
export type Sentences = Readonly<Partial<Record<RuleCode, (t: Text, finding: Finding) => string>>>;
