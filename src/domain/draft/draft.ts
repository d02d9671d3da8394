import type { LabelTiming } from '../labels/timing';
import { IDENTITY_KEYS, identitySelector } from '../labels/identity';
import type { Service } from '../k8s/objects';
import { nameOf } from '../k8s/objects';
import type { Seen, SeenVm } from '../k8s/seen';
import { liveVmi, vmNamed } from '../k8s/seen';
import { firstPort } from '../service/suggestedPorts';
import { portDraftsOf } from '../service/servicePort';
import { NEW_ROUTE, type RouteDraft } from '../service/routeDraft';
import { TYPES, exposedTypeOf, type ExposedType } from '../k8s/exposedTypes';
import { NO_OPTIONS, optionsOf, type ServiceOptions } from '../service/serviceOptions';
import type { PortDraft } from '../service/servicePort';
import { serviceNameFor } from '../service/serviceName';
import { isOfRun, SERVICE_LABEL } from '../k8s/ownMarks';

/** One label as the person types it. */
export interface LabelDraft {
  readonly key: string;
  readonly value: string;
}

/** How the Service selects the VMs. */
export type SelectionDraft =
  /** by the label that KubeVirt itself puts on the pod; nothing is edited */
  | { readonly by: 'vm-identity' }
  /** by template labels; `removed` are keys that the run takes out of the template */
  | {
      readonly by: 'label';
      readonly labels: readonly LabelDraft[];
      readonly removed: readonly string[];
      readonly timing: LabelTiming;
    }
  /** an existing Service: the VMs get the labels that it selects */
  | { readonly by: 'service'; readonly timing: LabelTiming };

/** What a person asks for in the wizard; plain data that survives a reload. */
export interface ExposeDraft {
  readonly namespace: string;
  readonly vmNames: readonly string[];
  readonly serviceName: string;
  readonly type: ExposedType;
  readonly ports: readonly PortDraft[];
  readonly options: ServiceOptions;
  readonly route: RouteDraft;
  /** true: target ports that the interface's `ports` list does not let through are added to it, in the VM's template */
  readonly opensPorts: boolean;
  readonly selection: SelectionDraft;
  /** `hostname` of a headless Service's one VM, the first part of its DNS name; empty: not changed */
  readonly hostname: string;
  /** when a change of the template's spec takes effect */
  readonly specTiming: SpecTiming;
  /** the existing Service as it was when the draft was opened on it: what the draft leaves so is not sent */
  readonly opened?: Service | undefined;
  /** every value that the run has planned so far for a field of the existing Service's spec */
  readonly given?: Readonly<Record<string, readonly unknown[]>>;
  /** every Service that the run has planned to create so far; what the real one has beyond them is others' */
  readonly made?: readonly Service[];
  /** the Service as it was before the run deletes and recreates it, because the API does not allow the change */
  readonly replaces?: Service;
}

/**
 * Unlike a label, what stands in the template's spec (`subdomain`, an interface's `ports`) takes effect at a start
 * alone.
 */
export type SpecTiming = 'restart' | 'next-restart';

/** True for an ExternalName draft: an alias of an outside name selects no pods. */
export const isAlias = ({ type }: ExposeDraft): boolean => !TYPES[type].selectsPods;

/**
 * Names that Services of the namespace have, those that this run made left out: a retry must find its own name free.
 */
export const takenServiceNames = (services: readonly Service[], runId: string): Set<string> =>
  new Set(services.filter((service) => !isOfRun(service, runId)).map(nameOf));

/** A new `key=value` whose key is free in the template and which no pod of the cluster is likely to carry by chance. */
export const defaultLabel = (serviceName: string): LabelDraft => ({ key: SERVICE_LABEL, value: serviceName });

/**
 * The timing to begin with: live where the VM runs and all three layers may be patched, else later. A restart is never
 * preselected.
 */
export const defaultTiming = (canLabelLive: boolean): LabelTiming => (canLabelLive ? 'live' : 'next-restart');

/** The selection by a label that the wizard proposes. */
export const labelSelection = (
  serviceName: string,
  canLabelLive: boolean,
): Extract<SelectionDraft, { by: 'label' }> => ({
  by: 'label',
  labels: [defaultLabel(serviceName)],
  removed: [],
  timing: defaultTiming(canLabelLive),
});

/** The draft with the VMs added to an existing Service, its name and ports as they are. */
export const withExistingService = (draft: ExposeDraft, service: Service, timing: LabelTiming): ExposeDraft => ({
  ...draft,
  serviceName: nameOf(service),
  type: exposedTypeOf(service),
  ports: portDraftsOf(service),
  options: optionsOf(service),
  selection: { by: 'service', timing },
  opened: service,
});

/** Why the wizard proposes one way of selecting, worded in `ui/`. */
export type SelectionReason = 'identity' | 'identity-by-hostname' | 'several' | 'no-pod';

/** The better way to select these VMs, and why: just this VM where its pod can be told apart, else by a label. */
export function selectionReason(vms: readonly SeenVm[]): SelectionReason {
  const [vm, ...others] = vms;
  if (others.length > 0) return 'several';
  const selector = vm && liveVmi(vm) && identitySelector(vm);
  if (!selector) return 'no-pod';
  return Object.hasOwn(selector, IDENTITY_KEYS[0]) ? 'identity' : 'identity-by-hostname';
}

/**
 * The draft that the wizard opens with: one port, the first VM's name, just this VM where its pod can be told apart.
 */
export function newDraft(seen: Seen, vmNames: readonly string[], canLabelLive: boolean): ExposeDraft {
  const serviceName = serviceNameFor(vmNames[0] ?? '', takenServiceNames(seen.services, ''));
  const vms = vmNames.flatMap((name) => vmNamed(seen, name) ?? []);
  const reason = selectionReason(vms);
  const isByIdentity = vmNames.length === 1 && (reason === 'identity' || reason === 'identity-by-hostname');
  return {
    namespace: seen.namespace,
    vmNames,
    serviceName,
    type: 'ClusterIP',
    ports: [firstPort(vms)],
    options: NO_OPTIONS,
    route: NEW_ROUTE,
    opensPorts: false,
    hostname: '',
    specTiming: 'next-restart',
    selection: isByIdentity ? { by: 'vm-identity' } : labelSelection(serviceName, canLabelLive),
  };
}
