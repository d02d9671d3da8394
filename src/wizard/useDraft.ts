import { useEffect, useMemo, useReducer } from 'react';
import { newDraft } from '../domain/draft';
import { presetsFrom, withPresets, type IgnoredPreset } from '../domain/presets';
import type { Seen } from '../domain/seen';
import { useLocation } from '../host/router';
import { draftReducer } from './draftReducer';
import { keepDraft, readKeptDraft } from './keptDraft';

/**
 * The draft of one VM: the one kept from before a reload, else a new one with the deep link's presets.
 * @param seen the cluster as it is when the wizard opens; later looks do not change what was typed
 */
export function useDraft(seen: Seen, vmName: string, canLabelLive: boolean) {
  const { search } = useLocation();
  const presets = useMemo(() => presetsFrom(new URLSearchParams(search)), [search]);
  const [draft, dispatch] = useReducer(draftReducer, undefined, () => {
    const kept = readKeptDraft(seen.namespace, vmName, search);
    return kept ?? withPresets(newDraft(seen, vmName, canLabelLive), presets, canLabelLive);
  });
  useEffect(() => keepDraft(search, draft), [search, draft]);
  const ignored: readonly IgnoredPreset[] = presets.ignored;
  return { draft, dispatch, ignored };
}
