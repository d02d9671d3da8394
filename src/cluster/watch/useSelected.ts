import { useMemo } from 'react';
import type { Labels, Pod, VirtualMachine } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { isSameValue } from '../../domain/k8s/sameValue';
import { isValidSelector } from '../../domain/labels/selector';
import { useDebounced } from '../ask/useDebounced';
import { useStable } from '../ask/useStable';
import { listOf, useWatched } from './useWatched';

/** A selector is typed: a query for each letter would be a list and a socket each. */
const QUIET_MILLISECONDS = 400;

/** What a selector meets in a namespace. */
export interface Selected {
  /**
   * pods of whatever kind that carry the labels; undefined while loading, when not asked for, or when they may not be
   * read
   */
  readonly pods: readonly Pod[] | undefined;
  /** all VirtualMachines of the namespace; undefined likewise */
  readonly vms: readonly VirtualMachine[] | undefined;
  readonly podsFailure?: Failure;
  readonly vmsFailure?: Failure;
  /** false while the answers are still those to an older selector, or have not come yet */
  readonly isCurrent: boolean;
}

/**
 * Watches the pods that a selector matches, never all pods, and the VirtualMachines of the namespace. Another selector
 * is asked for when it has not changed for 400 ms; the first one at once. One that is empty or that the API server
 * would refuse is not asked for: then no pods are known.
 * @param selector what the planned Service selects; undefined for a Service that selects nothing: nothing is watched
 */
export function useSelected(namespace: string, selector: Labels | undefined): Selected {
  const wanted = useStable(selector && isValidSelector(selector) ? selector : undefined);
  const matchLabels = useDebounced(wanted, QUIET_MILLISECONDS);
  // without a namespace the page is still being filled: an empty one would mean all of them
  const isAsked = namespace !== '' && selector !== undefined;
  const pods = useWatched<Pod[]>(
    isAsked && matchLabels ? { ...listOf('Pod', namespace), selector: { matchLabels } } : null,
  );
  const vms = useWatched<VirtualMachine[]>(isAsked ? listOf('VirtualMachine', namespace) : null);
  const isCurrent = isSameValue(wanted, matchLabels) && pods.isSettled && vms.isSettled;
  return useMemo(
    () => ({
      pods: pods.data,
      vms: vms.data,
      ...(pods.failure ? { podsFailure: pods.failure } : {}),
      ...(vms.failure ? { vmsFailure: vms.failure } : {}),
      isCurrent,
    }),
    [pods, vms, isCurrent],
  );
}
