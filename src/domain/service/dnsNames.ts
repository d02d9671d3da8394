import { endpointsOf } from '../k8s/endpoints';
import { hostnameOf, namespaceOf, nameOf, type EndpointSlice, type Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

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

/** A VM's own name below a headless Service. */
export interface VmDnsName {
  readonly vmName: string;
  readonly name: string;
  /** the first part of the name, which the VM's endpoint has as its hostname */
  readonly hostname: string;
  /** true when DNS knows it now: an endpoint has the hostname. Otherwise it comes with the next start of the VM. */
  readonly isThere: boolean;
}

/** The DNS names that a headless Service provides for the VMs whose template names it as subdomain. */
export const vmDnsNames = (
  service: Service,
  vms: readonly SeenVm[],
  slices: readonly EndpointSlice[],
  clusterDomain: string,
): VmDnsName[] =>
  vms
    .filter(({ vm }) => service.spec?.clusterIP === 'None' && vm.spec.template?.spec?.subdomain === nameOf(service))
    .map((seen) => {
      const hostname = hostnameOf(seen.vm);
      return {
        vmName: nameOf(seen.vm),
        hostname,
        name: `${hostname}.${nameOf(service)}.${namespaceOf(service)}.svc.${clusterDomain}`,
        isThere: endpointsOf(service, seen, slices).some((endpoint) => endpoint.hostname === hostname),
      };
    });
