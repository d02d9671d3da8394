import { useEffect, useMemo, useReducer, useState } from 'react';
import { sessionStore } from '../../cluster/port/sessionStore';
import {
  isEachPattern,
  newEachPattern,
  withOwnName,
  withoutVms,
  type EachPattern,
} from '../../domain/bulk/eachPattern';
import { withFreeNames, type EachPlan } from '../../domain/bulk/planEach';
import { hasFields, isText, type ChecksOf } from '../../domain/draft/form';
import { presetsFrom, withPresets, type IgnoredPreset } from '../../domain/draft/presets';
import { keyOfVms } from '../../domain/draft/vmNames';
import type { Seen } from '../../domain/k8s/seen';
import { useLocation } from '../../host/router';
import { draftReducer, type DraftAction } from '../draft/draftReducer';
import { presetsOf } from '../vms/requestedVms';

/** What a user can do to the pattern of one Service for each VM. */
export type EachAction =
  | { readonly type: 'common'; readonly action: DraftAction }
  /** another name for the Service of one VM; blank takes the one of the pattern again */
  | { readonly type: 'own-name'; readonly vmName: string; readonly name: string }
  /** a free name for each VM whose name is the problem */
  | { readonly type: 'free-names'; readonly plans: readonly EachPlan[] }
  | { readonly type: 'leave-out'; readonly vmNames: readonly string[] }
  | { readonly type: 'take-all' };

/** The pattern after an action. */
function eachReducer(pattern: EachPattern, action: EachAction): EachPattern {
  switch (action.type) {
    case 'common':
      return { ...pattern, draft: draftReducer(pattern.draft, action.action) };
    case 'own-name':
      return withOwnName(pattern, action.vmName, action.name);
    case 'free-names':
      return withFreeNames(pattern, action.plans);
    case 'leave-out':
      return withoutVms(pattern, action.vmNames);
    case 'take-all':
      return { ...pattern, skipped: [] };
  }
}

interface KeptPattern {
  readonly presets: string;
  readonly pattern: EachPattern;
}
const hasKeptForm = hasFields({ presets: isText, pattern: isEachPattern } satisfies ChecksOf<KeptPattern>);
const PATTERNS = sessionStore({
  name: 'each',
  version: 1,
  isValid: (value: unknown): value is KeptPattern => hasKeptForm(value),
});
const keyOf = (namespace: string, vmNames: readonly string[]): string => `${namespace}/${keyOfVms(vmNames)}`;

/** Forgets the pattern of just these VMs. */
export const forgetEachPattern = (namespace: string, vmNames: readonly string[]): void =>
  PATTERNS.forget(keyOf(namespace, vmNames));

/** What a link can say of one Service alone: names, and how it selects. */
const OF_ONE_SERVICE: ReadonlySet<string> = new Set(['name', 'service', 'label']);

/** What of a link's query is of no use for a Service for each VM. */
function ignoredOf(query: string): readonly IgnoredPreset[] {
  const presets = new URLSearchParams(query);
  const ofOne = [...presets].flatMap(([name, value]) => (OF_ONE_SERVICE.has(name) ? [{ name, value }] : []));
  return [...presetsFrom(presets).ignored.filter(({ name }) => !OF_ONE_SERVICE.has(name)), ...ofOne];
}

/** A new pattern with what the link presets for all Services; names stay those of the VMs. */
function presetPattern(seen: Seen, vmNames: readonly string[], query: string): EachPattern {
  const pattern = newEachPattern(seen, vmNames);
  const presets = presetsFrom(new URLSearchParams(query));
  const { serviceName, selection } = pattern.draft;
  return { ...pattern, draft: { ...withPresets(pattern.draft, presets, false, []), serviceName, selection } };
}

/**
 * The pattern of one Service for each of these VMs: the one that was kept over a reload, else a new one.
 * @param seen the cluster when the wizard opens; later changes do not alter what was typed
 */
export function useEachPattern(seen: Seen, vmNames: readonly string[]) {
  const presets = presetsOf(useLocation().search);
  const [first] = useState(seen);
  const key = useMemo(() => keyOf(first.namespace, vmNames), [first, vmNames]);
  const [pattern, dispatch] = useReducer(eachReducer, undefined, () => {
    const kept = PATTERNS.read(key);
    return kept?.presets === presets ? kept.pattern : presetPattern(first, vmNames, presets);
  });
  useEffect(() => {
    PATTERNS.keep(key, { presets, pattern });
  }, [key, presets, pattern]);
  const ignored = useMemo(() => ignoredOf(presets), [presets]);
  return { pattern, dispatch, ignored };
}
