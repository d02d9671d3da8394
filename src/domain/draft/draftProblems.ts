import { TYPES, traitsOf } from '../k8s/exposedTypes';
import type { ExposeDraft } from './draft';
import { isAlias, isJoining, joinedService, takenServiceNames } from './draft';
import { identitySelector, isIdentitySelector } from '../labels/identity';
import { hostnameProblem, type HostnameProblemCode } from '../service/dnsLabel';
import { isSetByKubeVirt, labelKeyProblem, labelValueProblem, type LabelProblemCode } from '../labels/labels';
import { labelsOf, labelValue, nameOf, type Labels, type Service } from '../k8s/objects';
import {
  nodePortProblems,
  optionProblems,
  routeProblems,
  type NodePortProblemCode,
  type OptionProblemCode,
  type RouteProblemCode,
} from './optionProblems';
import type { RouteDraft } from '../service/routeDraft';
import { isOfRun } from '../k8s/runAnnotation';
import { isRouteAsPlanned, plannedRoute } from './plannedRoute';
import type { Seen, SeenVm } from '../k8s/seen';
import { livePod, liveVmi, vmNamed } from '../k8s/seen';
import type { ServiceOptions } from '../service/serviceOptions';
import { serviceNameProblem, type ServiceNameProblemCode } from '../service/serviceName';
import { portProblems, type PortField, type PortProblemCode } from '../service/servicePort';
import { isNoChange, specChange } from './templateSpec';

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
  | 'service.of-other-vm'
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

/**
 * Everything that keeps a draft from being planned against what was seen, in the order of the wizard.
 * @param runId the run that is going on; objects it made do not count as taken names
 */
export function draftProblems(draft: ExposeDraft, seen: Seen, runId: string): DraftProblem[] {
  const nameProblem = isJoining(draft)
    ? joinProblem(draft, seen)
    : serviceNameProblem(draft.serviceName, takenServiceNames(seen.services, runId));
  return [
    ...(nameProblem ? [{ code: nameProblem, field: { at: 'service-name' } as const }] : []),
    ...(!TYPES[draft.type].needsPorts ? [] : portsProblems(draft, joinedService(draft, seen.services))),
    ...reachProblems(draft, seen, runId),
    ...draft.vmNames
      .filter((name) => !vmNamed(seen, name))
      .map((name) => ({ code: 'vm.missing' as const, field: { at: 'vm', name } as const })),
    ...labelProblems(draft),
    ...identityProblems(draft, seen, runId).map((code) => ({ code, field: { at: 'selection' } as const })),
  ];
}

/** What of the way in which the VMs are reached cannot be. */
function reachProblems(draft: ExposeDraft, { services, routes, nodePortRange }: Seen, runId: string): DraftProblem[] {
  const route = TYPES[draft.type].makesRoute
    ? routes?.find((found) => nameOf(found) === draft.serviceName && !isOfRun(found, runId))
    : undefined;
  return [
    ...nodePortProblems(draft, services, nodePortRange).map(({ index, code }) => ({
      code,
      field: { at: 'port', index, field: 'nodePort' } as const,
    })),
    ...optionProblems(draft).map(({ name, code }) => ({ code, field: { at: 'option', name } as const })),
    ...routeProblems(draft).map(({ name, code }) => ({ code, field: { at: 'route', name } as const })),
    ...(route && !isRouteAsPlanned(route, plannedRoute(draft, runId))
      ? [{ code: 'route.taken', field: { at: 'route', name: 'host' } } as const]
      : []),
    ...hostnameProblems(draft).map((code) => ({ code, field: { at: 'hostname' } as const })),
  ];
}

function hostnameProblems({ type, hostname, vmNames }: ExposeDraft): HostnameProblemCode[] {
  const problem = TYPES[type].namesVms && vmNames.length === 1 ? hostnameProblem(hostname) : undefined;
  return problem ? [problem] : [];
}

/** A Service that is there may be a headless one without ports. */
function portsProblems({ ports }: ExposeDraft, found: Service | undefined): DraftProblem[] {
  if (found && ports.length === 0 && (found.spec?.ports ?? []).length === 0) return [];
  return portProblems(ports).map(({ index, field, code }) => ({ code, field: { at: 'port', index, field } }));
}

/** What keeps the VMs from being added to the Service that was chosen: a label that only KubeVirt gives cannot be joined. */
function joinProblem(draft: ExposeDraft, seen: Seen): DraftProblemCode | undefined {
  if (draft.serviceName === '') return 'service.none';
  const service = joinedService(draft, seen.services);
  if (!service) return 'service.missing';
  const kept = Object.entries(service.spec?.selector ?? {}).filter(([key]) => isSetByKubeVirt(key));
  const lacks = (name: string) => {
    const vm = vmNamed(seen, name);
    const labels = labelsOf(vm && livePod(vm));
    return vm !== undefined && kept.some(([key, value]) => labelValue(labels, key) !== value);
  };
  // an ExternalName leads elsewhere, whatever selector it has
  if (!traitsOf(service).selectsPods || Object.keys(service.spec?.selector ?? {}).length === 0)
    return 'service.no-selector';
  return draft.vmNames.some(lacks) ? 'service.of-other-vm' : undefined;
}

function identityProblems(draft: ExposeDraft, seen: Seen, runId: string): DraftProblemCode[] {
  if (draft.vmNames.length === 0) return ['vm.none'];
  if (isAlias(draft)) return [];
  // a label that is on the pod alone is gone with the pod
  const restarts =
    draft.specTiming === 'restart' && draft.vmNames.some((name) => hasSpecChange(draft, vmNamed(seen, name)));
  if (draft.selection.by !== 'vm-identity')
    return draft.selection.timing === 'pod-only' && restarts ? ['timing.pod-restart'] : [];
  if (draft.vmNames.length > 1) return ['vm.several-need-label'];
  const selector = plannedSelector(draft, seen, runId);
  // KubeVirt before 1.7 marks the pod by its hostname alone
  if (
    TYPES[draft.type].namesVms &&
    draft.hostname !== '' &&
    selector?.['vm.kubevirt.io/name'] !== undefined &&
    selector['vm.kubevirt.io/name'] !== draft.hostname
  )
    return ['hostname.identity'];
  return vmNamed(seen, draft.vmNames[0] ?? '') && !selector ? ['vm.no-identity'] : [];
}

const hasSpecChange = (draft: ExposeDraft, vm: SeenVm | undefined): boolean =>
  vm !== undefined && !isNoChange(specChange(draft, vm.vm));

/**
 * The selector that the Service has at the goal; undefined while the draft does not say one. A Service that the run has
 * made already keeps its selector, though the pod that it was read from may be gone for a moment.
 */
export function plannedSelector(draft: ExposeDraft, seen: Seen, runId: string): Labels | undefined {
  const { selection } = draft;
  if (isAlias(draft)) return {};
  const named = seen.services.find((service) => nameOf(service) === draft.serviceName);
  switch (selection.by) {
    case 'label':
      return Object.fromEntries(selection.labels.map(({ key, value }) => [key, value]));
    case 'service':
      return joinedService(draft, seen.services)?.spec?.selector;
    case 'vm-identity': {
      const vm = vmNamed(seen, draft.vmNames[0] ?? '');
      const made = named && isOfRun(named, runId) ? named : undefined;
      return (
        (vm && liveVmi(vm) && identitySelector(vm)) ??
        (isIdentitySelector(made?.spec?.selector) ? made?.spec?.selector : undefined)
      );
    }
  }
}
