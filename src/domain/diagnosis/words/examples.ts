import { POLICY_SOURCES, type PolicySource } from '../../network/policySource';
import { ruleOf } from '../catalogue';
import type { Facts, Finding, RuleCode } from '../finding';
import type { FoundObject } from '../rule';

/** What an example says beside what the entry of its code says. */
interface Example<Code extends RuleCode> {
  readonly object: FoundObject;
  readonly field: string;
  readonly facts: Facts[Code];
}

const SERVICE: FoundObject = { kind: 'Service', names: ['backend'] };
const VM: FoundObject = { kind: 'VirtualMachine', names: ['backendvm'] };
const VMI: FoundObject = { kind: 'VirtualMachineInstance', names: ['backendvm'] };
const POD: FoundObject = { kind: 'Pod', names: ['virt-launcher-backendvm-abcde'] };
const SLICE: FoundObject = { kind: 'EndpointSlice', names: ['backend-xyz12'] };
const ROUTE: FoundObject = { kind: 'Route', names: ['backend'] };
const NETWORK: FoundObject = { kind: 'NetworkAttachmentDefinition', names: ['udn'] };
const LABELS = { wanted: { tier: 'backend' }, held: { tier: null } };
const NO_ADDRESSES = { reason: 'AllocationFailed', message: 'no addresses left' };
const TARGETS = [{ target: 8080, protocol: 'TCP' }];
const ALL_BLOCKED = Object.fromEntries(POLICY_SOURCES.map((source) => [source, 'blocked'])) as Record<
  PolicySource,
  'blocked'
>;

/** One finding of each code, as docs/diagnosis.md words it. */
const EXAMPLES: { readonly [Code in RuleCode]: Example<Code> } = {
  S1: { object: SERVICE, field: 'spec.selector', facts: {} },
  S2: {
    object: SERVICE,
    field: 'spec.externalName',
    facts: { externalName: 'db.example.com', isAddress: false, ignored: {} },
  },
  S3: { object: POD, field: 'metadata.labels', facts: LABELS },
  S4: { object: POD, field: 'metadata.labels', facts: LABELS },
  S5: { object: POD, field: 'metadata.labels', facts: LABELS },
  S6: { object: POD, field: 'metadata.labels', facts: LABELS },
  S7: { object: VM, field: 'spec.template.metadata.labels', facts: LABELS },
  S8: { object: VMI, field: 'metadata.labels', facts: LABELS },
  S9: {
    object: POD,
    field: 'metadata.labels',
    facts: { wanted: { 'vm.kubevirt.io/name': 'backendvm' }, held: { 'vm.kubevirt.io/name': 'guest' } },
  },
  S10: {
    object: POD,
    field: 'metadata.labels',
    facts: { wanted: { 'vmi.kubevirt.io/id': 'backendvm' }, held: { 'vmi.kubevirt.io/id': null } },
  },
  S11: { object: SERVICE, field: 'spec.selector', facts: { changing: { 'kubevirt.io/nodeName': 'node1' } } },
  S12: {
    object: SERVICE,
    field: 'spec.selector',
    facts: {
      others: [
        { kind: 'Pod', name: 'nginx' },
        { kind: 'VirtualMachine', name: 'clone' },
      ],
      vm: 'backendvm',
    },
  },
  S13: { object: SERVICE, field: 'metadata.namespace', facts: { serviceNamespace: 'other', vmNamespace: 'prod2' } },
  S14: { object: SERVICE, field: 'spec.selector', facts: { reserved: { 'kubevirt.io/domain': 'backendvm' } } },
  S15: {
    object: POD,
    field: 'metadata.labels',
    facts: { wanted: { 'vm.kubevirt.io/name': 'other' }, held: { 'vm.kubevirt.io/name': 'backendvm' } },
  },
  S16: {
    object: SERVICE,
    field: 'metadata.deletionTimestamp',
    facts: { finalizers: ['service.kubernetes.io/load-balancer-cleanup'] },
  },
  S17: {
    object: SERVICE,
    field: 'metadata.labels[service.kubernetes.io/service-proxy-name]',
    facts: { proxy: 'another' },
  },
  S18: { object: SERVICE, field: 'spec.internalTrafficPolicy', facts: { node: 'node1' } },
  S19: {
    object: SERVICE,
    field: 'status.conditions[LoadBalancerPortsError]',
    facts: {
      type: 'LoadBalancerPortsError',
      reason: 'LoadBalancerMixedProtocolNotSupported',
      message: 'mixed protocols are not supported',
    },
  },
  V1: { object: VM, field: 'status.printableStatus', facts: { printableStatus: 'Stopped' } },
  V2: {
    object: VM,
    field: 'status.printableStatus',
    facts: { printableStatus: 'ErrorUnschedulable', message: '0/3 nodes are available' },
  },
  V3: { object: VMI, field: 'status.phase', facts: { phase: 'Scheduling' } },
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
  L1: {
    object: SERVICE,
    field: 'status.loadBalancer.ingress',
    facts: { warning: NO_ADDRESSES, wereEventsRead: true, isNew: false, hasNodePorts: true },
  },
  L2: { object: SERVICE, field: 'status.loadBalancer.ingress[].hostname', facts: { hostnames: ['lb.example.com'] } },
  L3: { object: SERVICE, field: 'spec.externalTrafficPolicy', facts: { node: 'node1' } },
  L4: { object: SERVICE, field: 'spec.loadBalancerSourceRanges', facts: { ranges: ['198.51.100.0/24'] } },
  L5: { object: SERVICE, field: 'spec.loadBalancerClass', facts: { loadBalancerClass: 'example.com/bgp' } },
  L6: {
    object: SERVICE,
    field: 'status.loadBalancer.ingress[].ports[].error',
    facts: { ports: [{ port: 554, protocol: 'UDP', error: 'example.com/MixedProtocols' }] },
  },
  L7: { object: SERVICE, field: 'spec.allocateLoadBalancerNodePorts', facts: {} },
  O1: {
    object: SERVICE,
    field: 'spec.ports[].nodePort',
    facts: { nodePorts: [30080], hostIP: '198.51.100.11', isLocal: false },
  },
  O2: {
    object: { kind: 'ResourceQuota', names: ['few'] },
    field: 'spec.hard',
    facts: { usedUp: ['services.nodeports'] },
  },
  R1: { object: ROUTE, field: 'spec.port.targetPort', facts: { asked: 9999, available: ['http'] } },
  R2: {
    object: ROUTE,
    field: 'status.ingress[].conditions[Admitted]',
    facts: {
      reason: 'HostAlreadyClaimed',
      message: 'route shop already exposes the host',
      router: 'default',
      admittedBy: [],
    },
  },
  R3: { object: ROUTE, field: 'spec.port.targetPort', facts: { port: 22 } },
  R4: { object: ROUTE, field: 'spec.tls.termination', facts: { termination: 'edge', port: 443 } },
  R5: { object: ROUTE, field: 'spec.to', facts: { service: 'headless' } },
  R6: { object: ROUTE, field: 'spec.port.targetPort', facts: { ports: ['http', 'ssh'] } },
  R7: {
    object: ROUTE,
    field: 'spec.to.weight, spec.alternateBackends[].weight',
    facts: { others: [{ kind: 'Service', name: 'green', weight: 100 }] },
  },
  R8: { object: ROUTE, field: 'status.ingress', facts: { isNew: false } },
  R9: { object: ROUTE, field: 'spec.tls.destinationCACertificate', facts: {} },
  R10: {
    object: ROUTE,
    field: 'metadata.annotations',
    facts: { annotation: 'haproxy.router.openshift.io/ip_allowlist', ranges: '198.51.100.0/24' },
  },
  R11: { object: ROUTE, field: 'spec.sessionAffinity', facts: {} },
  R12: { object: ROUTE, field: 'spec.port.targetPort', facts: { ports: ['53'] } },
  K1: {
    object: { kind: 'NetworkPolicy', names: ['deny-all'] },
    field: 'spec.ingress',
    facts: {
      isForNobody: true,
      ports: [{ port: 8080, protocol: 'TCP' }],
      admissions: [
        {
          port: { port: 8080, protocol: 'TCP' },
          policies: ['deny-all'],
          sources: ALL_BLOCKED,
        },
      ],
    },
  },
  K4: {
    object: SERVICE,
    field: 'spec.externalTrafficPolicy',
    facts: { blocks: ['198.51.100.0/24'], policies: ['allow-office'] },
  },
  G1: { object: VMI, field: '', facts: { targets: TARGETS } },
  A1: {
    object: SERVICE,
    field: 'metadata.ownerReferences',
    facts: { owner: { kind: 'VirtualMachineInstance', name: 'backendvm' }, vm: 'backendvm' },
  },
  A2: {
    object: VM,
    field: 'spec.template.metadata.labels',
    facts: { tool: 'argo-cd', ownerKind: 'Application', name: 'shop' },
  },
  A3: { object: POD, field: '', facts: { codes: ['S4', 'V7'], rights: ['restartVm'] } },
};

/** An example of what is found under a code, with the grade and the hop of its entry. */
export const exampleOf = <Code extends RuleCode>(code: Code): Finding<Code> => {
  const { grade = 'info', hop = 'client' } = ruleOf(code) ?? {};
  const example: Example<Code> = EXAMPLES[code];
  return { code, grade, hop, ...example };
};
