import type { Labels, Service } from './objects';
import { labelsOf, nameOf } from './objects';
import type { Seen, SeenVm } from './seen';
import { livePod, liveVmi, vmNamed } from './seen';
import type { PortDraft } from './servicePort';
import { serviceNameFor } from './serviceName';
import { isOfRun } from './runAnnotation';

/** Service types the wizard offers. */
export type ExposedType = 'ClusterIP';
export const EXPOSED_TYPES: readonly ExposedType[] = ['ClusterIP'];

/**
 * When a label of the template takes effect. KubeVirt copies template labels to the VMI and the pod only when it creates them.
 * - `live`: template, VMI and pod are labelled together
 * - `restart`: the VM is restarted at the end of the run
 * - `next-restart`: the label waits for a restart that somebody does later
 */
export type LabelTiming = 'live' | 'restart' | 'next-restart';
export const LABEL_TIMINGS: readonly LabelTiming[] = ['live', 'restart', 'next-restart'];

/** One label as the person types it. */
export interface LabelDraft {
  readonly key: string;
  readonly value: string;
}

/** How the Service finds the VM. */
export type SelectionDraft =
  /** by the label that KubeVirt itself puts on the pod; nothing is edited */
  | { readonly by: 'vm-identity' }
  | { readonly by: 'label'; readonly labels: readonly LabelDraft[]; readonly timing: LabelTiming };

/** What a person asks for in the wizard; plain data that survives a reload. */
export interface ExposeDraft {
  readonly namespace: string;
  readonly vmNames: readonly string[];
  readonly serviceName: string;
  readonly type: ExposedType;
  readonly ports: readonly PortDraft[];
  readonly selection: SelectionDraft;
}

/** Labels by which KubeVirt marks one VM's pod, the better one first: the id is made from the VM's name, the name label is its hostname. */
const IDENTITY_KEYS = ['vmi.kubevirt.io/id', 'vm.kubevirt.io/name'] as const;

/**
 * The selector that means just this VM, read off the live pod: an older pod lacks the id label until it is replaced, so
 * neither key nor value is ever assumed from a version (kubevirt/kubevirt#17869). Undefined when there is no live pod.
 */
export function identitySelector(seen: SeenVm): Labels | undefined {
  const labels = labelsOf(livePod(seen));
  const key = IDENTITY_KEYS.find((candidate) => labels[candidate]);
  return key && { [key]: labels[key] ?? '' };
}

/** True when a selector means one VM by a label that KubeVirt itself keeps. */
export const isIdentitySelector = (selector: Labels | undefined): boolean =>
  selector !== undefined && IDENTITY_KEYS.some((key) => Object.keys(selector).join() === key);

/** The labels of a draft as an object; later ones of the same key win. */
export const draftLabels = (selection: SelectionDraft): Labels =>
  selection.by === 'label' ? Object.fromEntries(selection.labels.map(({ key, value }) => [key, value])) : {};

/** Names that Services of the namespace have, those that this run made left out: a retry must find its own name free. */
export const takenServiceNames = (services: readonly Service[], runId: string): Set<string> =>
  new Set(services.filter((service) => !isOfRun(service, runId)).map(nameOf));

/** A new `key=value` whose key is free in the template and which no pod of the cluster is likely to carry by chance. */
export const defaultLabel = (serviceName: string): LabelDraft => ({ key: 'expose-vm/service', value: serviceName });

/** The timing to begin with: live where the VM runs and all three layers may be patched, else later. A restart is never preselected. */
export const defaultTiming = (canLabelLive: boolean): LabelTiming => (canLabelLive ? 'live' : 'next-restart');

/**
 * The draft that the wizard opens with: one port 80, the first VM's own name, just this VM where its pod can be told
 * apart; several VMs have no other label in common than a new one.
 */
export function newDraft(seen: Seen, vmNames: readonly string[], canLabelLive: boolean): ExposeDraft {
  const [vmName = ''] = vmNames;
  const serviceName = serviceNameFor(vmName, takenServiceNames(seen.services, ''));
  const vm = vmNames.length === 1 ? vmNamed(seen, vmName) : undefined;
  const selection: SelectionDraft =
    vm && liveVmi(vm) && identitySelector(vm)
      ? { by: 'vm-identity' }
      : { by: 'label', labels: [defaultLabel(serviceName)], timing: defaultTiming(canLabelLive) };
  return {
    namespace: seen.namespace,
    vmNames,
    serviceName,
    type: 'ClusterIP',
    ports: [{ name: '', port: '80', targetPort: '80', protocol: 'TCP' }],
    selection,
  };
}
