import { useMemo } from 'react';
import { useNamespaceNetwork } from '../../cluster/watch/useNamespaceNetwork';
import { useOtherPolicies } from '../../cluster/watch/useOtherPolicies';
import type { Goal } from '../../domain/draft/goal';
import { plannedExposure, type PlannedExposure } from '../../domain/exposure/plannedExposure';
import type { Rights } from '../../domain/k8s/rights';
import { unreadKinds } from '../../domain/network/otherPolicies';
import type { Step } from '../../domain/steps/step';

/** What was found, and whether all reads have answered. */
export interface ReviewNotes extends PlannedExposure {
  readonly loaded: boolean;
  /** kinds of policies other than NetworkPolicy that were not read; undefined while it is not known which there are */
  readonly otherKinds: readonly string[] | undefined;
}

/** What Review reports about the planned state, and about controllers that manage the changed objects. */
export function useReviewNotes(goal: Goal, steps: readonly Step[], rights: Rights): ReviewNotes {
  const network = useNamespaceNetwork(goal.draft.namespace);
  const others = useOtherPolicies(goal.draft.namespace, rights.readNetwork);
  return useMemo(
    () => ({
      ...plannedExposure(goal, steps, network),
      loaded: network.loaded,
      otherKinds: unreadKinds(others.policies),
    }),
    [goal, steps, network, others],
  );
}
