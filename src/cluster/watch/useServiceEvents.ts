import { useMemo } from 'react';
import { namespaceOf, uidOf, type ClusterEvent, type Service } from '../../domain/k8s/objects';
import { newestFirst } from '../../domain/k8s/timestamp';
import type { Failure } from '../../domain/k8s/failure';
import { listOf, useWatched } from './useWatched';

/**
 * Watches the Events about one Service, newest first; what a load balancer's provider does shows there.
 * @param service undefined watches nothing
 */
export function useServiceEvents(service: Service | undefined): {
  readonly events: readonly ClusterEvent[] | undefined;
  readonly failure?: Failure;
} {
  const uid = uidOf(service);
  const watched = useWatched<ClusterEvent[]>(
    service && uid ? { ...listOf('Event', namespaceOf(service)), fieldSelector: `involvedObject.uid=${uid}` } : null,
  );
  return useMemo(() => {
    // what the console keeps of an earlier query is of no other Service
    const events =
      watched.data && newestFirst(watched.data.filter(({ involvedObject }) => involvedObject?.uid === uid));
    return { events, ...(watched.failure ? { failure: watched.failure } : {}) };
  }, [watched, uid]);
}
