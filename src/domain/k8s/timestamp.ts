import type { ClusterEvent } from './objects';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/**
 * A timestamp of the API server (RFC 3339 in UTC, as `metadata.creationTimestamp`) in milliseconds since 1970;
 * undefined for any other text. `Date.parse` alone would also take local times and what browsers make up.
 */
export function millisecondsOf(text: string | undefined): number | undefined {
  const milliseconds = text !== undefined && RFC_3339.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** When an Event happened last; an Event of events.k8s.io has only the finer `eventTime`. */
const timeOf = ({ lastTimestamp, eventTime }: ClusterEvent): number => millisecondsOf(lastTimestamp ?? eventTime) ?? 0;

/** Events, the newest first; those without a time last. */
export const newestFirst = (events: readonly ClusterEvent[]): ClusterEvent[] =>
  [...events].sort((a, b) => timeOf(b) - timeOf(a));
