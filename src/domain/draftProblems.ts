import type { ExposeDraft } from './draft';
import { identitySelector, isIdentitySelector, isJoining, joinedService, takenServiceNames } from './draft';
import { isSetByKubeVirt, labelKeyProblem, labelValueProblem, type LabelProblemCode } from './labels';
import { labelsOf, labelValue, nameOf, type Labels, type Service } from './objects';
import { isOfRun } from './runAnnotation';
import type { Seen } from './seen';
import { livePod, liveVmi, vmNamed } from './seen';
import { serviceNameProblem, type ServiceNameProblemCode } from './serviceName';
import { portProblems, type PortField, type PortProblemCode } from './servicePort';

export type DraftProblemCode =
  | ServiceNameProblemCode
  | PortProblemCode
  | LabelProblemCode
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
export const stepOf = ({ at }: DraftField): DraftStep => (at === 'service-name' || at === 'port' ? 'ports' : 'selection');

function labelProblems({ selection }: ExposeDraft): DraftProblem[] {
  if (selection.by !== 'label') return [];
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
  const nameProblem = isJoining(draft) ? joinProblem(draft, seen) : serviceNameProblem(draft.serviceName, takenServiceNames(seen.services, runId));
  return [
    ...(nameProblem ? [{ code: nameProblem, field: { at: 'service-name' } as const }] : []),
    ...portsProblems(draft, joinedService(draft, seen.services)),
    ...draft.vmNames.filter((name) => !vmNamed(seen, name)).map((name) => ({ code: 'vm.missing' as const, field: { at: 'vm', name } as const })),
    ...labelProblems(draft),
    ...identityProblems(draft, seen, runId).map((code) => ({ code, field: { at: 'selection' } as const })),
  ];
}

/** A Service that is there keeps its named target ports, which cannot be entered here, and may be a headless one without ports. */
function portsProblems({ ports }: ExposeDraft, found: Service | undefined): DraftProblem[] {
  if (found && ports.length === 0 && (found.spec?.ports ?? []).length === 0) return [];
  const kept = new Set((found?.spec?.ports ?? []).map(({ targetPort }) => String(targetPort)));
  return portProblems(ports)
    .filter(({ index, field }) => !(field === 'targetPort' && kept.has(ports[index]?.targetPort ?? '')))
    .map(({ index, field, code }) => ({ code, field: { at: 'port', index, field } }));
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
  if (service.spec?.type === 'ExternalName' || Object.keys(service.spec?.selector ?? {}).length === 0) return 'service.no-selector';
  return draft.vmNames.some(lacks) ? 'service.of-other-vm' : undefined;
}

function identityProblems(draft: ExposeDraft, seen: Seen, runId: string): DraftProblemCode[] {
  if (draft.vmNames.length === 0) return ['vm.none'];
  if (draft.selection.by !== 'vm-identity') return [];
  if (draft.vmNames.length > 1) return ['vm.several-need-label'];
  return vmNamed(seen, draft.vmNames[0] ?? '') && !plannedSelector(draft, seen, runId) ? ['vm.no-identity'] : [];
}

/**
 * The selector that the Service has at the goal; undefined while the draft does not say one. A Service that the run has
 * made already keeps its selector, though the pod that it was read from may be gone for a moment.
 */
export function plannedSelector({ selection, ...draft }: ExposeDraft, seen: Seen, runId: string): Labels | undefined {
  const named = seen.services.find((service) => nameOf(service) === draft.serviceName);
  switch (selection.by) {
    case 'label':
      return Object.fromEntries(selection.labels.map(({ key, value }) => [key, value]));
    case 'service':
      return named?.spec?.selector;
    case 'vm-identity': {
      const vm = vmNamed(seen, draft.vmNames[0] ?? '');
      const made = named && isOfRun(named, runId) ? named : undefined;
      return (vm && liveVmi(vm) && identitySelector(vm)) ?? (isIdentitySelector(made?.spec?.selector) ? made?.spec?.selector : undefined);
    }
  }
}
