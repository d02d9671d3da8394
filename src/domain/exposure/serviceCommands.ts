import { clientCommand, lookUpCommand, targetsOf } from '../cluster-test/clientCommands';
import { traitsOf } from '../k8s/exposedTypes';
import { namespaceOf, nameOf } from '../k8s/objects';
import { livePod } from '../k8s/seen';
import { shellWords } from '../k8s/shellQuote';
import { dnsNames } from '../service/dnsNames';
import { routeState } from '../service/routeUrl';
import { serviceAddresses } from '../service/serviceAddresses';
import type { AddressedService } from './mainAddress';

/** A command for a client, and from where it works. */
export interface ServiceCommand {
  readonly from: 'inside' | 'node' | 'load-balancer' | 'route' | 'look-up';
  readonly line: string;
}

/** The commands by which clients connect, one for each known port and way, and one that looks up the name. */
export function serviceCommands({ service, vms, route, clusterDomain }: AddressedService): ServiceCommand[] {
  const namespace = namespaceOf(service);
  const name = dnsNames(nameOf(service), namespace, clusterDomain)[0]?.name ?? '';
  const { selectsPods, hasNodePorts, hasLoadBalancer } = traitsOf(service);
  const to = (from: ServiceCommand['from'], host: string, isByNodePort = false): ServiceCommand[] =>
    targetsOf(service, host, isByNodePort).flatMap((target) => {
      const line = clientCommand(target);
      return line === undefined ? [] : [{ from, line }];
    });
  // prefer the load balancer's own address
  const nodes = hasNodePorts && !hasLoadBalancer ? vms.flatMap((vm) => livePod(vm)?.status?.hostIP ?? []) : [];
  const balanced = serviceAddresses(service).flatMap(({ origin, text }) => (origin === 'load-balancer' ? text : []));
  const url = route && routeState(route).url;
  const commands = selectsPods
    ? [
        ...(url ? [{ from: 'route', line: shellWords('curl', url) } as const] : []),
        ...balanced.flatMap((host) => to('load-balancer', host)),
        ...nodes.slice(0, 1).flatMap((host) => to('node', host, true)),
        ...to('inside', name),
      ]
    : [];
  return [
    ...new Map(commands.map((command) => [command.line, command])).values(),
    { from: 'look-up', line: lookUpCommand(name, namespace) },
  ];
}
