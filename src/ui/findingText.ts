import type { Finding } from '../domain/diagnosis/rule';
import { machineFindingText } from './machineFindingText';
import { networkFindingText } from './networkFindingText';
import type { Text } from './useText';

/** What a finding means and what to do about it, as whole sentences; field and values are shown beside it. */
export const findingText = (t: Text, finding: Finding): string => machineFindingText(t, finding) ?? networkFindingText(t, finding) ?? finding.code;
