import { BLIND_SPOTS, LAST_LAYER, LAYERS, PLANNED_LAYERS } from './catalogue';
import type { Finding, NotChecked, Rule, RuleCode } from './finding';
import { wasRead, type Input, type Situation } from './situation';
import { endpointsOf, takesTraffic } from '../k8s/endpoints';
import type { Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/**
 * `not-checked` when something was not read that a blocking rule looks at, and nothing that was read blocks: never
 * called reaching.
 */
export type Verdict = 'reachable' | 'partly-reachable' | 'not-reachable' | 'not-checked';

export interface Diagnosis {
  readonly verdict: Verdict;
  /** the first blocking finding first, then the others in the order of the path */
  readonly findings: readonly Finding[];
  /** checks that could not be made: neither OK nor wrong */
  readonly notChecked: readonly NotChecked[];
  /** what was not read, or does not tell enough, for another verdict than `not-checked`; [] for every other verdict */
  readonly lacks: readonly Input[];
}

/** What of the traffic a check that was not made may stop. */
type Open = 'all' | 'some' | 'none';

/** A check that was not made, and what it leaves open. */
interface Unchecked {
  readonly notChecked: NotChecked;
  readonly open: Open;
}

/** What rules of one list say. */
interface Outcome {
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
}

const isBlock = ({ grade }: Finding): boolean => grade === 'blocking';
const blocksAll = (finding: Finding): boolean => isBlock(finding) && !finding.isPartial;

/** What one rule says: a finding, that it could not be checked, or nothing. */
function apply<Code extends RuleCode>(
  rule: Rule<Code>,
  situation: Situation,
): { readonly finding: Finding<Code> } | Unchecked | undefined {
  const { code, grade, hop } = rule;
  if (rule.concerns && !rule.concerns(situation)) return undefined;
  const open = grade !== 'blocking' ? 'none' : rule.onlyPartly ? 'some' : 'all';
  const unread = (rule.reads ?? []).filter((input) => !wasRead(input, situation));
  if (unread.length > 0) return { notChecked: { code, undecidedBy: unread }, open };
  const detected = rule.detect(situation);
  if (detected === undefined) return undefined;
  if (!('undecidedBy' in detected)) return { finding: { code, grade, hop, ...detected } };
  const { undecidedBy, leavesVerdict } = detected;
  return { notChecked: { code, undecidedBy }, open: leavesVerdict ? 'none' : open };
}

/**
 * Of one layer the first finding that blocks all, or until then some of the traffic, and every other that does not
 * block.
 */
function lookAt(layer: readonly Rule[], situation: Situation): Outcome {
  const findings: Finding[] = [];
  const unchecked: Unchecked[] = [];
  for (const rule of layer) {
    if (rule.grade === 'blocking' && findings.some(blocksAll)) continue;
    const outcome = apply(rule, situation);
    if (!outcome) continue;
    if ('notChecked' in outcome) unchecked.push(outcome);
    else if (!isBlock(outcome.finding) || !findings.some(blocksAll(outcome.finding) ? blocksAll : isBlock))
      findings.push(outcome.finding);
  }
  return { findings, unchecked };
}

/** What all layers say: blocks first, then the rest, each in the order of the path. */
function lookAtAll(layers: readonly (readonly Rule[])[], situation: Situation): Outcome {
  const outcomes = layers.map((layer) => lookAt(layer, situation));
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  return {
    findings: [...findings.filter(isBlock), ...findings.filter((finding) => !isBlock(finding))],
    unchecked: outcomes.flatMap((outcome) => outcome.unchecked),
  };
}

const notCheckedOf = ({ unchecked }: Outcome): NotChecked[] => unchecked.map(({ notChecked }) => notChecked);

/**
 * The one verdict, of what was found and what was left open. What blocks stays true whatever was not read; that some
 * of the traffic gets through is said only when no check is open that may stop all of it.
 */
function verdictOf({ service, vm, endpointSlices }: Situation, { findings, unchecked }: Outcome): Verdict {
  const isOpen = (what: Open): boolean => unchecked.some(({ open }) => open === what);
  if (findings.some(blocksAll)) return 'not-reachable';
  if (vm.arePodsUnknown || endpointSlices === undefined) return 'not-checked';
  if (!endpointsOf(service, vm, endpointSlices).some(takesTraffic)) return 'not-reachable';
  if (isOpen('all')) return 'not-checked';
  if (findings.some(isBlock)) return 'partly-reachable';
  return isOpen('some') ? 'not-checked' : 'reachable';
}

/** What another verdict than `not-checked` lacks. */
const lackedBy = ({ unchecked }: Outcome): Input[] => [
  ...new Set(unchecked.flatMap(({ open, notChecked }) => (open === 'none' ? [] : (notChecked.undecidedBy ?? [])))),
];

/** Why a Service does or does not reach a VM, from configuration alone: the data path is not tried. */
export function diagnose(situation: Situation): Diagnosis {
  const outcome = lookAtAll(LAYERS, situation);
  const verdict = verdictOf(situation, outcome);
  const last = verdict === 'reachable' || verdict === 'partly-reachable' ? lookAt(LAST_LAYER, situation).findings : [];
  const findings = [...outcome.findings, ...last];
  const blind = BLIND_SPOTS.filter(({ concerns }) => concerns(situation)).map(({ code }) => ({ code }));
  return {
    verdict,
    findings,
    notChecked: [...notCheckedOf(outcome), ...blind],
    lacks: verdict === 'not-checked' ? lackedBy(outcome) : [],
  };
}

/** What is known when a Service is only planned; the inputs are those of a `Situation`, undefined when not read. */
export interface PlannedSituation extends Pick<Situation, 'networkPolicies' | 'namespaceLabels' | 'primaryNetwork'> {
  /** with the selector that it will have: its labels will be on the pod */
  readonly service: Service;
  readonly vm: SeenVm;
  /** true when the plan restarts or starts the VM, or awaits that: what runs then is made from its template */
  readonly restarts: boolean;
}

export type PlannedDiagnosis = Pick<Diagnosis, 'findings' | 'notChecked'>;

/** The situation after a plan, in which there are no endpoints yet. */
export const situationOfPlan = ({ restarts, ...known }: PlannedSituation): Situation => ({
  ...known,
  endpointSlices: undefined,
  planned: { restarts },
});

/**
 * What would keep a Service that is not there yet from reaching the VM: the layers that do not depend on its endpoints.
 */
export function diagnosePlannedService(planned: PlannedSituation): PlannedDiagnosis {
  const outcome = lookAtAll(PLANNED_LAYERS, situationOfPlan(planned));
  return { findings: outcome.findings, notChecked: notCheckedOf(outcome) };
}

/** The findings that need no more than VM and Service. */
export const diagnosePlanned = (service: Service, vm: SeenVm): readonly Finding[] =>
  diagnosePlannedService({ service, vm, restarts: false }).findings;
