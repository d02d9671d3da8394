import type { CodeOf } from '../finding';
import { NETWORK, POD, SERVICE, SLICE, TARGETS, VM, VMI, type Example } from './exampleObjects';

/** What is found of the VM itself and of the way to it: families V, P, E, N, U and H. */
export type VmCode =
  CodeOf<'vm'> | CodeOf<'pod'> | CodeOf<'endpoint'> | CodeOf<'nic'> | CodeOf<'udn'> | CodeOf<'headless'>;

/** One finding of each of these codes. */
export const VM_EXAMPLES: { readonly [Code in VmCode]: Example<Code> } = {
  V1: { object: VM, field: 'status.printableStatus', facts: { printableStatus: 'Stopped' } },
  V2: {
    object: VM,
    field: 'status.printableStatus',
    facts: { printableStatus: 'ErrorUnschedulable', message: '0/3 nodes are available' },
  },
  V3: { object: VMI, field: 'status.phase', facts: { phase: 'Scheduling', isStopping: false } },
  V4: { object: VMI, field: 'status.conditions[Paused]', facts: { reason: 'PausedByUser' } },
  V5: { object: VMI, field: 'status.phase', facts: { phase: 'Failed' } },
  V6: { object: VMI, field: 'status.migrationState', facts: { targetNode: 'node2' } },
  V7: { object: VMI, field: 'metadata.labels', facts: { pending: { tier: 'backend' } } },
  P1: { object: POD, field: 'status.conditions[Ready]', facts: { status: 'False', reason: 'ContainersNotReady' } },
  P2: { object: { kind: 'Pod', names: [] }, field: 'status.podIPs', facts: {} },
  P3: { object: VMI, field: 'spec.readinessProbe', facts: { probe: 'httpGet' } },
  E1: { object: SLICE, field: 'endpoints', facts: { pod: 'virt-launcher-backendvm-abcde', isFresh: false } },
  E2: { object: SLICE, field: 'endpoints[].conditions.ready', facts: {} },
  E3: {
    object: SLICE,
    field: 'ports',
    facts: { isHeadless: false, present: [{ name: 'ssh', port: 22 }], missing: [{ port: 80, target: 'http' }] },
  },
  E4: { object: SLICE, field: 'endpoints[].addresses', facts: { foreign: ['192.0.2.7'], own: ['10.8.0.12'] } },
  E5: { object: VMI, field: 'status.interfaces[].ipAddress', facts: { isFromAgent: false } },
  E6: { object: POD, field: 'status.podIPs', facts: { podFamilies: ['IPv4'], missing: ['IPv6'] } },
  E7: {
    object: SLICE,
    field: 'metadata.labels[endpointslice.kubernetes.io/managed-by]',
    facts: { managedBy: '' },
  },
  E8: { object: SLICE, field: 'endpoints[].addresses', facts: { addresses: ['10.8.0.99'] } },
  N1: { object: VMI, field: 'spec.networks', facts: { networks: ['lan'] } },
  N2: {
    object: VMI,
    field: 'spec.domain.devices.interfaces[default].ports',
    facts: { plugin: '', listed: '22/TCP', missing: TARGETS },
  },
  N3: {
    object: VMI,
    field: 'spec.domain.devices.interfaces[default].ports',
    facts: { listed: '22/TCP', wanted: '22/TCP, 8080/TCP' },
  },
  N4: { object: VMI, field: 'status.interfaces[default].linkState', facts: { state: 'down' } },
  N5: { object: VMI, field: 'spec.domain.devices.interfaces[default]', facts: {} },
  N6: { object: SERVICE, field: 'spec.ports[].protocol', facts: { ports: [5060] } },
  N7: { object: SERVICE, field: 'spec.ports[].targetPort', facts: { targets: [15021] } },
  N8: {
    object: VMI,
    field: 'status.interfaces[].ipAddress',
    facts: { secondary: ['192.168.1.5'], podAddress: '10.8.0.12' },
  },
  N9: { object: POD, field: 'metadata.labels[istio.io/dataplane-mode]', facts: { by: 'pod' } },
  N10: { object: VMI, field: 'status.interfaces[].ipAddress', facts: { addresses: ['169.254.113.7'] } },
  U1: { object: NETWORK, field: 'spec.config', facts: { proof: 'network', topology: 'layer2' } },
  U2: { object: SLICE, field: 'metadata.labels[k8s.ovn.org/service-name]', facts: { service: 'backend' } },
  U3: { object: SERVICE, field: 'spec.type', facts: {} },
  U4: { object: SLICE, field: 'metadata.labels[endpointslice.kubernetes.io/managed-by]', facts: {} },
  U5: { object: SERVICE, field: 'spec.clusterIP', facts: {} },
  U6: { object: NETWORK, field: 'spec.config topology', facts: {} },
  U7: { object: SERVICE, field: 'spec.ports[].nodePort', facts: { nodePorts: [30080], node: 'node1' } },
  H1: {
    object: VM,
    field: 'spec.template.spec.subdomain',
    facts: { subdomain: 'other', service: 'backend', isNamedElsewhere: false },
  },
  H2: { object: POD, field: 'spec.subdomain', facts: { subdomain: '', service: 'backend' } },
  H3: { object: SLICE, field: 'endpoints[].hostname', facts: { hostname: 'backendvm' } },
  H4: { object: SERVICE, field: 'spec.clusterIP', facts: { problem: 'not-headless', clusterIP: '172.30.0.9' } },
  H5: { object: SERVICE, field: 'spec.publishNotReadyAddresses', facts: {} },
  H6: { object: POD, field: 'spec.hostname', facts: { hostname: 'backendvm', pods: ['virt-launcher-clone-fghij'] } },
  H7: { object: SERVICE, field: 'spec.ports[].targetPort', facts: { ports: [{ port: 80, target: 8080 }] } },
};
