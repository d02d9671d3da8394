import type { Finding, RuleCode } from '../../../domain/diagnosis/finding';
import type { PortAdmission } from '../../../domain/network/networkPolicy';
import type { Step } from '../../../domain/steps/step';
import type { Text } from '../../useText';
import { ENDPOINT_WORDING } from './endpoint';
import { GUEST_WORDING } from './guest';
import { HEADLESS_WORDING } from './headless';
import { LOAD_BALANCER_WORDING } from './loadBalancer';
import { MANAGEMENT_WORDING } from './management';
import { NIC_WORDING } from './nic';
import { NODE_PORT_WORDING } from './nodePort';
import { POD_WORDING } from './pod';
import { POLICY_WORDING } from './policy';
import { ROUTE_WORDING } from './route';
import { SELECTOR_WORDING } from './selector';
import { SERVICE_WORDING } from './service';
import { UDN_WORDING } from './udn';
import { VM_WORDING } from './vm';
import type { Wording, WordingOf } from './wording';

const WORDING: WordingOf<RuleCode> = {
  ...SELECTOR_WORDING,
  ...SERVICE_WORDING,
  ...VM_WORDING,
  ...POD_WORDING,
  ...ENDPOINT_WORDING,
  ...NIC_WORDING,
  ...UDN_WORDING,
  ...HEADLESS_WORDING,
  ...LOAD_BALANCER_WORDING,
  ...NODE_PORT_WORDING,
  ...ROUTE_WORDING,
  ...POLICY_WORDING,
  ...GUEST_WORDING,
  ...MANAGEMENT_WORDING,
};

/** What a finding is, in a few words without its code: the headline of its card, or the reason beside a status. */
export function findingTitle<Code extends RuleCode>(t: Text, finding: Finding<Code>): string {
  const wording: Wording<Code> = WORDING[finding.code];
  return wording.title(t, finding);
}

/** Why a finding is so and what to do about it: whole sentences to stand below its title. */
export function findingText<Code extends RuleCode>(t: Text, finding: Finding<Code>): string {
  const wording: Wording<Code> = WORDING[finding.code];
  return wording.says(t, finding);
}

/**
 * The words of the button that fixes a finding.
 * @param steps what is offered for it (`offerFor`), because some findings are fixed in one of two ways
 * @returns undefined where this product has no fix for its code
 */
export function fixLabel<Code extends RuleCode>(
  t: Text,
  finding: Finding<Code>,
  steps: readonly Step[],
): string | undefined {
  const wording: Wording<Code> = WORDING[finding.code];
  return wording.fixLabel?.(t, finding, steps);
}

/** How far a finding can be trusted, where that is to be said before anything is sent; undefined where it is not. */
export const cautionText = (t: Text, { code }: Finding): string | undefined => WORDING[code].caution?.(t);

/** The place of a finding, with the actual and the needed value; '' when there is nothing to show. */
export interface FindingParticulars {
  readonly field: string;
  readonly actual: string;
  readonly needed: string;
  readonly admissions: readonly PortAdmission[];
}

/** What is shown beside a finding's sentence, in the cluster's own words. */
export function particularsOf<Code extends RuleCode>(finding: Finding<Code>): FindingParticulars {
  const wording: Wording<Code> = WORDING[finding.code];
  return { field: finding.field, actual: '', needed: '', admissions: [], ...wording.shows?.(finding.facts) };
}
