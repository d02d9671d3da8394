import { BLIND_SPOTS, LAST_LAYER, LAYERS, PLANNED_LAYERS } from './catalogue';
import type { Finding, NotChecked, Rule, RuleCode } from './finding';
import { missingRights } from './offer';
import { wasRead, type Situation } from './situation';
import { endpointsOf, takesTraffic } from '../k8s/endpoints';
import type { Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/** `not-checked` when pods or EndpointSlices could not be read and nothing else blocks: never called reaching. */
export type Verdict = 'reaches' | 'reaches-partly' | 'does-not-reach' | 'not-checked';

export interface Diagnosis {
  readonly verdict: Verdict;
  /** the first blocking finding first, then the others in the order of the path */
  readonly findings: readonly Finding[];
  /** checks that could not be made: neither fine nor wrong */
  readonly notChecked: readonly NotChecked[];
}

/** What rules of one list say. */
interface Outcome {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

const isBlock = ({ grade }: Finding): boolean => grade === 'blocks';

/** What one rule says: a finding, that it could not be checked, or nothing. */
function apply<Code extends RuleCode>(
  rule: Rule<Code>,
  situation: Situation,
): { readonly finding: Finding<Code> } | { readonly notChecked: NotChecked } | undefined {
  const { code, grade, hop } = rule;
  if (rule.concerns && !rule.concerns(situation)) return undefined;
  const unread = (rule.reads ?? []).filter((input) => !wasRead(input, situation));
  if (unread.length > 0) return { notChecked: { code, undecidedBy: unread } };
  const detected = rule.detect(situation);
  if (detected === undefined) return undefined;
  return 'undecidedBy' in detected
    ? { notChecked: { code, ...detected } }
    : { finding: { code, grade, hop, ...detected } };
}

/** Of one layer the first blocking finding and every other that does not block. */
function lookAt(layer: readonly Rule[], situation: Situation): Outcome {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  let isBlocked = false;
  for (const rule of layer) {
    if (isBlocked && rule.grade === 'blocks') continue;
    const outcome = apply(rule, situation);
    if (!outcome) continue;
    if ('notChecked' in outcome) notChecked.push(outcome.notChecked);
    else if (!(isBlocked && isBlock(outcome.finding))) {
      findings.push(outcome.finding);
      isBlocked ||= isBlock(outcome.finding);
    }
  }
  return { findings, notChecked };
}

/** What all layers say: blocks first, then the rest, each in the order of the path. */
function lookAtAll(layers: readonly (readonly Rule[])[], situation: Situation): Outcome {
  const outcomes = layers.map((layer) => lookAt(layer, situation));
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  return {
    findings: [...findings.filter(isBlock), ...findings.filter((finding) => !isBlock(finding))],
    notChecked: outcomes.flatMap((outcome) => outcome.notChecked),
  };
}

function verdictOf({ service, vm, endpointSlices }: Situation, findings: readonly Finding[]): Verdict {
  const blocking = findings.filter(isBlock);
  if (blocking.some(({ isPartial }) => !isPartial)) return 'does-not-reach';
  if (vm.arePodsUnknown || endpointSlices === undefined) return 'not-checked';
  if (!endpointsOf(service, vm, endpointSlices).some(takesTraffic)) return 'does-not-reach';
  return blocking.length > 0 ? 'reaches-partly' : 'reaches';
}

/**
 * Why a Service does or does not reach a VM, from configuration alone: the data path is not tried. With `rights` it is
 * also said which of the fixes this user has no permission for (A3).
 */
export function diagnose(situation: Situation): Diagnosis {
  const { findings: found, notChecked } = lookAtAll(LAYERS, situation);
  const verdict = verdictOf(situation, found);
  const last = verdict === 'reaches' || verdict === 'reaches-partly' ? lookAt(LAST_LAYER, situation).findings : [];
  const findings = [...found, ...last];
  const blind = BLIND_SPOTS.filter(({ concerns }) => concerns(situation)).map(({ code }) => ({ code }));
  return {
    verdict,
    findings: [...findings, ...missingRights(findings, situation)],
    notChecked: [...notChecked, ...blind],
  };
}

/** What is known when a Service is only planned; the inputs are those of a `Situation`, undefined when not read. */
export interface PlannedSituation extends Pick<Situation, 'networkPolicies' | 'namespaceLabels' | 'primaryNetwork'> {
  /** with the selector that it will have: its labels will be on the pod */
  readonly service: Service;
  readonly vm: SeenVm;
  /** true when the plan restarts or starts the VM: what runs then is made from its template */
  readonly restarts: boolean;
}

export type PlannedDiagnosis = Pick<Diagnosis, 'findings' | 'notChecked'>;

/**
 * What would keep a Service that is not there yet from reaching the VM: the layers that do not depend on its endpoints.
 */
export const diagnosePlannedService = ({ restarts, ...known }: PlannedSituation): PlannedDiagnosis =>
  lookAtAll(PLANNED_LAYERS, { ...known, endpointSlices: undefined, planned: { restarts } });

/** The findings that need no more than VM and Service. */
export const diagnosePlanned = (service: Service, vm: SeenVm): readonly Finding[] =>
  diagnosePlannedService({ service, vm, restarts: false }).findings;
