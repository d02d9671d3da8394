import { targetsOf } from './clientCommands';
import { dnsNames, vmDnsNames, type VmDnsName } from '../service/dnsNames';
import { namespaceOf, nameOf, type EndpointSlice, type Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import type { Protocol } from '../service/servicePort';

/** One thing that is tried from inside the cluster. */
export type ClusterTestCheck =
  /** asks DNS for a name; of the Service, or below a headless one the VM's own */
  | { readonly kind: 'dns'; readonly name: string; readonly ofVm?: Pick<VmDnsName, 'vmName' | 'hostname'> }
  /** opens a TCP connection and closes it again */
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** The function of the script that makes a check, and its arguments. */
export const wordsOf = (check: ClusterTestCheck): readonly string[] =>
  check.kind === 'dns' ? ['dns', check.name] : ['tcp', check.host, String(check.port)];

/** What names a check in the script's output, in one line of it. */
export const keyOf = (check: ClusterTestCheck): string => wordsOf(check).join(' ');

/**
 * What can be tried of a Service: all its DNS names, those of the VMs below a headless one, and each TCP port by the
 * full name.
 * @param clusterDomain the cluster's DNS domain, such as `cluster.local`
 */
export function clusterTestChecks(
  service: Service,
  vms: readonly SeenVm[],
  slices: readonly EndpointSlice[],
  clusterDomain: string,
): ClusterTestCheck[] {
  const names = dnsNames(nameOf(service), namespaceOf(service), clusterDomain).map(({ name }) => name);
  const [fullName = ''] = names;
  return [
    ...names.map((name) => ({ kind: 'dns', name }) as const),
    ...vmDnsNames(service, vms, slices, clusterDomain).map(
      ({ name, vmName, hostname }) => ({ kind: 'dns', name, ofVm: { vmName, hostname } }) as const,
    ),
    ...targetsOf(service, fullName).map(({ host, port }) => ({ kind: 'tcp', host, port }) as const),
  ];
}

/**
 * The Service's ports that cannot be tried: without knowing what listens there, silence of UDP and SCTP says nothing.
 */
export const untestedPorts = ({ spec }: Service): { readonly port: number; readonly protocol: Protocol }[] =>
  (spec?.ports ?? []).flatMap(({ port, protocol }) =>
    protocol === 'UDP' || protocol === 'SCTP' ? [{ port, protocol }] : [],
  );
