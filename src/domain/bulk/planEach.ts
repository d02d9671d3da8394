import type { ExposeDraft } from '../draft/draft';
import { takenServiceNames } from '../draft/draft';
import { stepOf, type DraftProblem, type DraftProblemCode } from '../draft/draftProblems';
import type { Goal, ResolvedDraft } from '../draft/goal';
import { resolve } from '../draft/resolve';
import { takingEffectRefusal } from '../draft/specTiming';
import type { TimingRefusal } from '../draft/timingRefusals';
import type { Rights } from '../k8s/rights';
import { vmNamed, type Seen } from '../k8s/seen';
import { planExpose } from '../plan/plan';
import { isServiceNameProblem, serviceNameFor } from '../service/serviceName';
import { canOnlyRequest, rightsToPlan } from '../steps/rights';
import type { Step } from '../steps/step';
import { draftOf, serviceNameOf, vmsOfPattern, type EachPattern } from './eachPattern';

/** What keeps one VM from being exposed, which a name of its own mends, or to leave the VM out. */
export type EachProblem =
  | { readonly code: DraftProblemCode }
  /** another VM of the run has a Service of the same name */
  | { readonly code: 'twin'; readonly of: string }
  | { readonly code: 'timing'; readonly refusal: TimingRefusal };

/** What the run does for one VM; the same that the wizard for this VM alone would do. */
export interface EachPlan {
  readonly vmName: string;
  readonly draft: ExposeDraft;
  readonly resolved: ResolvedDraft;
  /** of this VM alone; what is wrong with all of them is told once */
  readonly problems: readonly EachProblem[];
  /** a free name for its Service where the name is the problem */
  readonly freeName: string | undefined;
  /** undefined while something is wrong */
  readonly goal: Goal | undefined;
  readonly steps: readonly Step[];
}

/** The run for all VMs. */
export interface EachPlans {
  /** of the VMs that are not left out, in order */
  readonly plans: readonly EachPlan[];
  /** what is wrong with the ports, the access or the label that all have in common */
  readonly common: readonly DraftProblem[];
  /** the draft of the first VM as it is understood, for what is the same for all; that of one left out when all are */
  readonly model: ResolvedDraft;
}

interface EachSurroundings {
  /** the id of each VM's run: what it has created counts as its own */
  readonly runIds: Readonly<Record<string, string>>;
  readonly rights: Rights;
}

/** True for a problem of what all VMs have in common. */
const isCommon = ({ code, field }: DraftProblem): boolean =>
  code !== 'route.taken' &&
  (field.at === 'port' || field.at === 'option' || field.at === 'route' || field.at === 'label');

const NAME_PROBLEMS: ReadonlySet<string> = new Set(['service-name.taken', 'twin', 'route.taken']);

/** The VM before this one whose Service has the same name. */
function twinsOf(pattern: EachPattern, vmNames: readonly string[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const twins = new Map<string, string>();
  for (const vmName of vmNames) {
    const name = serviceNameOf(pattern, vmName);
    const other = first.get(name);
    if (other === undefined) first.set(name, vmName);
    else twins.set(vmName, other);
  }
  return twins;
}

/**
 * Makes of one pattern a plan for each VM, by the same functions as for a VM alone.
 * @param seen the project, with the VMs of the pattern
 */
export function planEach(pattern: EachPattern, seen: Seen, { runIds, rights }: EachSurroundings): EachPlans {
  const vmNames = vmsOfPattern(pattern);
  const toPlan = rightsToPlan(rights, canOnlyRequest(rights, false));
  const twins = twinsOf(pattern, vmNames);
  const used = new Set([
    ...takenServiceNames(seen.services, ''),
    ...(seen.routes ?? []).flatMap(({ metadata }) => metadata?.name ?? []),
    ...vmNames.map((name) => serviceNameOf(pattern, name)),
  ]);
  const resolved = (vmName: string) => {
    const own = vmNamed(seen, vmName);
    return resolve(
      draftOf(pattern, vmName, seen),
      { ...seen, vms: own ? [own] : [] },
      (Object.hasOwn(runIds, vmName) ? runIds[vmName] : undefined) ?? '',
    );
  };
  const understood = vmNames.map((vmName) => ({ vmName, ...resolved(vmName) }));
  const [first] = understood;
  const plans = understood.map(({ vmName, resolved: one, problems: found, goal }): EachPlan => {
    const twin = twins.get(vmName);
    const refusal = takingEffectRefusal(one, toPlan);
    const problems: EachProblem[] = [
      ...(twin === undefined ? [] : [{ code: 'twin' as const, of: twin }]),
      ...found.filter((problem) => !isCommon(problem)).map(({ code }) => ({ code })),
      ...(refusal ? [{ code: 'timing' as const, refusal }] : []),
    ];
    const isNamed = problems.some(({ code }) => NAME_PROBLEMS.has(code));
    const freeName = isNamed ? serviceNameFor(serviceNameOf(pattern, vmName), used) : undefined;
    if (freeName !== undefined) used.add(freeName);
    const planned = problems.length === 0 ? goal : undefined;
    return {
      vmName,
      draft: one.draft,
      resolved: one,
      problems,
      freeName,
      goal: planned,
      steps: planned ? planExpose(planned, { ...seen, vms: planned.vms.map((vm) => vm.seen) }) : [],
    };
  });
  const model = first ?? resolved(pattern.draft.vmNames[0] ?? '');
  return { plans, common: model.problems.filter(isCommon), model: model.resolved };
}

/** The pattern with a free name for each VM whose name is the problem. */
export function withFreeNames(pattern: EachPattern, plans: readonly EachPlan[]): EachPattern {
  const free = plans.flatMap(({ vmName, freeName }): [string, string][] =>
    freeName === undefined ? [] : [[vmName, freeName]],
  );
  return { ...pattern, ownNames: { ...pattern.ownNames, ...Object.fromEntries(free) } };
}

/** Where the problem of one VM is mended: a name in the first step, all else in the third. */
export const isOfNames = (problem: EachProblem): boolean =>
  problem.code === 'twin' || problem.code === 'route.taken' || isServiceNameProblem(problem.code);

/** The problems of what is common that belong to one step of the wizard. */
export const commonOf = ({ common }: EachPlans, step: 'ports' | 'reach' | 'selection'): readonly DraftProblem[] =>
  common.filter(({ field }) => stepOf(field) === step);
