import type { K8sObject, Service } from './objects';

/** What a Service was given by others than its maker, and what only ever was its own. */
const NOT_CARRIED: ReadonlySet<string> = new Set(['clusterIPs', 'healthCheckNodePort']);
const carried = ({ metadata }: Service, annotations: Readonly<Record<string, string>>): K8sObject['metadata'] => ({
  name: metadata?.name ?? '',
  namespace: metadata?.namespace ?? '',
  ...(metadata?.labels ? { labels: metadata.labels } : {}),
  annotations: { ...metadata?.annotations, ...annotations },
  ...(metadata?.ownerReferences ? { ownerReferences: metadata.ownerReferences } : {}),
});

/** A Service of another spec in place of one that is there: with its name, labels, owners and annotations, and some more of these; null leaves a field out. */
export const serviceManifest = (service: Service, annotations: Readonly<Record<string, string>>, spec: Readonly<Record<string, unknown>>): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: carried(service, annotations),
  spec: Object.fromEntries(Object.entries(spec).filter(([field, value]) => value !== null && !NOT_CARRIED.has(field))),
});

/** The headless Service that takes the place of one that has a cluster IP: the API lets nobody take that away. */
export const headlessReplacement = (found: Service): Service => serviceManifest(found, {}, { ...found.spec, clusterIP: 'None' });
