import { VM_NAME_KEY } from '../k8s/labelKeys';
import { TYPES, traitsOf } from '../k8s/exposedTypes';
import type { ExposeDraft } from './draft';
import { isAlias, takenServiceNames } from './draft';
import type { ResolvedDraft } from './goal';
import { hostnameProblem, type HostnameProblemCode } from '../service/dnsLabel';
import { isSetByKubeVirt, labelKeyProblem, labelValueProblem, type LabelProblemCode } from '../labels/labels';
import { mayGetFromKubeVirt } from '../labels/podLabelForecast';
import { isBeingDeleted, labelsOf, labelValue, nameOf, type Service } from '../k8s/objects';
import {
  nodePortProblems,
  optionProblems,
  routeProblems,
  type NodePortProblemCode,
  type OptionProblemCode,
  type RouteProblemCode,
} from './optionProblems';
import type { RouteDraft } from '../service/routeDraft';
import { isOfRun } from '../k8s/ownMarks';
import { isRouteAsPlanned } from './plannedRoute';
import { conflictsOf, isAnotherService, type Conflict } from './conflict';
import type { Seen } from '../k8s/seen';
import { livePod, vmNamed } from '../k8s/seen';
import type { ServiceOptions } from '../service/serviceOptions';
import { serviceNameProblem, type ServiceNameProblemCode } from '../service/serviceName';
import { portProblems, type PortField, type PortProblemCode } from '../service/portProblems';
import { isNoChange } from './templateSpec';

export type DraftProblemCode =
  | ServiceNameProblemCode
  | PortProblemCode
  | LabelProblemCode
  | OptionProblemCode
  | RouteProblemCode
  | NodePortProblemCode
  | HostnameProblemCode
  | 'hostname.identity'
  | 'route.taken'
  | 'timing.pod-restart'
  | 'label.duplicate'
  | 'labels.none'
  | 'service.none'
  | 'service.missing'
  | 'service.no-selector'
  | 'service.deleting'
  | 'service.of-other-vm'
  | 'service.changed'
  | 'service.another'
  | 'vm.missing'
  | 'vm.no-identity'
  | 'vm.several-need-label'
  | 'vm.none';

/** Where in the wizard a problem is mended. */
export type DraftField =
  | { readonly at: 'service-name' }
  | { readonly at: 'port'; readonly index: number; readonly field: PortField }
  | { readonly at: 'option'; readonly name: keyof ServiceOptions }
  | { readonly at: 'route'; readonly name: keyof RouteDraft }
  | { readonly at: 'hostname' }
  | { readonly at: 'label'; readonly index: number; readonly field: 'key' | 'value' }
  | { readonly at: 'selection' }
  | { readonly at: 'vm'; readonly name: string };

/** Something the person has to mend before a plan can be made. */
export interface DraftProblem {
  readonly code: DraftProblemCode;
  readonly field: DraftField;
  /** what `service.changed` is about: the person is asked whose value it is to be */
  readonly conflict?: Conflict;
}

/** Wizard steps in order; a problem belongs to one of them. */
export type DraftStep = 'ports' | 'reach' | 'selection';

/** The step in which a problem of that field is mended. */
export function stepOf(field: DraftField): DraftStep {
  switch (field.at) {
    case 'service-name':
      return 'ports';
    case 'port':
      return field.field === 'nodePort' ? 'reach' : 'ports';
    case 'option':
    case 'route':
    case 'hostname':
      return 'reach';
    case 'label':
    case 'selection':
    case 'vm':
      return 'selection';
  }
}

/** True for a problem of something typed or selected in a field, which can point to it. */
export const isOfField = ({ field, conflict }: DraftProblem): boolean =>
  field.at !== 'selection' && field.at !== 'vm' && conflict === undefined;

function labelProblems(draft: ExposeDraft): DraftProblem[] {
  const { selection } = draft;
  if (selection.by !== 'label' || isAlias(draft)) return [];
  if (selection.labels.length === 0) return [{ code: 'labels.none', field: { at: 'selection' } }];
  return selection.labels.flatMap(({ key, value }, index) => {
    const repeated = selection.labels.slice(0, index).some((other) => other.key === key);
    const keyProblem = labelKeyProblem(key) ?? (repeated ? ('label.duplicate' as const) : undefined);
    const valueProblem = labelValueProblem(value);
    return [
      ...(keyProblem ? [{ code: keyProblem, field: { at: 'label', index, field: 'key' } as const }] : []),
      ...(valueProblem ? [{ code: valueProblem, field: { at: 'label', index, field: 'value' } as const }] : []),
    ];
  });
}

/** Everything that keeps a draft from being planned against what was seen, in the order of the wizard. */
export function draftProblems(resolved: ResolvedDraft, seen: Seen): DraftProblem[] {
  const { draft, runId, existingService } = resolved;
  const nameProblem = resolved.usesExistingService
    ? existingServiceProblem(resolved, seen)
    : serviceNameProblem(draft.serviceName, takenServiceNames(seen.services, runId));
  return [
    ...(nameProblem
      ? [{ code: nameProblem, field: { at: 'service-name' } as const }]
      : conflictProblems(resolved, seen)),
    ...(TYPES[draft.type].needsPorts ? portsProblems(draft, existingService) : []),
    ...reachProblems(resolved, seen),
    ...draft.vmNames
      .filter((name) => !vmNamed(seen, name))
      .map((name) => ({ code: 'vm.missing' as const, field: { at: 'vm', name } as const })),
    ...labelProblems(draft),
    ...identityProblems(resolved, seen).map((code) => ({ code, field: { at: 'selection' } as const })),
  ];
}

/** Problems of the type of access and its options. */
function reachProblems(
  { draft, runId, route: planned }: ResolvedDraft,
  { services, routes, nodePortRange }: Seen,
): DraftProblem[] {
  const found = planned && routes?.find((route) => nameOf(route) === draft.serviceName && !isOfRun(route, runId));
  return [
    ...nodePortProblems(draft, services, nodePortRange).map(({ index, code }) => ({
      code,
      field: { at: 'port', index, field: 'nodePort' } as const,
    })),
    ...optionProblems(draft).map(({ name, code }) => ({ code, field: { at: 'option', name } as const })),
    ...routeProblems(draft).map(({ name, code }) => ({ code, field: { at: 'route', name } as const })),
    ...(found && !isRouteAsPlanned(found, planned)
      ? [{ code: 'route.taken', field: { at: 'route', name: 'host' } } as const]
      : []),
    ...hostnameProblems(draft).map((code) => ({ code, field: { at: 'hostname' } as const })),
  ];
}

function hostnameProblems({ type, hostname, vmNames }: ExposeDraft): HostnameProblemCode[] {
  const problem = TYPES[type].namesVms && vmNames.length === 1 ? hostnameProblem(hostname) : undefined;
  return problem ? [problem] : [];
}

/** An existing headless Service can have no ports; every type with an address needs some. */
function portsProblems({ type, ports }: ExposeDraft, found: Service | undefined): DraftProblem[] {
  const isPortless = found && ports.length === 0 && (found.spec?.ports ?? []).length === 0;
  if (isPortless && !TYPES[type].hasClusterIp) return [];
  return portProblems(ports).map(({ index, field, code }) => ({ code, field: { at: 'port', index, field } }));
}

/** Why the VMs cannot be added to the existing Service: labels that only KubeVirt sets cannot be added. */
function existingServiceProblem(
  { draft, existingService, runId }: ResolvedDraft,
  seen: Seen,
): DraftProblemCode | undefined {
  if (draft.serviceName === '') return 'service.none';
  if (!existingService) return 'service.missing';
  if (isBeingDeleted(existingService)) return 'service.deleting';
  const { selector = {} } = existingService.spec ?? {};
  const kept = Object.entries(selector).filter(([key]) => isSetByKubeVirt(key));
  const lacks = (name: string) => {
    const vm = vmNamed(seen, name);
    if (!vm) return false;
    const pod = livePod(vm);
    // a VM that does not run gets its own when it starts
    return kept.some(([key, value]) =>
      pod ? labelValue(labelsOf(pod), key) !== value : !mayGetFromKubeVirt(vm, key, value),
    );
  };
  // an ExternalName names another host, whatever selector it has
  if (!traitsOf(existingService).selectsPods || Object.keys(selector).length === 0) return 'service.no-selector';
  if (draft.vmNames.some(lacks)) return 'service.of-other-vm';
  const isTheirs = seen.services.includes(existingService) && !isOfRun(existingService, runId);
  return isTheirs && isAnotherService(draft, existingService) ? 'service.another' : undefined;
}

/** One problem for each setting of the existing Service that someone else has changed too. */
function conflictProblems({ draft, existingService, runId }: ResolvedDraft, seen: Seen): DraftProblem[] {
  if (!existingService || !seen.services.includes(existingService) || isOfRun(existingService, runId)) return [];
  return conflictsOf(draft, existingService).map((conflict) => ({
    code: 'service.changed',
    field: { at: 'service-name' },
    conflict,
  }));
}

function identityProblems({ draft, vms, selector }: ResolvedDraft, seen: Seen): DraftProblemCode[] {
  if (draft.vmNames.length === 0) return ['vm.none'];
  if (isAlias(draft)) return [];
  // a label that only the pod has is lost with the pod
  const restarts = draft.specTiming === 'restart' && vms.some(({ spec }) => !isNoChange(spec));
  if (draft.selection.by !== 'vm-identity')
    return draft.selection.timing === 'pod-only' && restarts ? ['timing.pod-restart'] : [];
  if (draft.vmNames.length > 1) return ['vm.several-need-label'];
  // KubeVirt before 1.7 marks the pod by its hostname alone
  if (
    TYPES[draft.type].namesVms &&
    draft.hostname !== '' &&
    selector?.[VM_NAME_KEY] !== undefined &&
    selector[VM_NAME_KEY] !== draft.hostname
  )
    return ['hostname.identity'];
  return vmNamed(seen, draft.vmNames[0] ?? '') && !selector ? ['vm.no-identity'] : [];
}
