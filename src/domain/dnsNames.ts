/** Where a DNS name of a Service resolves: it depends on the resolver's search list in the asking pod. */
export type DnsScope = 'anywhere-in-cluster' | 'pods-of-any-namespace' | 'pods-of-same-namespace';

export interface DnsName {
  readonly name: string;
  readonly worksFrom: DnsScope;
}

/**
 * The DNS names of a Service, the full one first. The full name is the only one that also works inside guests:
 * a guest's search list is not the pod's.
 * @param clusterDomain the cluster's DNS domain, such as `cluster.local`
 */
export const dnsNames = (service: string, namespace: string, clusterDomain: string): DnsName[] => [
  { name: `${service}.${namespace}.svc.${clusterDomain}`, worksFrom: 'anywhere-in-cluster' },
  { name: `${service}.${namespace}`, worksFrom: 'pods-of-any-namespace' },
  { name: service, worksFrom: 'pods-of-same-namespace' },
];
