import { diagnosePlannedService, type PlannedSituation } from '../diagnosis/diagnose';
import type { Finding, NotChecked } from '../diagnosis/finding';
import type { Input } from '../diagnosis/situation';
import type { Goal } from '../draft/goal';
import { withFields } from '../steps/serviceFields';
import { specFields, withSpec } from '../draft/templateSpec';
import type { Failure } from '../k8s/failure';
import { managersOf, type Management } from '../k8s/management';
import { nameOf, type Kind, type ObjectRef, type Service } from '../k8s/objects';
import { targetOf, type Step } from '../steps/step';

/** A check that was not made, with why when a read failed. */
export interface PlannedNotChecked {
  readonly check: NotChecked;
  readonly failure?: Failure | undefined;
}

/** What can be told of a plan before anything is sent. */
export interface PlannedExposure {
  /** of the state after the plan; findings that several VMs share are listed once */
  readonly findings: readonly Finding[];
  readonly notChecked: readonly PlannedNotChecked[];
  /** what the findings of the one VM were found in; undefined before all was read, and for a plan of several VMs */
  readonly situation: PlannedSituation | undefined;
  /** who may undo what a step changes */
  readonly management: readonly { readonly object: Pick<ObjectRef, 'kind' | 'name'>; readonly by: Management }[];
}

/** What was read of the namespace's network, and why some of it could not be. */
export interface PlannedNetwork extends Pick<
  PlannedSituation,
  'networkPolicies' | 'namespaceLabels' | 'primaryNetwork'
> {
  /** false while the reads have not answered */
  readonly loaded: boolean;
  readonly policiesFailure?: Failure;
  readonly namespaceFailure?: Failure;
  readonly networksFailure?: Failure;
}

/** The Service after the plan. */
function serviceAtGoal({ service: goal }: Goal): Service {
  switch (goal.work) {
    case 'create':
    case 'replace':
      return goal.service;
    case 'change':
      return withFields(goal.found, goal.fields);
    case 'keep':
      return goal.found;
  }
}

/** Each finding once: several VMs meet the same policies and the same network. */
const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/**
 * Diagnoses the state after a plan, and names who else manages the objects that it changes.
 * @param steps the plan for the goal
 */
export function plannedExposure(goal: Goal, steps: readonly Step[], network: PlannedNetwork): PlannedExposure {
  const service = serviceAtGoal(goal);
  const changes = (kind: Kind, name: string) =>
    steps.some((step) => step.kind === 'patch' && targetOf(step).kind === kind && targetOf(step).name === name);
  // one that is under way already is awaited without a request
  const renews = (name: string) =>
    steps.some(
      (step) => step.kind === 'await' && step.condition.until === 'vmi-renewed' && step.condition.vmName === name,
    );
  const situations: PlannedSituation[] = network.loaded
    ? goal.vms.map(({ seen, spec }) => ({
        service,
        vm: { ...seen, vm: withSpec(seen.vm, specFields(seen.vm, spec)) },
        restarts: renews(nameOf(seen.vm)),
        ...network,
      }))
    : [];
  const diagnoses = situations.map(diagnosePlannedService);
  const [only, ...others] = situations;
  const failures: Readonly<Partial<Record<Input, Failure | undefined>>> = {
    networkPolicies: network.policiesFailure,
    primaryNetwork: network.networksFailure ?? network.namespaceFailure,
  };
  const managed = (kind: 'VirtualMachine' | 'Service', object: Parameters<typeof managersOf>[0], field: string) =>
    changes(kind, nameOf(object))
      ? managersOf(object, field).map((by) => ({ object: { kind, name: nameOf(object) }, by }))
      : [];
  return {
    findings: once(diagnoses.flatMap(({ findings }) => findings)),
    situation: others.length === 0 ? only : undefined,
    notChecked: diagnoses.flatMap(({ notChecked }) =>
      notChecked.map((check) => ({ check, failure: check.undecidedBy?.map((input) => failures[input]).find(Boolean) })),
    ),
    management: [
      ...goal.vms.flatMap(({ seen: { vm } }) => managed('VirtualMachine', vm, 'spec.template.metadata.labels')),
      ...(goal.service.work === 'change' ? managed('Service', goal.service.found, 'spec.ports') : []),
    ],
  };
}
