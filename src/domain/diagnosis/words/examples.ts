import { POLICY_SOURCES, type PolicySource } from '../../network/policySource';
import { ruleOf } from '../catalogue';
import type { Finding, RuleCode } from '../finding';
import { LABELS, POD, ROUTE, SERVICE, TARGETS, VM, VMI, type Example } from './exampleObjects';
import { VM_EXAMPLES } from './vmExamples';

const NO_ADDRESSES = { reason: 'AllocationFailed', message: 'no addresses left' };
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
  ...VM_EXAMPLES,
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
  K5: {
    object: POD,
    field: 'metadata.labels',
    facts: {
      policies: [{ kind: 'CiliumNetworkPolicy', resource: 'ciliumnetworkpolicies.cilium.io', names: ['web'] }],
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
  const { grade = 'note', hop = 'client' } = ruleOf(code) ?? {};
  const example: Example<Code> = EXAMPLES[code];
  return { code, grade, hop, ...example };
};
