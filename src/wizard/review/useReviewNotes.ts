import { useMemo } from 'react';
import { useNamespaceNetwork } from '../../cluster/watch/useNamespaceNetwork';
import type { Goal } from '../../domain/draft/goal';
import { plannedExposure, type PlannedExposure } from '../../domain/exposure/plannedExposure';
import type { Step } from '../../domain/steps/step';

/** What Review reports about the planned state, and about controllers that manage the changed objects. */
export function useReviewNotes(goal: Goal, steps: readonly Step[]): PlannedExposure {
  const network = useNamespaceNetwork(goal.draft.namespace);
  return useMemo(() => plannedExposure(goal, steps, network), [goal, steps, network]);
}
