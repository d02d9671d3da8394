import { isNumericName } from '../k8s/dnsGrammar';
import { toCidr, toIp } from '../network/cidr';
import type { NodePortRange } from '../k8s/nodePortRange';
import type { ExposeDraft } from './draft';
import { isDnsSubdomain, qualifiedNameProblem } from '../labels/labels';
import { nameOf, type Service } from '../k8s/objects';
import type { RouteDraft } from '../service/routeDraft';
import { nodePortsOf } from '../k8s/nodePorts';
import { TYPES } from '../k8s/exposedTypes';
import { annotationsOf, entriesOf, type ServiceOptions } from '../service/serviceOptions';
import { portNumber } from '../service/servicePort';

export type OptionProblemCode =
  | 'ip.grammar'
  | 'cidr.grammar'
  | 'seconds.range'
  | 'class.grammar'
  | 'annotation.key'
  | 'annotation.duplicate'
  | 'families.single-stack'
  | 'external-name.empty'
  | 'external-name.grammar'
  | 'external-name.address';
export type RouteProblemCode =
  'route.host' | 'route.path' | 'route.passthrough-path' | 'route.protocol' | 'route.ca' | 'route.port';
export type NodePortProblemCode = 'node-port.number' | 'node-port.range' | 'node-port.taken' | 'node-port.duplicate';

/** The API server keeps a client at one endpoint for a day at most (core/v1 ClientIPConfig). */
const MAX_STICKY_SECONDS = 86400;
/** Longest name of a host (RFC 1035, as apimachinery `validation.IsDNS1123Subdomain` has it). */
const MAX_HOST_LENGTH = 253;

const isHostName = (name: string): boolean =>
  name.length <= MAX_HOST_LENGTH && isDnsSubdomain(name) && name.split('.').every((label) => label.length <= 63);

type OptionProblem = { readonly name: keyof ServiceOptions; readonly code: OptionProblemCode };

/**
 * What of the options the API server would refuse for its form alone; those that the type has no use for are not looked
 * at.
 */
export function optionProblems({ type, options }: Pick<ExposeDraft, 'type' | 'options'>): OptionProblem[] {
  const found: OptionProblem[] = [];
  const check = (name: keyof ServiceOptions, code: OptionProblemCode, isFine: boolean) =>
    isFine || found.push({ name, code });
  const { selectsPods, hasClusterIp, hasLoadBalancer } = TYPES[type];
  if (!selectsPods) {
    // a trailing dot makes it absolute, and is taken off before the check
    const name = options.externalName.replace(/\.$/, '');
    check('externalName', 'external-name.empty', name !== '');
    check('externalName', 'external-name.grammar', name === '' || isHostName(name));
    // accepted by the API server, and resolved by no DNS server
    check('externalName', 'external-name.address', !isNumericName(name));
    return found;
  }
  // an existing Service brings its policy along; without one the API server is sent one that allows both
  check(
    'ipFamilyPolicy',
    'families.single-stack',
    !(entriesOf(options.ipFamilies).length > 1 && options.ipFamilyPolicy === 'SingleStack'),
  );
  if (hasLoadBalancer) {
    check(
      'loadBalancerClass',
      'class.grammar',
      options.loadBalancerClass === '' || qualifiedNameProblem(options.loadBalancerClass) === undefined,
    );
    check('loadBalancerIP', 'ip.grammar', options.loadBalancerIP === '' || toIp(options.loadBalancerIP) !== undefined);
    check(
      'sourceRanges',
      'cidr.grammar',
      entriesOf(options.sourceRanges).every((range) => toCidr(range)),
    );
    const keys = annotationsOf(options.annotations).map(({ key }) => key.toLowerCase());
    check(
      'annotations',
      'annotation.key',
      keys.every((key) => qualifiedNameProblem(key) === undefined),
    );
    check('annotations', 'annotation.duplicate', new Set(keys).size === keys.length);
  }
  if (!hasClusterIp) return found;
  check('clusterIP', 'ip.grammar', options.clusterIP === '' || toIp(options.clusterIP) !== undefined);
  check(
    'externalIPs',
    'ip.grammar',
    entriesOf(options.externalIPs).every((ip) => toIp(ip)),
  );
  const seconds = options.stickySeconds;
  check(
    'stickySeconds',
    'seconds.range',
    !options.isSticky || seconds === '' || (/^[1-9]\d{0,5}$/.test(seconds) && Number(seconds) <= MAX_STICKY_SECONDS),
  );
  return found;
}

type RouteProblem = { readonly name: keyof RouteDraft; readonly code: RouteProblemCode };

/** What of the Route cannot be. */
export function routeProblems({ type, route, ports }: Pick<ExposeDraft, 'type' | 'route' | 'ports'>): RouteProblem[] {
  if (!TYPES[type].makesRoute) return [];
  const port = ports[route.portIndex];
  const isPassthrough = route.termination === 'passthrough';
  return [
    ...(route.host !== '' && !isHostName(route.host) ? [{ name: 'host', code: 'route.host' } as const] : []),
    ...(route.path !== '' && !isPassthrough && !/^\/\S*$/.test(route.path)
      ? [{ name: 'path', code: 'route.path' } as const]
      : []),
    ...(route.path !== '' && isPassthrough ? [{ name: 'path', code: 'route.passthrough-path' } as const] : []),
    ...(route.termination === 'reencrypt' &&
    route.destinationCa.trim() !== '' &&
    !/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----\s*$/.test(route.destinationCa.trim())
      ? [{ name: 'destinationCa', code: 'route.ca' } as const]
      : []),
    ...(!port && ports.length > 0 ? [{ name: 'portIndex', code: 'route.port' } as const] : []),
    ...(port && port.protocol !== 'TCP' ? [{ name: 'portIndex', code: 'route.protocol' } as const] : []),
  ];
}

/**
 * The node ports that Services of the namespace other than this one have: no two Services share one, whatever the
 * protocol.
 */
const takenNodePorts = (services: readonly Service[], own: string): Set<number> =>
  new Set(services.filter((service) => nameOf(service) !== own).flatMap(nodePortsOf));

/**
 * What is wrong with numbers that the person gave for node ports. A dry run lets any number pass (seen on
 * kube-apiserver 1.34), so the range has to be checked here.
 * @param range of the cluster; undefined when it could not be read, then the API server decides when the Service is
 *   made
 */
export function nodePortProblems(
  { type, ports, serviceName, selection }: ExposeDraft,
  services: readonly Service[],
  range: NodePortRange | undefined,
) {
  if (!TYPES[type].hasNodePorts) return [];
  const taken = takenNodePorts(services, serviceName);
  return ports.flatMap(
    ({ port, nodePort, protocol }, index): { readonly index: number; readonly code: NodePortProblemCode }[] => {
      if (nodePort === '') return [];
      const number = portNumber(nodePort);
      if (number === undefined) return [{ index, code: 'node-port.number' }];
      if (range && (number < range.first || number > range.last)) return [{ index, code: 'node-port.range' }];
      if (taken.has(number)) return [{ index, code: 'node-port.taken' }];
      // a new Service is allocated one node port for each `port`, which its protocols share (registry/core/service)
      const isRepeated = ports
        .slice(0, index)
        .some(
          (other) =>
            other.nodePort === nodePort &&
            (other.protocol === protocol || (selection.by !== 'service' && other.port !== port)),
        );
      return isRepeated ? [{ index, code: 'node-port.duplicate' }] : [];
    },
  );
}
