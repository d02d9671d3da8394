import { useEffect, useMemo, useReducer, useState } from 'react';
import { newDraft } from '../../domain/draft/draft';
import { presetsFrom, usablePresets, withPresets } from '../../domain/draft/presets';
import type { Seen } from '../../domain/k8s/seen';
import { useLocation } from '../../host/router';
import { presetsOf } from '../vms/requestedVms';
import { draftReducer } from './draftReducer';
import { keepDraft, readKeptDraft } from './keptDraft';

/**
 * The draft of one or several VMs: the one that was kept over a reload, else a new one with the deep link's presets.
 * @param seen the cluster when the wizard opens; later changes do not alter what was typed
 * @param isNew true when what was kept is over and done with
 */
export function useDraft(seen: Seen, vmNames: readonly string[], canLabelLive: boolean, isNew = false) {
  const { search } = useLocation();
  const presetQuery = presetsOf(search);
  // later changes do not alter which presets of the link were usable
  const [services] = useState(seen.services);
  const presets = useMemo(
    () => usablePresets(presetsFrom(new URLSearchParams(presetQuery)), services),
    [presetQuery, services],
  );
  const [draft, dispatch] = useReducer(draftReducer, undefined, () => {
    const kept = isNew ? undefined : readKeptDraft(seen.namespace, vmNames, presetQuery);
    return kept ?? withPresets(newDraft(seen, vmNames, canLabelLive), presets, canLabelLive, services);
  });
  useEffect(() => {
    keepDraft(presetQuery, draft);
  }, [presetQuery, draft]);
  return { draft, dispatch, ignored: presets.ignored };
}
