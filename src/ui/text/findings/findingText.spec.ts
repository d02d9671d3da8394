import { t } from '../../../../test/components/texts';
import { ALL_RULES } from '../../../domain/diagnosis/catalogue';
import type { Facts, Finding, RuleCode } from '../../../domain/diagnosis/finding';
import { exampleOf } from '../../../domain/diagnosis/words/examples';
import { cautionText, findingText, particularsOf } from './findingText';

/**
 * The particulars that the sentence of a code says of its example, and what is shown beside it as actual and needed.
 */
const SAID: Readonly<Record<RuleCode, readonly [said: readonly string[], actual: string, needed: string]>> = {
  S1: [[], '', ''],
  S2: [['db.example.com'], 'db.example.com', ''],
  S3: [['tier=backend'], 'tier absent', 'tier=backend'],
  S4: [['tier=backend'], 'tier absent', 'tier=backend'],
  S5: [['tier=backend', 'template'], 'tier absent', 'tier=backend'],
  S6: [['tier=backend'], 'tier absent', 'tier=backend'],
  S7: [['tier=backend', 'template'], 'tier absent', 'tier=backend'],
  S8: [['tier=backend', 'instance'], 'tier absent', 'tier=backend'],
  S9: [
    ['vm.kubevirt.io/name=guest', 'vm.kubevirt.io/name'],
    'vm.kubevirt.io/name=guest',
    'vm.kubevirt.io/name=backendvm',
  ],
  S10: [['vmi.kubevirt.io/id'], 'vmi.kubevirt.io/id absent', 'vmi.kubevirt.io/id=backendvm'],
  S11: [['kubevirt.io/nodeName=node1'], 'kubevirt.io/nodeName=node1', ''],
  S12: [['clone, pod/nginx'], 'clone, pod/nginx', 'backendvm'],
  S13: [['other', 'prod2'], 'other', 'prod2'],
  S14: [['kubevirt.io/domain=backendvm'], 'kubevirt.io/domain=backendvm', ''],
  S15: [['vm.kubevirt.io/name=backendvm'], 'vm.kubevirt.io/name=backendvm', 'vm.kubevirt.io/name=other'],
  S16: [['finalizers'], 'service.kubernetes.io/load-balancer-cleanup', ''],
  S17: [['another'], 'another', ''],
  S18: [['node1', 'Local'], 'Local', 'node1'],
  S19: [
    ['LoadBalancerMixedProtocolNotSupported'],
    'LoadBalancerPortsError: LoadBalancerMixedProtocolNotSupported: mixed protocols are not supported',
    '',
  ],
  V1: [['Stopped'], 'Stopped', 'Running'],
  V2: [['ErrorUnschedulable: 0/3 nodes are available'], 'ErrorUnschedulable: 0/3 nodes are available', 'Running'],
  V3: [[], 'Scheduling', 'Running'],
  V4: [[], 'PausedByUser', 'False'],
  V5: [['Failed'], 'Failed', 'Running'],
  V6: [[], 'node2', ''],
  V7: [['tier=backend'], '', 'tier=backend'],
  P1: [['False ContainersNotReady'], 'False ContainersNotReady', 'True'],
  P2: [[], '', ''],
  P3: [['httpGet'], 'httpGet', 'guestAgentPing'],
  E1: [['virt-launcher-backendvm-abcde'], '', 'virt-launcher-backendvm-abcde'],
  E2: [[], 'false', 'true'],
  E3: [['80 → http'], 'ssh:22', '80 → http'],
  E4: [['192.0.2.7', '10.8.0.12'], '192.0.2.7', '10.8.0.12'],
  E5: [[], '', ''],
  E6: [['IPv4', 'IPv6'], 'IPv4', 'IPv6'],
  E7: [['backend-xyz12', 'selector'], '', 'endpointslice-controller.k8s.io'],
  E8: [['backend-xyz12', '10.8.0.99'], '10.8.0.99', ''],
  N1: [['backendvm'], 'lan', 'pod: {}'],
  N2: [['22/TCP', '8080/TCP'], '22/TCP', '8080/TCP'],
  N3: [['22/TCP, 8080/TCP', 'Restart'], '22/TCP', '22/TCP, 8080/TCP'],
  N4: [['down'], 'down', 'up'],
  N5: [['IPv4'], 'bridge', 'masquerade'],
  N6: [['5060/SCTP'], '5060/SCTP', 'TCP, UDP'],
  N7: [['15021', 'sidecar'], '15021', ''],
  N8: [['192.168.1.5', '10.8.0.12'], '192.168.1.5', '10.8.0.12'],
  N9: [['virt-launcher-backendvm-abcde', 'ambient'], 'ambient', 'none'],
  N10: [['169.254.113.7', 'DHCP'], '169.254.113.7', ''],
  U1: [['udn'], 'layer2', ''],
  U2: [['mirrored'], '', 'backend'],
  U3: [['node port'], 'ClusterIP', 'NodePort, LoadBalancer'],
  U4: [['selector'], '', 'endpointslice-controller.k8s.io'],
  U5: [['ClusterIP'], 'None', ''],
  U6: [['udn', 'layer2'], 'layer3', 'layer2'],
  U7: [['30080', 'node1'], '30080', 'node1'],
  H1: [['other', 'backend'], 'other', 'backend'],
  H2: [['backend', 'Restart'], '', 'backend'],
  H3: [['backendvm', 'hostname'], '', 'backendvm'],
  H4: [['backend', 'clusterIP: None'], '172.30.0.9', 'clusterIP: None'],
  H5: [['ready pods'], 'false', 'true'],
  H6: [['backendvm', 'virt-launcher-clone-fghij'], 'backendvm', 'virt-launcher-clone-fghij'],
  H7: [['8080', 'not 80'], '80', '8080'],
  L1: [['AllocationFailed: no addresses left', 'inside the cluster'], 'AllocationFailed: no addresses left', ''],
  L2: [['lb.example.com'], 'lb.example.com', ''],
  L3: [['node1', 'Local'], 'Local', 'node1'],
  L4: [['198.51.100.0/24'], '198.51.100.0/24', ''],
  L5: [['example.com/bgp'], 'example.com/bgp', ''],
  L6: [['554/UDP'], '554/UDP: example.com/MixedProtocols', ''],
  L7: [['node ports'], 'false', ''],
  O1: [['30080', '198.51.100.11'], '30080', '198.51.100.11'],
  O2: [['few', 'services.nodeports'], 'services.nodeports', ''],
  R1: [['Route backend', '9999', 'http'], '9999', 'http'],
  R2: [
    ['backend', 'HostAlreadyClaimed: route shop already exposes the host'],
    'HostAlreadyClaimed: route shop already exposes the host',
    'True',
  ],
  R3: [['backend', '22'], '22', 'LoadBalancer, NodePort'],
  R4: [['backend', 'edge', '443'], 'edge', '443'],
  R5: [['backend', 'headless'], 'headless', 'ClusterIP'],
  R6: [['backend', 'http, ssh'], '', 'http, ssh'],
  R7: [['backend', 'green (100)'], '0', ''],
  R8: [['backend'], '', ''],
  R9: [['backend', 'service CA'], '', ''],
  R10: [['backend', '198.51.100.0/24'], '198.51.100.0/24', ''],
  R11: [['backend', 'cookie'], 'ClientIP', ''],
  R12: [['backend', '53', 'UDP'], '53', 'TCP'],
  K5: [['CiliumNetworkPolicy web'], 'CiliumNetworkPolicy web', ''],
  K4: [['allow-office', '198.51.100.0/24', 'Local'], '198.51.100.0/24', ''],
  K1: [['deny-all', '8080/TCP'], '', '8080/TCP'],
  G1: [['backendvm', '8080/TCP', 'firewall'], '', '8080/TCP'],
  A1: [['VirtualMachineInstance backendvm'], 'VirtualMachineInstance backendvm', 'VirtualMachine backendvm'],
  A2: [['VirtualMachine backendvm', 'Application shop'], 'Application shop', 'argo-cd'],
  A3: [['S4, V7'], '', 'restartVm'],
};

type Changes<Code extends RuleCode> = Partial<Pick<Finding<Code>, 'grade' | 'object'>> & { facts?: Facts[Code] };
const textOf = <Code extends RuleCode>(code: Code, changes: Changes<Code>): string =>
  findingText<Code>(t, { ...exampleOf(code), ...changes });

describe('findingText', () => {
  const codes = Object.keys(SAID) as RuleCode[];

  it('is asked for every code of the catalogue', () => {
    expect(ALL_RULES.filter(({ code }) => !codes.includes(code))).toEqual([]);
  });

  it.each(codes)('words %s as a sentence with its particulars, and shows the values beside it', (code) => {
    const text = findingText(t, exampleOf(code));
    const [said, actual, needed] = SAID[code];
    expect(text).toMatch(/^[A-Z].{10,}\.$/);
    expect(text).not.toContain('{{');
    said.forEach((part) => expect(text).toContain(part));
    expect(particularsOf(exampleOf(code))).toMatchObject({ actual, needed });
  });

  it('words no two findings alike', () => {
    expect(new Set(codes.map((code) => findingText(t, exampleOf(code)))).size).toBe(codes.length);
  });

  it.each<[string, string, RegExp]>([
    [
      'H1 without a subdomain',
      textOf('H1', { facts: { subdomain: '', service: 'backend', isNamedElsewhere: false } }),
      /^The VM has no subdomain\. Set it to backend/,
    ],
    [
      'H1 with a name elsewhere',
      textOf('H1', { facts: { subdomain: 'other', service: 'backend', isNamedElsewhere: true } }),
      /^The subdomain of the VM names Service other\./,
    ],
    ['L3 without a node', textOf('L3', { facts: { node: '' } }), /the node that the VM runs on\.$/],
    ['N3 of an empty list', textOf('N3', { facts: { listed: '22/TCP', wanted: '' } }), /all ports are allowed/],
    [
      'N8 without an address',
      textOf('N8', { facts: { secondary: ['1.2.3.4'], podAddress: '' } }),
      /is not on the pod network/,
    ],
    [
      'O1 without a node',
      textOf('O1', { facts: { nodePorts: [30080], hostIP: undefined, isLocal: false } }),
      /^Connect to 30080 on any node\.$/,
    ],
    ['U7 without a node', textOf('U7', { facts: { nodePorts: [30080], node: '' } }), /^Pods on the VM's node/],
    ['E1 of a new pod', textOf('E1', { facts: { pod: 'p', isFresh: true } }), /^Pod p was just created/],
    ['E6 of no common family', textOf('E6', { grade: 'blocking' }), /^The Service uses IPv6/],
    [
      'K1 that allows some clients',
      textOf('K1', { facts: { ...exampleOf('K1').facts, isForNobody: false } }),
      /^The rules in deny-all do not allow all clients on 8080\/TCP/,
    ],
    [
      'U1 by the label alone',
      textOf('U1', { facts: { proof: 'label' }, object: { kind: 'Namespace', names: ['prod2'] } }),
      /^Project prod2 is labeled for a user-defined network\./,
    ],
    [
      'H4 without a Service',
      textOf('H4', { facts: { problem: 'no-service', subdomain: 'mysub' } }),
      /^The subdomain of the VM is mysub, and there is no headless Service/,
    ],
    [
      'L1 of a new Service',
      textOf('L1', { facts: { warning: undefined, wereEventsRead: true, isNew: true, hasNodePorts: true } }),
      /less than a minute ago/,
    ],
    [
      'L1 without a warning',
      textOf('L1', { facts: { warning: undefined, wereEventsRead: true, isNew: false, hasNodePorts: true } }),
      /no load balancer provider.*use the node ports/,
    ],
    [
      'L1 without a warning and without node ports',
      textOf('L1', { facts: { warning: undefined, wereEventsRead: true, isNew: false, hasNodePorts: false } }),
      /no load balancer provider.*Connect from inside the cluster/,
    ],
    [
      'L1 where the Events were not read',
      textOf('L1', { facts: { warning: undefined, wereEventsRead: false, isNew: false, hasNodePorts: true } }),
      /^The reason is not known/,
    ],
    [
      'R5 of an Ingress',
      textOf('R5', { object: { kind: 'Ingress', names: ['web'] } }),
      /^Ingress web points to a headless/,
    ],
    [
      'R2 of one of several routers',
      textOf('R2', { facts: { reason: 'Taken', message: undefined, router: 'shard', admittedBy: ['default'] } }),
      /^Router shard does not serve Route backend: "Taken"\. Only default serves it\.$/,
    ],
    ['R7 of a Route to no Service', textOf('R7', { facts: { others: [] } }), /all weights are 0/],
    ['R8 of a new Route', textOf('R8', { facts: { isNew: true } }), /was just created/],
    [
      'K1 of a Service without ports',
      textOf('K1', { facts: { ...exampleOf('K1').facts, ports: [undefined] } }),
      /^No rule in deny-all allows traffic to this VM/,
    ],
    ['R5 of an alias', textOf('R5', { facts: { service: 'alias' } }), /points to a DNS alias/],
  ])('words %s by what is known', (_, text, expected) => {
    expect(text).toMatch(expected);
  });

  it('leaves what the cluster says as it is', () => {
    const held = { '<b>&"tier"</b>': null };
    expect(textOf('S3', { facts: { wanted: { '<b>&"tier"</b>': '$t(Name)' }, held } })).toContain(
      '<b>&"tier"</b>=$t(Name)',
    );
  });
});

describe('particularsOf', () => {
  it('shows the codes of A3 for the field, and who K1 allows', () => {
    expect(particularsOf(exampleOf('A3')).field).toBe('S4, V7');
    expect(particularsOf(exampleOf('K1')).admissions).toHaveLength(1);
    expect(particularsOf(exampleOf('N2'))).toMatchObject({ field: exampleOf('N2').field, admissions: [] });
  });
});

it('cautions of what was only read from text', () => {
  expect(cautionText(t, exampleOf('K1'))).toMatch(/^Based on the text of the network policies/);
  expect(cautionText(t, exampleOf('N2'))).toBeUndefined();
});
