import type { ExposeDraft } from '../domain/draft';

interface KeptDraft {
  /** the page's query: another deep link begins anew */
  readonly search: string;
  readonly draft: ExposeDraft;
}

const keyOf = (namespace: string, vmName: string): string => `expose-vm/draft/${namespace}/${vmName}`;

/** The draft that was being edited for this VM under the same query, so that a reload loses nothing. */
export function readKeptDraft(namespace: string, vmName: string, search: string): ExposeDraft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(namespace, vmName)) ?? 'null') as KeptDraft | null;
    return kept?.search === search && Array.isArray(kept.draft.ports) ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

export const keepDraft = (search: string, draft: ExposeDraft): void =>
  sessionStorage.setItem(keyOf(draft.namespace, draft.vmNames[0] ?? ''), JSON.stringify({ search, draft } satisfies KeptDraft));

export const forgetDraft = (namespace: string, vmName: string): void => sessionStorage.removeItem(keyOf(namespace, vmName));
