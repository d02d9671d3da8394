import { clientCommand, targetsOf } from '../cluster-test/clientCommands';
import { traitsOf } from '../k8s/exposedTypes';
import { namespaceOf, nameOf, type EndpointSlice, type Route, type Service } from '../k8s/objects';
import { livePod, type SeenVm } from '../k8s/seen';
import { shellWords } from '../k8s/shellQuote';
import { dnsNames, vmDnsNames } from '../service/dnsNames';
import { routeState } from '../service/routeUrl';
import { serviceAddresses } from '../service/serviceAddresses';
import { portsAsked, portsServed, type PortText } from './picturePorts';

/** What addresses are made of; lists that are undefined were not read. */
export interface AddressedService {
  readonly service: Service;
  readonly vms: readonly SeenVm[];
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  /** undefined for a Service without a Route of the same run */
  readonly route: Route | undefined;
  readonly clusterDomain: string;
}

/** The one address that a person takes away. */
export interface MainAddress {
  readonly text: string;
  /** true for a URL that a browser opens */
  readonly isUrl: boolean;
  /** the same by number, where there is one */
  readonly or: readonly string[];
  /** a command that connects; undefined where nothing is known to connect with */
  readonly command: string | undefined;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
/** A host with its port where it has only one. */
const hostWithPort = (host: string, ports: readonly PortText[]): string =>
  ports.length === 1 ? `${bracketed(host)}:${(ports[0] ?? '').split('/')[0] ?? ''}` : host;

/** The command for the first port of a Service that there is one for. */
function commandTo(service: Service, host: string, isByNodePort = false): string | undefined {
  const targets = targetsOf(service, host, isByNodePort);
  const known = targets.flatMap((target) => clientCommand(target) ?? [])[0];
  const [first] = targets;
  return known ?? (first && shellWords('nc', '-vz', first.host, String(first.port)));
}

/**
 * The address by which clients reach a Service, by what it is for: the URL of a Route, the address of a load balancer,
 * a node with its port, the VM's own name below a headless Service, else the DNS name. undefined while it is waited
 * for.
 */
export function mainAddress(addressed: AddressedService): MainAddress | undefined {
  const { service, vms, endpointSlices, route, clusterDomain } = addressed;
  const { hasLoadBalancer, hasNodePorts } = traitsOf(service);
  const url = route && routeState(route).url;
  if (url) return { text: url, isUrl: true, or: [], command: shellWords('curl', url) };
  if (hasLoadBalancer) {
    const host = serviceAddresses(service).find(({ origin }) => origin === 'load-balancer')?.text;
    return host === undefined
      ? undefined
      : { text: hostWithPort(host, portsServed(service)), isUrl: false, or: [], command: commandTo(service, host) };
  }
  const node = vms.flatMap((vm) => livePod(vm)?.status?.hostIP ?? [])[0];
  if (hasNodePorts && node !== undefined)
    return {
      text: hostWithPort(node, portsAsked(service, true)),
      isUrl: false,
      or: [],
      command: commandTo(service, node, true),
    };
  const ofVms = vmDnsNames(service, vms, endpointSlices ?? [], clusterDomain);
  const own = dnsNames(nameOf(service), namespaceOf(service), clusterDomain)[0]?.name ?? '';
  const name = vms.length === 1 ? (ofVms[0]?.name ?? own) : own;
  return {
    text: hostWithPort(name, portsAsked(service, false)),
    isUrl: false,
    or: serviceAddresses(service).flatMap(({ origin, text }) => (origin === 'cluster' ? text : [])),
    command: traitsOf(service).selectsPods ? commandTo(service, name) : undefined,
  };
}

/** Nodes with their node ports, for clients that wait for the address of a load balancer. */
export const nodeAddresses = (service: Service, vms: readonly SeenVm[]): string[] => [
  ...new Set(
    vms.flatMap((vm) => {
      const node = livePod(vm)?.status?.hostIP;
      return node ? portsAsked(service, true).map((port) => `${bracketed(node)}:${port.split('/')[0] ?? ''}`) : [];
    }),
  ),
];
