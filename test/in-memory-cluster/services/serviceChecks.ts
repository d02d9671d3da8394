/** What the API server refuses in a Service, new or updated (seen on kube-apiserver 1.34); its words in short. */
import { toCidr, toIp } from '../../../src/domain/network/cidr';
import { isDnsSubdomain, labelValueProblem, qualifiedNameProblem } from '../../../src/domain/labels/labels';
import {
  type HeldSpec,
  isAlias,
  isHeadless,
  isLoadBalancer,
  isReachedFromOutside,
  needsHealthCheck,
  type ServicePort,
} from './heldSpec';
import { addressProblems } from './ipFamilies';

const MAX_STICKY_SECONDS = 86400;
const isPortNumber = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65535;
const isDnsLabel = (text: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
/** IANA_SVC_NAME, which names of container ports are */
const isPortName = (text: string): boolean =>
  /^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(text) && /[a-z]/.test(text) && !text.includes('--');
const isRepeated = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;

type Check = readonly [isFine: boolean, problem: string];
const problemsOf = (checks: readonly Check[]): string[] =>
  checks.flatMap(([isFine, problem]) => (isFine ? [] : [problem]));

function portProblems(port: ServicePort, index: number, needsName: boolean): string[] {
  const at = `spec.ports[${index}]`;
  const { name = '', protocol = '', targetPort } = port;
  return problemsOf([
    [name !== '' || !needsName, `${at}.name: Required value`],
    [name === '' || isDnsLabel(name), `${at}.name: Invalid value`],
    [isPortNumber(port.port), `${at}.port: Invalid value`],
    [['TCP', 'UDP', 'SCTP'].includes(protocol), `${at}.protocol: Unsupported value`],
    [
      typeof targetPort === 'string' ? isPortName(targetPort) : isPortNumber(targetPort),
      `${at}.targetPort: Invalid value`,
    ],
  ]);
}

function portsProblems(spec: HeldSpec): string[] {
  const { ports = [], type } = spec;
  const names = ports.flatMap(({ name }) => name ?? []);
  const nodePorts = ports.filter(({ nodePort }) => nodePort);
  return [
    ...problemsOf([
      [ports.length > 0 || isHeadless(spec) || isAlias(spec), 'spec.ports: Required value'],
      [!isRepeated(names), 'spec.ports.name: Duplicate value'],
      [!isRepeated(ports.map(({ port, protocol }) => `${port}/${protocol}`)), 'spec.ports: Duplicate value'],
      [
        !isRepeated(nodePorts.map(({ nodePort, protocol }) => `${nodePort}/${protocol}`)),
        'spec.ports.nodePort: Duplicate value',
      ],
      [
        type !== 'ClusterIP' || nodePorts.length === 0,
        "spec.ports.nodePort: may not be used when `type` is 'ClusterIP'",
      ],
    ]),
    ...ports.flatMap((port, index) => portProblems(port, index, ports.length > 1)),
  ];
}

function aliasProblems({ clusterIPs = [], ipFamilies = [], ipFamilyPolicy, externalName = '' }: HeldSpec): string[] {
  const name = externalName.replace(/\.$/, '');
  return problemsOf([
    [clusterIPs.length === 0, 'spec.clusterIPs: may not be set for ExternalName services'],
    [ipFamilies.length === 0, 'spec.ipFamilies: may not be set for ExternalName services'],
    [!ipFamilyPolicy, 'spec.ipFamilyPolicy: may not be set for ExternalName services'],
    [name !== '' && isDnsSubdomain(name), 'spec.externalName: Invalid value'],
  ]);
}

const isForEndpoints = (ip: string): boolean =>
  toIp(ip) !== undefined && !/^(127\.|169\.254\.|0\.0\.0\.0$|::1?$|fe[89ab])/i.test(ip);

function optionProblems(spec: HeldSpec): string[] {
  const { sessionAffinity, sessionAffinityConfig, externalIPs = [], loadBalancerSourceRanges: ranges = [] } = spec;
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0;
  const isSticky = sessionAffinity === 'ClientIP';
  const lb = isLoadBalancer(spec);
  const forLoadBalancers = "may only be used when `type` is 'LoadBalancer'";
  return problemsOf([
    [['None', 'ClientIP'].includes(sessionAffinity ?? ''), 'spec.sessionAffinity: Unsupported value'],
    [isSticky || !sessionAffinityConfig, 'spec.sessionAffinityConfig: must not be set when session affinity is None'],
    [
      !isSticky || (seconds > 0 && seconds <= MAX_STICKY_SECONDS),
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value',
    ],
    [externalIPs.every(isForEndpoints), 'spec.externalIPs: Invalid value'],
    [lb || ranges.length === 0, `spec.LoadBalancerSourceRanges: ${forLoadBalancers}`],
    [ranges.every((range) => toCidr(range.trim())), 'spec.LoadBalancerSourceRanges: Invalid value'],
    [lb || spec.allocateLoadBalancerNodePorts === undefined, `spec.allocateLoadBalancerNodePorts: ${forLoadBalancers}`],
    [lb || spec.loadBalancerClass === undefined, `spec.loadBalancerClass: ${forLoadBalancers}`],
    [!spec.loadBalancerClass || !qualifiedNameProblem(spec.loadBalancerClass), 'spec.loadBalancerClass: Invalid value'],
    [
      isReachedFromOutside(spec)
        ? ['Cluster', 'Local'].includes(spec.externalTrafficPolicy ?? '')
        : !spec.externalTrafficPolicy,
      'spec.externalTrafficPolicy: may only be set for externally-accessible services',
    ],
    [
      needsHealthCheck(spec) ? isPortNumber(spec.healthCheckNodePort) : !spec.healthCheckNodePort,
      'spec.healthCheckNodePort: Invalid value',
    ],
    [
      ['Cluster', 'Local', undefined].includes(spec.internalTrafficPolicy),
      'spec.internalTrafficPolicy: Unsupported value',
    ],
  ]);
}

/** Why a whole Service is refused; [] when it is not. */
export function specProblems(spec: HeldSpec): string[] {
  const mayBeHeadless = spec.type === 'ClusterIP' || !isHeadless(spec) || isAlias(spec);
  const selected = Object.entries(spec.selector ?? {});
  return [
    ...portsProblems(spec),
    ...(isAlias(spec) ? aliasProblems(spec) : []),
    ...problemsOf([
      [mayBeHeadless, `spec.clusterIPs[0]: may not be set to 'None' for ${spec.type} services`],
      [
        selected.every(([key, value]) => !qualifiedNameProblem(key) && !labelValueProblem(value)),
        'spec.selector: Invalid value',
      ],
      [
        ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'].includes(spec.type ?? ''),
        'spec.type: Unsupported value',
      ],
    ]),
    ...addressProblems(spec),
    ...optionProblems(spec),
  ];
}

/** A list whose first entry stays, and whose second may be added, or released with a policy for one family. */
function listProblems(field: 'clusterIPs' | 'ipFamilies', after: HeldSpec, before: HeldSpec): string[] {
  const [now = [], was = []] = [after[field], before[field]];
  const isChanged =
    now.length === was.length
      ? now.some((entry, index) => entry !== was[index])
      : now.length > 0 && was.length > 0 && now[0] !== was[0];
  return problemsOf([
    [now.length > 0 || was.length === 0, `spec.${field}[0]: primary can not be unset`],
    [!isChanged, `spec.${field}: may not change once set`],
    [
      now.length !== 1 || was.length < 2 || after.ipFamilyPolicy === 'SingleStack',
      "spec.ipFamilyPolicy: must be set to 'SingleStack' when releasing the secondary",
    ],
  ]);
}

/** What an update may not change. */
export function updateProblems(after: HeldSpec, before: HeldSpec): string[] {
  if (isAlias(after) || isAlias(before)) return [];
  const isClassFixed = isLoadBalancer(after) && isLoadBalancer(before);
  return [
    ...(isHeadless(after) && isHeadless(before) ? [] : listProblems('clusterIPs', after, before)),
    ...(isHeadless(after) || isHeadless(before) ? [] : listProblems('ipFamilies', after, before)),
    ...problemsOf([
      [
        !isClassFixed || after.loadBalancerClass === before.loadBalancerClass,
        'spec.loadBalancerClass: may not change once set',
      ],
      [
        !needsHealthCheck(after) ||
          !needsHealthCheck(before) ||
          after.healthCheckNodePort === before.healthCheckNodePort,
        'spec.healthCheckNodePort: field is immutable',
      ],
    ]),
  ];
}
