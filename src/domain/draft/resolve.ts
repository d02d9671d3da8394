import { isAlias, type ExposeDraft } from './draft';
import { draftProblems, type DraftProblem } from './draftProblems';
import type { Goal, GoalLabels, GoalVm, ResolvedDraft, ServiceGoal } from './goal';
import { plannedRoute } from './plannedRoute';
import { plannedService } from './plannedService';
import { changedFields, needsReplacement, replacement } from './serviceChange';
import { rebased } from './rebased';
import { isRenewedForSpec } from './specTiming';
import { specChange } from './templateSpec';
import { TYPES } from '../k8s/exposedTypes';
import { identitySelector, isIdentitySelector } from '../labels/identity';
import { selects } from '../labels/selector';
import { isSetByKubeVirt } from '../labels/labels';
import { labelsAfterRestart } from '../labels/podLabelForecast';
import { VM_NAME_KEY } from '../k8s/labelKeys';
import { labelsOf, labelValue, nameOf, type Labels, type Service } from '../k8s/objects';
import { withDerived } from '../service/derivedPorts';
import { isOfRun } from '../k8s/ownMarks';
import { livePod, liveVmi, vmNamed, type Seen, type SeenVm } from '../k8s/seen';

/** A draft with what it means, and the goal when nothing is wrong with it. */
export interface Resolution {
  readonly resolved: ResolvedDraft;
  /** everything that the person has to mend, in the order of the wizard */
  readonly problems: readonly DraftProblem[];
  /** undefined while there are problems */
  readonly goal: Goal | undefined;
}

/**
 * Finds out once what a draft means for the cluster as it was seen: which Service, which VMs, what they get. Whatever
 * comes after it takes the result, and reads neither the draft nor the Services again for that.
 * @param runId the run that is going on: what it has created counts as its own, not as taken
 */
export function resolve(asked: ExposeDraft, seen: Seen, runId: string): Resolution {
  const draft = withMade({ ...asked, ports: withDerived(asked.ports) }, seen, runId);
  const usesExistingService = draft.selection.by === 'service';
  const existingService = usesExistingService ? serviceToUse(draft, seen.services) : undefined;
  const onto = existingService && isOfRun(existingService, runId) ? draft.replaces : existingService;
  const current = onto ? rebased(draft, onto) : draft;
  const resolved: ResolvedDraft = {
    runId,
    draft,
    vms: isAlias(draft) ? [] : goalVms(draft, seen),
    usesExistingService,
    existingService,
    replacesExistingService: existingService !== undefined && needsReplacement(current, existingService),
    selector: selectorOf(draft, existingService, seen, runId),
    labels: goalLabels(draft, existingService),
    route: TYPES[draft.type].makesRoute ? plannedRoute(draft, runId, ownerOf(draft, seen)) : undefined,
  };
  const problems = draftProblems(resolved, seen);
  const { selector } = resolved;
  return {
    resolved,
    problems,
    goal:
      problems.length === 0 && selector
        ? { ...resolved, selector, service: serviceGoal({ ...resolved, selector }, current, seen) }
        : undefined,
  };
}

/** The draft of a run whose Service was created without a record of it: as that Service is, the run has made it. */
function withMade(draft: ExposeDraft, { services }: Seen, runId: string): ExposeDraft {
  const made = draft.made ?? services.filter((service) => isOfRun(service, runId));
  return made.length > 0 ? { ...draft, made } : draft;
}

/** The Service of the draft's name, or, between its deletion and its recreation, as it was. */
function serviceToUse({ replaces, serviceName }: ExposeDraft, services: readonly Service[]): Service | undefined {
  const replaced = replaces && nameOf(replaces) === serviceName ? replaces : undefined;
  return services.find((service) => nameOf(service) === serviceName) ?? replaced;
}

const goalVms = (draft: ExposeDraft, seen: Seen): GoalVm[] =>
  draft.vmNames
    .flatMap((name) => vmNamed(seen, name) ?? [])
    .map((found) => ({ seen: found, spec: specChange(draft, found.vm) }));

/** The VM that owns what the draft creates; `ownersOf` decides whether it does. */
const ownerOf = ({ vmNames }: ExposeDraft, seen: Seen) => vmNamed(seen, vmNames[0] ?? '')?.vm;

/**
 * The selector that the Service has at the goal. A Service that the run has created already keeps its selector, though
 * the pod that it was read from is gone for a moment.
 */
function selectorOf(
  draft: ExposeDraft,
  existingService: Service | undefined,
  seen: Seen,
  runId: string,
): Labels | undefined {
  const { selection, serviceName, vmNames } = draft;
  if (isAlias(draft)) return {};
  switch (selection.by) {
    case 'label':
      return Object.fromEntries(selection.labels.map(({ key, value }) => [key, value]));
    case 'service':
      return existingService?.spec?.selector;
    case 'vm-identity': {
      const vm = vmNamed(seen, vmNames[0] ?? '');
      const named = seen.services.find((service) => nameOf(service) === serviceName);
      const made = named && isOfRun(named, runId) ? named.spec?.selector : undefined;
      const after = vm && nameAfterRestart(draft, vm);
      if (after) return after;
      const labels = (vm && liveVmi(vm) && labelsOf(livePod(vm))) ?? {};
      const isKept = isIdentitySelector(made) && (Object.keys(labels).length === 0 || selects(made ?? {}, labels));
      return isKept ? made : vm && liveVmi(vm) && identitySelector(vm);
    }
  }
}

/**
 * The selector of a VM that is known by its hostname alone (KubeVirt before 1.7) and that the draft restarts: its pod
 * has the template's hostname then. Undefined in every other case.
 */
function nameAfterRestart(draft: ExposeDraft, seen: SeenVm): Labels | undefined {
  const spec = specChange(draft, seen.vm);
  const isByName = liveVmi(seen) && labelValue(identitySelector(seen), VM_NAME_KEY) !== undefined;
  if (!isByName || !isRenewedForSpec(draft, { seen, spec })) return undefined;
  return { [VM_NAME_KEY]: labelsAfterRestart(seen.vm, seen.pods, {}, spec.hostname)[VM_NAME_KEY] ?? '' };
}

/**
 * The labels that a run gives to the VMs. What KubeVirt itself keeps on the pod cannot be given. Later ones of the same
 * key win.
 */
function goalLabels(draft: ExposeDraft, existingService: Service | undefined): GoalLabels {
  const { selection } = draft;
  if (isAlias(draft) || selection.by === 'vm-identity') return { change: {}, timing: undefined };
  const { timing } = selection;
  if (selection.by === 'label') {
    const removed = selection.removed.map((key): [string, null] => [key, null]);
    const given = selection.labels.map(({ key, value }): [string, string] => [key, value]);
    return { change: Object.fromEntries([...removed, ...given]), timing };
  }
  const selected = Object.entries(existingService?.spec?.selector ?? {});
  return { change: Object.fromEntries(selected.filter(([key]) => !isSetByKubeVirt(key))), timing };
}

/** What is to be done about the Service, by what there is of it now. */
function serviceGoal(resolved: ResolvedDraft & Pick<Goal, 'selector'>, draft: ExposeDraft, seen: Seen): ServiceGoal {
  const { runId, existingService: found, selector } = resolved;
  if (!found) return { work: 'create', service: plannedService(draft, selector, runId, ownerOf(draft, seen)) };
  // one that the run has created, or has deleted to replace it, is no longer what the draft began with
  if (isOfRun(found, runId) || !seen.services.includes(found))
    return draft.replaces
      ? { work: 'replace', found: undefined, service: replacement(draft, draft.replaces, runId) }
      : { work: 'keep', found };
  if (resolved.replacesExistingService) return { work: 'replace', found, service: replacement(draft, found, runId) };
  return { work: 'change', found, fields: changedFields(draft, found) };
}
