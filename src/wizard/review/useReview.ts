import { useEffect, useMemo } from 'react';
import { useDryRuns } from '../../cluster/run/useDryRuns';
import type { Goal } from '../../domain/draft/goal';
import type { Rights } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { isForbidden } from '../../ui/ServerAnswer';
import { useYaml } from '../../ui/loading/useYaml';
import { useText } from '../../ui/useText';
import { requestText } from './requestText';
import { HELD, type ReviewState } from './reviewState';
import { useReviewNotes } from './useReviewNotes';

interface ReviewInput {
  readonly goal: Goal;
  readonly steps: readonly Step[];
  readonly rights: Rights;
  /** the blockers that the user has accepted, as `blockersKey` names them */
  readonly accepted: string;
  readonly onState: (state: ReviewState) => void;
}

/**
 * All that Review knows of a plan: what was found, what the API server answers, and whether the user may send it; tells
 * the footer whether it may be sent now.
 */
export function useReview({ goal, steps, rights, accepted, onState }: ReviewInput) {
  const t = useText();
  const { answers, askAgain } = useDryRuns(steps);
  const notes = useReviewNotes(goal, steps, rights);
  const isRequest = steps.some((step) => isForbidden(step, rights));
  const { toYaml } = useYaml(isRequest);
  const request = useMemo(
    () => (isRequest && toYaml ? requestText(t, goal, steps, toYaml, window.location.origin) : undefined),
    [t, isRequest, goal, steps, toYaml],
  );
  const blockers = notes.findings.filter(({ grade }) => grade === 'blocking');
  /** names the blockers: others have to be accepted again */
  const blockersKey = blockers.map(({ code, object }) => `${code} ${object.names.join(',')}`).join('; ');
  const isAccepted = blockers.length > 0 && accepted === blockersKey;
  const refused = steps.flatMap((step) => {
    const answer = answers.get(step.id);
    return answer?.accepted === false && !isForbidden(step, rights) ? [{ step, failure: answer.failure }] : [];
  });
  const isHeld = !notes.loaded || refused.length > 0 || (blockers.length > 0 && !isAccepted);
  useEffect(() => {
    onState({ isHeld, request });
    return () => onState(HELD);
  }, [isHeld, request, onState]);
  return { answers, askAgain, notes, isRequest, blockers, blockersKey, isAccepted, refused };
}
