import { sessionStore } from '../../cluster/port/sessionStore';
import type { ExposeDraft } from '../../domain/draft/draft';
import { isExposeDraft } from '../../domain/draft/draftForm';
import { keyOfVms } from '../../domain/draft/vmNames';
import { hasFields, isText, type ChecksOf } from '../../domain/draft/form';

interface KeptDraft {
  /** the presets of the page's address: another deep link begins a new draft */
  readonly presets: string;
  readonly draft: ExposeDraft;
}

const hasKeptForm = hasFields({ presets: isText, draft: isExposeDraft } satisfies ChecksOf<KeptDraft>);
const DRAFTS = sessionStore({
  name: 'draft',
  version: 1,
  isValid: (value: unknown): value is KeptDraft => hasKeptForm(value),
});
const keyOf = (namespace: string, vmNames: readonly string[]): string => `${namespace}/${keyOfVms(vmNames)}`;

/** The draft that was being edited for just these VMs under the same presets, so that a reload loses nothing. */
export function readKeptDraft(namespace: string, vmNames: readonly string[], presets: string): ExposeDraft | undefined {
  const kept = DRAFTS.read(keyOf(namespace, vmNames));
  return kept?.presets === presets ? kept.draft : undefined;
}

/**
 * Keeps the draft as it is while it is being edited.
 * @returns false where the tab's storage is full or forbidden: then a reload begins a new draft
 */
export const keepDraft = (presets: string, draft: ExposeDraft): boolean =>
  DRAFTS.keep(keyOf(draft.namespace, draft.vmNames), { presets, draft });

/** Forgets the draft of just these VMs. */
export const forgetDraft = (namespace: string, vmNames: readonly string[]): void =>
  DRAFTS.forget(keyOf(namespace, vmNames));
