import { nameOf } from '../../../src/domain/k8s/objects';
import { traitsOf } from '../../../src/domain/k8s/exposedTypes';
import { livePod, liveVmi, type SeenVm } from '../../../src/domain/k8s/seen';
import { isPaused } from '../../../src/domain/kubevirt/lifecycle';
import type { Situation } from '../../../src/domain/diagnosis/situation';
import type { Namespaced } from '../cluster/watchedCluster';
import { sharedClient } from '../cluster/sharedClients';
import { CLIENT, NODES } from '../scene';
import { targetOf, type Place, type ServicePort, type Way } from './claims';

/** A way with the ends of the dial that tries it. */
export interface DialledWay extends Way {
  readonly from: string;
  /** `HOST:PORT` */
  readonly address: string;
}

/** Someone who dials inside the cluster. */
interface Client {
  readonly place: Place;
  readonly node: string | undefined;
  readonly from: string;
}

/** Where the nodes are, by the annotation that the local cluster gives them. */
const NODE_ADDRESSES: Readonly<Record<string, string>> = { node1: '198.51.100.11', node2: '198.51.100.12' };

/**
 * All clients inside: own project on one node, another project on the other, the platform's, a guest that runs and
 * can send, and the nodes.
 */
function insideClients(seen: Namespaced, { vm }: Situation): Client[] {
  const own = seen.pods.find((pod) => nameOf(pod) === CLIENT)?.spec?.nodeName;
  const [first, second] = own === NODES[0] ? NODES : [NODES[1], NODES[0]];
  const isAwake = (other: SeenVm): boolean =>
    liveVmi(other)?.status?.phase === 'Running' &&
    !isPaused(other) &&
    !(liveVmi(other)?.status?.interfaces ?? []).some(({ linkState }) => linkState === 'down');
  // what the client's side keeps in is not looked at (K3)
  const isShutIn = seen.networkPolicies.some(({ spec }) => spec?.policyTypes?.includes('Egress'));
  const guests = isShutIn ? [] : seen.vms.filter((other) => nameOf(other.vm) !== nameOf(vm.vm) && isAwake(other));
  const guest = guests.flatMap((other) => livePod(other) ?? [])[0];
  return [
    { place: 'same-namespace', node: own, from: `pod/${seen.name}/${CLIENT}` },
    ...(guest
      ? [{ place: 'same-namespace' as const, node: guest.spec?.nodeName, from: `guest/${seen.name}/${nameOf(guest)}` }]
      : []),
    { place: 'other-namespace', node: second, from: sharedClient('proof-other', second) },
    { place: 'router', node: first, from: sharedClient('openshift-ingress', first) },
    { place: 'platform', node: second, from: sharedClient('openshift-monitoring', second) },
    ...NODES.map((node): Client => ({ place: 'node', node, from: `node/${node}` })),
  ];
}

/** The ways from inside to one port: to the cluster IP, or of a headless Service to the pod itself. */
function waysInside(seen: Namespaced, situation: Situation, port: ServicePort): DialledWay[] {
  const { service, vm } = situation;
  const clients = insideClients(seen, situation);
  if (traitsOf(service).hasClusterIp) {
    const address = `${service.spec?.clusterIP}:${port.port}`;
    return clients.map((client) => ({ ...client, entrance: 'cluster IP', port, address }));
  }
  const [ip, target] = [livePod(vm)?.status?.podIP, targetOf(port, situation)];
  if (!ip || target === undefined) return [];
  // a node asks another DNS server, so that the Service leads it nowhere
  const asking = clients.filter(({ place }) => place !== 'node');
  return asking.map((client) => ({ ...client, entrance: 'pod address', port, address: `${ip}:${target}` }));
}

/** The ways from outside to one port, by each node and by each address of a load balancer. */
function waysFromOutside({ service }: Situation, port: ServicePort): DialledWay[] {
  const outside = { place: 'outside', from: 'outside', port } as const;
  const balancers = (service.status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => ip ?? []);
  return [
    ...NODES.flatMap((node): DialledWay[] =>
      port.nodePort
        ? [{ ...outside, node, entrance: 'node port', address: `${NODE_ADDRESSES[node]}:${port.nodePort}` }]
        : [],
    ),
    ...balancers.map((ip): DialledWay => ({
      ...outside,
      node: undefined,
      entrance: 'load balancer',
      address: `${ip}:${port.port}`,
    })),
  ];
}

/** Every way from every place to every port of the Service that a situation is about. */
export const waysOf = (seen: Namespaced, situation: Situation): DialledWay[] =>
  (situation.service.spec?.ports ?? []).flatMap((port) => [
    ...waysInside(seen, situation, port),
    ...waysFromOutside(situation, port),
  ]);
