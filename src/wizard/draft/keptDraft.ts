import type { ExposeDraft } from '../../domain/draft/draft';
import { keyOfVms } from '../../domain/draft/vmNames';

interface KeptDraft {
  /** the presets of the page's address: another deep link begins anew */
  readonly presets: string;
  readonly draft: ExposeDraft;
}

const keyOf = (namespace: string, vmNames: readonly string[]): string =>
  `expose-vm/draft/${namespace}/${keyOfVms(vmNames)}`;

/** The draft that was being edited for just these VMs under the same presets, so that a reload loses nothing. */
export function readKeptDraft(namespace: string, vmNames: readonly string[], presets: string): ExposeDraft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(namespace, vmNames)) ?? 'null') as KeptDraft | null;
    // one of an older version of this plugin lacks what has been added since
    return kept?.presets === presets && Array.isArray(kept.draft.ports) && 'options' in kept.draft
      ? kept.draft
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft as it is while it is being edited. */
export const keepDraft = (presets: string, draft: ExposeDraft): void =>
  sessionStorage.setItem(keyOf(draft.namespace, draft.vmNames), JSON.stringify({ presets, draft } satisfies KeptDraft));

/** Forgets the draft of just these VMs. */
export const forgetDraft = (namespace: string, vmNames: readonly string[]): void =>
  sessionStorage.removeItem(keyOf(namespace, vmNames));
