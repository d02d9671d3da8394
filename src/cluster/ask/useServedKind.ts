import { useState } from 'react';
import { useK8sModel, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/**
 * Whether the API server serves a kind; `unknown` until the console has discovered the cluster's API for the first
 * time.
 */
export type ServedKind = 'unknown' | 'served' | 'absent';

/**
 * Whether the cluster has a kind, as the console has discovered it. The console repeats its discovery each minute:
 * while that is under way the last answer stays.
 * @param model of a group: the SDK falls back to any model of that kind, whatever its group, and that is another kind
 */
export function useServedKind({ apiGroup, apiVersion, kind }: K8sModel): ServedKind {
  const [found, isInFlight] = useK8sModel({ ...(apiGroup ? { group: apiGroup } : {}), version: apiVersion, kind });
  const [last, setLast] = useState<ServedKind>('unknown');
  const isServed = found !== undefined && found.apiGroup === apiGroup;
  const next = isServed ? 'served' : isInFlight ? last : 'absent';
  if (next !== last) setLast(next);
  return next;
}
