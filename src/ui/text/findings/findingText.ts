import type { Finding, RuleCode } from '../../../domain/diagnosis/finding';
import type { PortAdmission } from '../../../domain/network/networkPolicy';
import type { Text } from '../../useText';
import { ENDPOINT_SENTENCES } from './endpoint';
import { GUEST_SENTENCES } from './guest';
import { HEADLESS_SENTENCES } from './headless';
import { LOAD_BALANCER_SENTENCES } from './loadBalancer';
import { MANAGEMENT_SENTENCES } from './management';
import { NIC_SENTENCES } from './nic';
import { NODE_PORT_SENTENCES } from './nodePort';
import { POD_SENTENCES } from './pod';
import { POLICY_SENTENCES } from './policy';
import { ROUTE_SENTENCES } from './route';
import { SELECTOR_SENTENCES } from './selector';
import { SERVICE_SENTENCES } from './service';
import type { Sentence, SentencesOf } from './sentence';
import { UDN_SENTENCES } from './udn';
import { VM_SENTENCES } from './vm';

const SENTENCES: SentencesOf<RuleCode> = {
  ...SELECTOR_SENTENCES,
  ...SERVICE_SENTENCES,
  ...VM_SENTENCES,
  ...POD_SENTENCES,
  ...ENDPOINT_SENTENCES,
  ...NIC_SENTENCES,
  ...UDN_SENTENCES,
  ...HEADLESS_SENTENCES,
  ...LOAD_BALANCER_SENTENCES,
  ...NODE_PORT_SENTENCES,
  ...ROUTE_SENTENCES,
  ...POLICY_SENTENCES,
  ...GUEST_SENTENCES,
  ...MANAGEMENT_SENTENCES,
};

/** What a finding means and what to do about it, as whole sentences; field and values are shown beside it. */
export function findingText<Code extends RuleCode>(t: Text, finding: Finding<Code>): string {
  const sentence: Sentence<Code> = SENTENCES[finding.code];
  return sentence.says(t, finding);
}

/** How far a finding can be trusted, where that is to be said before anything is sent; undefined where it is not. */
export const cautionText = (t: Text, { code }: Finding): string | undefined => SENTENCES[code].caution?.(t);

/** The place of a finding, with the actual and the needed value; '' when there is nothing to show. */
export interface FindingParticulars {
  readonly field: string;
  readonly actual: string;
  readonly needed: string;
  readonly admissions: readonly PortAdmission[];
}

/** What is shown beside a finding's sentence, in the cluster's own words. */
export function particularsOf<Code extends RuleCode>(finding: Finding<Code>): FindingParticulars {
  const sentence: Sentence<Code> = SENTENCES[finding.code];
  return { field: finding.field, actual: '', needed: '', admissions: [], ...sentence.shows?.(finding.facts) };
}
