import { labelSelection, newDraft, type ExposeDraft, type SelectionDraft } from '../draft/draft';
import { isExposeDraft } from '../draft/draftForm';
import { hasFields, isListOf, isMapOf, isText, type ChecksOf } from '../draft/form';
import { identitySelector } from '../labels/identity';
import { liveVmi, vmNamed, type Seen, type SeenVm } from '../k8s/seen';
import { serviceNameFrom, VM_IN_NAME } from '../service/serviceName';

/** What a person asks for in one run that gives each of several VMs a Service of its own; survives a reload. */
export interface EachPattern {
  /**
   * what all the Services have in common. Its `serviceName` is a pattern in which `{vm}` stands for the VM's name; the
   * blank value of a label stands for the name of the VM's Service
   */
  readonly draft: ExposeDraft;
  /** names that differ from the pattern, by VM */
  readonly ownNames: Readonly<Record<string, string>>;
  /** VMs that are left out */
  readonly skipped: readonly string[];
}

const hasForm = hasFields({
  draft: isExposeDraft,
  ownNames: isMapOf(isText),
  skipped: isListOf(isText),
} satisfies ChecksOf<EachPattern>);

/** True for a pattern with all the fields that this version of the plugin has. */
export const isEachPattern = (value: unknown): value is EachPattern => hasForm(value);

/** The pattern that the wizard opens with: each Service is named like its VM and selects it by KubeVirt's own label. */
export function newEachPattern(seen: Seen, vmNames: readonly string[]): EachPattern {
  const draft = newDraft(seen, vmNames, false);
  return {
    draft: { ...draft, serviceName: VM_IN_NAME, selection: { by: 'vm-identity' } },
    ownNames: {},
    skipped: [],
  };
}

/** The VMs of the run, in order, without those that are left out. */
export const vmsOfPattern = ({ draft, skipped }: EachPattern): string[] =>
  draft.vmNames.filter((name) => !skipped.includes(name));

/** The name that the Service of a VM is to have. */
export const serviceNameOf = ({ draft, ownNames }: EachPattern, vmName: string): string =>
  (Object.hasOwn(ownNames, vmName) ? ownNames[vmName] : undefined) ?? serviceNameFrom(draft.serviceName, vmName);

/** True for a VM that KubeVirt's own label cannot select now: without a pod there is none that carries it. */
export const lacksIdentity = (vm: SeenVm): boolean => !liveVmi(vm) || !identitySelector(vm);

/**
 * How the Service of one VM selects it. A VM that KubeVirt's own label cannot select gets one in its template. Where
 * nothing runs that could be labelled, a label takes effect at the next start.
 */
function selectionFor(
  { draft: { selection } }: EachPattern,
  serviceName: string,
  vm: SeenVm | undefined,
): SelectionDraft {
  if (selection.by === 'service') return selection;
  if (selection.by === 'vm-identity') return vm && lacksIdentity(vm) ? labelSelection(serviceName, false) : selection;
  const labels = selection.labels.map(({ key, value }) => ({ key, value: value === '' ? serviceName : value }));
  const isIdle = vm !== undefined && !liveVmi(vm) && (selection.timing === 'live' || selection.timing === 'pod-only');
  return { ...selection, labels, ...(isIdle ? { timing: 'next-restart' as const } : {}) };
}

/** The ordinary draft of one VM: what the wizard for this VM alone would hold. */
export function draftOf(pattern: EachPattern, vmName: string, seen: Seen): ExposeDraft {
  const serviceName = serviceNameOf(pattern, vmName);
  return {
    ...pattern.draft,
    vmNames: [vmName],
    serviceName,
    selection: selectionFor(pattern, serviceName, vmNamed(seen, vmName)),
  };
}

/** The pattern with another name for the Service of one VM; blank takes the name of the pattern again. */
export function withOwnName(pattern: EachPattern, vmName: string, name: string): EachPattern {
  const others = Object.entries(pattern.ownNames).filter(([other]) => other !== vmName);
  return {
    ...pattern,
    ownNames: Object.fromEntries(name === '' ? others : [...others, [vmName, name]]),
  };
}

/** The pattern without those VMs. */
export const withoutVms = (pattern: EachPattern, vmNames: readonly string[]): EachPattern => ({
  ...pattern,
  skipped: [...new Set([...pattern.skipped, ...vmNames])],
});

/** True when the pattern gives every VM the same name: it holds no `{vm}`. */
export const isSameForAll = ({ draft }: EachPattern): boolean => !draft.serviceName.includes(VM_IN_NAME);
