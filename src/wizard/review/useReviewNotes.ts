import { useMemo } from 'react';
import { useNamespaceNetwork } from '../../cluster/watch/useNamespaceNetwork';
import type { Goal } from '../../domain/draft/goal';
import { plannedExposure, type PlannedExposure } from '../../domain/exposure/plannedExposure';
import type { Step } from '../../domain/steps/step';

/** What Review says of the state that a plan leads to, and of who else manages the objects that it changes. */
export function useReviewNotes(goal: Goal, steps: readonly Step[]): PlannedExposure {
  const network = useNamespaceNetwork(goal.draft.namespace);
  return useMemo(() => plannedExposure(goal, steps, network), [goal, steps, network]);
}
