import type { ExposeDraft } from '../../src/domain/draft/draft';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
import type { ExposedType } from '../../src/domain/k8s/exposedTypes';
import type { PortDraft, Protocol } from '../../src/domain/service/servicePort';
import { draftFor } from './runs';

/** The flags of `virtctl expose` that say what the Service is like. */
export interface ExposeFlags {
  readonly port?: string;
  readonly 'target-port'?: string;
  readonly protocol?: string;
  readonly 'port-name'?: string;
  readonly type?: string;
  readonly 'cluster-ip'?: string;
  readonly 'ip-family'?: string;
  readonly 'ip-family-policy'?: string;
  readonly 'external-ip'?: string;
}

/** The ports of the VM's interface, by which virtctl goes when none is given. */
export const LISTED = [
  { port: 22, protocol: 'TCP' },
  { port: 8080, protocol: 'TCP' },
  { port: 53, protocol: 'UDP' },
] as const;

export const flagText = (flags: ExposeFlags): string =>
  Object.entries(flags)
    .map(([name, value]) => `--${name}=${value as string}`)
    .join(' ');

/** A fixed address of the Service range that nothing else of these tests uses. */
const FIXED = '172.30.200.7';

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer'] as const;

/** What people pass to the command, type by type, and then what is only now and then passed, good and bad. */
export const COMBINATIONS: readonly ExposeFlags[] = [
  ...TYPES.flatMap((type): ExposeFlags[] => [
    { type, port: '80' },
    { type, port: '80', 'target-port': '8080' },
    { type, port: '80', 'target-port': 'http' },
    { type, port: '53', protocol: 'UDP' },
    { type, port: '53', 'target-port': '5353', protocol: 'UDP', 'port-name': 'dns' },
    { type, port: '443', 'target-port': '8443', 'port-name': 'https' },
    { type, port: '80', 'ip-family': 'IPv4' },
    { type, port: '80', 'ip-family-policy': 'SingleStack' },
    { type, port: '80', 'ip-family-policy': 'PreferDualStack' },
    { type },
    { type, port: '80', 'cluster-ip': FIXED },
  ]),
  { port: '80' },
  { port: '5000', protocol: 'SCTP' },
  { port: '80', 'cluster-ip': 'None' },
  { port: '80', 'target-port': '8080', 'cluster-ip': 'None', 'port-name': 'web' },
  { port: '80', 'external-ip': '192.0.2.10' },
  { type: 'NodePort', port: '80', 'external-ip': '192.0.2.10' },
  { port: '80', 'ip-family': 'IPv6' },
  { port: '80', 'ip-family': 'IPv4,IPv6' },
  { port: '80', 'ip-family': 'IPv6,IPv4' },
  { port: '80', 'ip-family-policy': 'RequireDualStack' },
  { port: '80', 'ip-family': 'IPv4,IPv6', 'ip-family-policy': 'RequireDualStack' },
  { port: '80', 'cluster-ip': '10.0.0.1' },
  { port: '80', 'cluster-ip': '300.1.1.1' },
  { type: 'NodePort', port: '80', 'cluster-ip': 'None' },
  { port: '70000' },
  { port: '80', 'port-name': 'Bad_Name' },
  { port: '80', 'target-port': 'no_such' },
  { port: '80', 'external-ip': 'nonsense' },
];

const portsOf = (flags: ExposeFlags): PortDraft[] =>
  flags.port === undefined
    ? LISTED.map(({ port, protocol }, index) => ({
        name: `port-${index + 1}`,
        port: String(port),
        targetPort: String(port),
        protocol,
        nodePort: '',
      }))
    : [
        {
          name: flags['port-name'] ?? '',
          port: flags.port,
          targetPort: flags['target-port'] ?? flags.port,
          protocol: (flags.protocol ?? 'TCP') as Protocol,
          nodePort: '',
        },
      ];

/** What a person would ask of the wizard to get what the flags say. */
export function draftOf(flags: ExposeFlags, namespace: string, vmName: string, serviceName: string): ExposeDraft {
  const isHeadless = flags['cluster-ip'] === 'None' && (flags.type ?? 'ClusterIP') === 'ClusterIP';
  return draftFor(namespace, vmName, {
    serviceName,
    type: isHeadless ? 'Headless' : ((flags.type ?? 'ClusterIP') as ExposedType),
    ports: portsOf(flags),
    options: {
      ...NO_OPTIONS,
      clusterIP: isHeadless ? '' : (flags['cluster-ip'] ?? ''),
      ipFamilies: flags['ip-family'] ?? '',
      ipFamilyPolicy: flags['ip-family-policy'] ?? '',
      externalIPs: flags['external-ip'] ?? '',
    },
  });
}
