import { exposedTypeOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { mayHave } from '../k8s/typeFields';
import { portDraftsOf } from '../service/servicePort';
import { SPEC_DEFAULTS } from '../service/serviceOptions';
import { manifest } from './serviceChange';

/** Fields that others choose: a webhook, a colleague. The API server gives all the others, or fixes them. */
const OF_OTHERS = [
  'externalIPs',
  'externalTrafficPolicy',
  'internalTrafficPolicy',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'publishNotReadyAddresses',
  'selector',
  'sessionAffinity',
  'sessionAffinityConfig',
  'trafficDistribution',
] as const;

/** The Service that took the place of another: as a run planned it, and as it is now. */
export interface Successor {
  readonly planned: Service;
  readonly now: Service;
}

type Map = Readonly<Record<string, string>>;
const changedEntries = (now: Map = {}, planned: Map = {}): Map =>
  Object.fromEntries(Object.entries(now).filter(([key, value]) => planned[key] !== value));

/** What of a successor's spec others have set since it was made. */
function fieldsOfOthers({ planned, now }: Successor): Record<string, unknown> {
  const [wanted, held] = [planned.spec ?? {}, now.spec ?? {}] as Record<string, unknown>[];
  return Object.fromEntries(
    OF_OTHERS.map((field): [string, unknown] => [field, held?.[field] ?? null]).filter(([field, value]) => {
      const before = wanted?.[field] ?? SPEC_DEFAULTS[field] ?? null;
      return value !== null && !isSameValue(value, before);
    }),
  );
}

/** Ports that others have added to a successor. */
function portsOfOthers({ planned, now }: Successor) {
  const keysOf = (service: Service) => portDraftsOf(service).map(({ port, protocol }) => `${port}/${protocol}`);
  const known = new Set(keysOf(planned));
  const keys = keysOf(now);
  return (now.spec?.ports ?? []).filter((_, index) => !known.has(keys[index] ?? ''));
}

/**
 * A Service that a run has replaced, as it was, with the address that it had, and with what others have set on its
 * successor meanwhile.
 */
export function restored(replaced: Service, successor?: Successor): Service {
  const type = exposedTypeOf(replaced);
  if (!successor) return manifest(replaced, {}, { ...replaced.spec });
  const { planned, now } = successor;
  const labels = changedEntries(now.metadata?.labels, planned.metadata?.labels);
  const annotations = changedEntries(now.metadata?.annotations, planned.metadata?.annotations);
  const known = replaced.spec?.ports ?? [];
  const added = portsOfOthers(successor).filter(({ port }) => known.every((other) => other.port !== port));
  const ports = [...known, ...added];
  const named =
    ports.length > 1 ? ports.map((port, index) => ({ ...port, name: port.name ?? `port-${index + 1}` })) : ports;
  const carried = {
    ...replaced,
    metadata: {
      ...replaced.metadata,
      ...(Object.keys(labels).length > 0 ? { labels: { ...replaced.metadata?.labels, ...labels } } : {}),
    },
  };
  const theirs = { ...fieldsOfOthers(successor), ...(added.length > 0 ? { ports: named } : {}) };
  const spec = { ...replaced.spec, ...theirs };
  const fitting = Object.fromEntries(Object.entries(theirs).filter(([field]) => mayHave(type, field, spec)));
  const after: Record<string, unknown> = { ...replaced.spec, ...fitting };
  const hasHealthChecks = mayHave(type, 'healthCheckNodePort', after);
  return manifest(carried, annotations, hasHealthChecks ? after : { ...after, healthCheckNodePort: null });
}
