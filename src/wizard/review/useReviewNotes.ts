import { useMemo } from 'react';
import { useNamespaceNetwork } from '../../cluster/watch/useNamespaceNetwork';
import { diagnosePlannedService } from '../../domain/diagnosis/diagnose';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Input } from '../../domain/diagnosis/situation';
import type { Failure } from '../../domain/k8s/failure';
import { isAlias, joinedService, type ExposeDraft } from '../../domain/draft/draft';
import { plannedSelector } from '../../domain/draft/draftProblems';
import { managersOf } from '../../domain/k8s/management';
import { nameOf, type Service } from '../../domain/k8s/objects';
import { plannedService } from '../../domain/draft/plannedService';
import type { Seen } from '../../domain/k8s/seen';
import { changedFields, withFields } from '../../domain/draft/serviceChange';
import { createdKind, targetOf, type Step } from '../../domain/steps/step';
import { specChange, specFields, withSpec } from '../../domain/draft/templateSpec';
import type { ReviewNotesProps } from './ReviewNotes';

/** Each finding once: several VMs meet the same policies and the same network. */
const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** What Review says of the state that a plan leads to, and of who else manages the objects that it changes. */
export function useReviewNotes(
  draft: ExposeDraft,
  seen: Seen,
  runId: string,
  steps: readonly Step[],
): ReviewNotesProps {
  const network = useNamespaceNetwork(draft.namespace);
  return useMemo(() => {
    const selector = plannedSelector(draft, seen, runId) ?? {};
    const created = steps.find((step) => step.kind === 'create' && createdKind(step.object) === 'Service');
    const found = joinedService(draft, seen.services);
    const service =
      created?.kind === 'create'
        ? (created.object as Service)
        : found
          ? withFields(found, changedFields(draft, found))
          : plannedService(draft, selector, runId);
    const changes = (kind: string, name: string) =>
      steps.some((step) => step.kind === 'patch' && targetOf(step).kind === kind && targetOf(step).name === name);
    const renews = (name: string) =>
      steps.some((step) => (step.kind === 'restart' || step.kind === 'start') && step.target.name === name);
    // an alias leads to no virtual machine, so nothing about it can be in the way
    const diagnoses =
      network.loaded && !isAlias(draft)
        ? seen.vms.map((vm) =>
            diagnosePlannedService({
              service,
              vm: { ...vm, vm: withSpec(vm.vm, specFields(vm.vm, specChange(draft, vm.vm))) },
              restarts: renews(nameOf(vm.vm)),
              ...network,
            }),
          )
        : [];
    const failures: Readonly<Partial<Record<Input, Failure | undefined>>> = {
      networkPolicies: network.policiesFailure,
      primaryNetwork: network.networksFailure ?? network.namespaceFailure,
    };
    return {
      findings: once(diagnoses.flatMap(({ findings }) => findings)),
      notChecked: diagnoses.flatMap(({ notChecked }) =>
        notChecked.map((check) => ({
          check,
          failure: check.undecidedBy?.map((input) => failures[input]).find(Boolean),
        })),
      ),
      management: [
        ...seen.vms
          .filter(({ vm }) => changes('VirtualMachine', nameOf(vm)))
          .flatMap(({ vm }) =>
            managersOf(vm, 'spec.template.metadata.labels').map((by) => ({
              object: { kind: 'VirtualMachine' as const, name: nameOf(vm) },
              by,
            })),
          ),
        ...seen.services
          .filter((found) => changes('Service', nameOf(found)))
          .flatMap((found) =>
            managersOf(found, 'spec.ports').map((by) => ({
              object: { kind: 'Service' as const, name: nameOf(found) },
              by,
            })),
          ),
      ],
    };
  }, [draft, seen, runId, steps, network]);
}
