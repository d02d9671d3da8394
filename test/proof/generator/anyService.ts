import type { Labels } from '../../../src/domain/k8s/objects';
import { WANTED, type ServiceSpec, type ScenePort } from '../scene';
import type { Chance } from './chance';

/** Ports of which no two collide; a named target is resolved only where the interface lists that name. */
const PORTS: readonly [ScenePort, ...ScenePort[]] = [
  { name: 'web', port: 80, targetPort: 8080 },
  { name: 'same', port: 443 },
  { name: 'ssh', port: 2222, targetPort: 22 },
  { name: 'named', port: 81, targetPort: 'http' },
  { name: 'dns', port: 53, protocol: 'UDP' },
  { name: 'dns-tcp', port: 53, protocol: 'TCP' },
  { name: 'voice', port: 5060, protocol: 'UDP', targetPort: 5000 },
];

/** One to three ports; a single one may have no name. */
function anyPorts(chance: Chance): ScenePort[] {
  const count = chance.weighted([
    [5, 1],
    [3, 2],
    [2, 3],
  ]);
  const first = chance.integer(0, PORTS.length - 1);
  const ports = Array.from({ length: count }, (_, index) => PORTS[(first + index * 2) % PORTS.length] ?? PORTS[0]);
  const [only] = ports;
  if (ports.length > 1 || !only || chance.oneIn(2)) return ports;
  const { name, ...unnamed } = only;
  return name === undefined ? ports : [unnamed];
}

/** By what the Service finds its pods: mostly what the VMs carry, else what none does, or what KubeVirt sets. */
const anySelector = (chance: Chance): Labels | undefined =>
  chance.weighted<Labels | undefined>([
    [30, WANTED],
    [2, { 'vmi.kubevirt.io/id': 'vm1' }],
    [2, { 'vm.kubevirt.io/name': 'vm1' }],
    [1, { ...WANTED, tier: 'front' }],
    [1, { app: 'wbe' }],
    [1, { 'kubevirt.io': 'virt-launcher' }],
    [1, { 'kubevirt.io/domain': 'vm1' }],
    [3, undefined],
  ]);

const anyTrafficPolicy = (chance: Chance, field: string): object =>
  chance.sometimes(4, () => ({ [field]: chance.pick(['Cluster', 'Local', 'Local']) }));

/** The fields that only one type has. */
const OF_TYPE: Readonly<Record<string, (chance: Chance) => object>> = {
  ClusterIP: () => ({}),
  NodePort: (chance) => ({ type: 'NodePort', ...anyTrafficPolicy(chance, 'externalTrafficPolicy') }),
  LoadBalancer: (chance) => ({
    type: 'LoadBalancer',
    ...(chance.oneIn(6) ? {} : { loadBalancerClass: 'expose-vm.test/lb' }),
    ...anyTrafficPolicy(chance, 'externalTrafficPolicy'),
    ...chance.sometimes(6, () => ({ allocateLoadBalancerNodePorts: false })),
    ...chance.sometimes(8, () => ({ loadBalancerSourceRanges: [chance.pick(['198.51.100.0/24', '203.0.113.0/24'])] })),
  }),
  Headless: () => ({ clusterIP: 'None' }),
};

/** A Service of any type, with what else its spec may say. */
export function anyService(chance: Chance): ServiceSpec {
  if (chance.oneIn(30)) return { type: 'ExternalName', externalName: 'db.example.com' };
  const type = chance.weighted([
    [8, 'ClusterIP'],
    [4, 'NodePort'],
    [4, 'LoadBalancer'],
    [3, 'Headless'],
  ]);
  const selector = anySelector(chance);
  return {
    ...(selector ? { selector } : {}),
    ports: anyPorts(chance),
    ...OF_TYPE[type]?.(chance),
    ...(type === 'Headless' ? {} : anyTrafficPolicy(chance, 'internalTrafficPolicy')),
    ...chance.sometimes(6, () => ({ publishNotReadyAddresses: true })),
  };
}
