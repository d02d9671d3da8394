import type { Sentences } from '../sentences';
import type { Finding } from '../../domain/diagnosis/rule';
import { MACHINE_SENTENCES } from './machineFindingText';
import { NETWORK_SENTENCES } from './networkFindingText';
import type { Text } from '../useText';
const SENTENCES: Sentences = { ...MACHINE_SENTENCES, ...NETWORK_SENTENCES };

/** What a finding means and what to do about it, as whole sentences; field and values are shown beside it. */
export const findingText = (t: Text, finding: Finding): string => SENTENCES[finding.code]?.(t, finding) ?? finding.code;
