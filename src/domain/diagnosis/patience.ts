import type { Service } from '../k8s/objects';
import { livePod } from '../k8s/seen';
import { millisecondsOf } from '../k8s/timestamp';
import type { Situation } from './situation';

/** How long what serves a Service from outside may take, in milliseconds, before something is called wrong. */
export const PATIENCE_MS = 60_000;

/** What of a Service someone has set, as server-side apply notes it. */
interface Managed {
  readonly fieldsV1?: { readonly 'f:spec'?: { readonly 'f:type'?: unknown } };
}

/** When a load balancer can have been asked for: the Service was made, or its type was set, as far as that is noted. */
export const askedForAt = ({ metadata }: Service): readonly (string | undefined)[] => [
  metadata?.creationTimestamp,
  ...(metadata?.managedFields ?? [])
    .filter(({ fieldsV1 }: Managed) => fieldsV1?.['f:spec']?.['f:type'] !== undefined)
    .map(({ time }) => time),
];

/** Since when the pod of a VM is as it is. */
export function podSince({ vm }: Pick<Situation, 'vm'>): number | undefined {
  const pod = livePod(vm);
  const ready = pod?.status?.conditions?.find(({ type }) => type === 'Ready') as
    { lastTransitionTime?: string } | undefined;
  return millisecondsOf(ready?.lastTransitionTime ?? pod?.metadata?.creationTimestamp);
}

/** Milliseconds since 1970 from when on time alone changes nothing any more of what is said of a situation. */
export function settledAt(situation: Pick<Situation, 'service' | 'vm' | 'routes'>): number {
  const { service, routes = [] } = situation;
  const times = [...askedForAt(service), ...routes.map(({ metadata }) => metadata?.creationTimestamp)];
  return Math.max(...times.map((time) => millisecondsOf(time) ?? 0), podSince(situation) ?? 0) + PATIENCE_MS;
}
