import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, PORT } from '../../../test/objects/draftBuilders';
import { nodePortProblems, optionProblems, routeProblems } from './optionProblems';
import type { ExposeDraft } from './draft';
import { NEW_ROUTE, type RouteDraft } from '../service/routeDraft';
import type { ExposedType } from '../k8s/exposedTypes';
import { NO_OPTIONS, type ServiceOptions } from '../service/serviceOptions';

const codes = (type: ExposedType, changes: Partial<ServiceOptions>) =>
  optionProblems({ type, options: { ...NO_OPTIONS, ...changes } }).map(({ name, code }) => `${name} ${code}`);

describe('options', () => {
  it.each<[ExposedType, Partial<ServiceOptions>, string[]]>([
    ['ClusterIP', {}, []],
    ['ClusterIP', { clusterIP: '172.30.1.300' }, ['clusterIP ip.grammar']],
    ['ClusterIP', { clusterIP: 'fd00::1' }, []],
    ['ClusterIP', { ipFamilies: 'IPv4,IPv6', ipFamilyPolicy: 'SingleStack' }, ['ipFamilyPolicy families.single-stack']],
    ['ClusterIP', { ipFamilies: 'IPv4,IPv6', ipFamilyPolicy: 'PreferDualStack' }, []],
    ['ClusterIP', { ipFamilies: 'IPv4,IPv6' }, []],
    ['Headless', { ipFamilies: 'IPv4', ipFamilyPolicy: 'SingleStack' }, []],
    ['ClusterIP', { externalIPs: '192.0.2.1, nonsense' }, ['externalIPs ip.grammar']],
    ['ClusterIP', { isSticky: true, stickySeconds: '0' }, ['stickySeconds seconds.range']],
    ['ClusterIP', { isSticky: true, stickySeconds: '86401' }, ['stickySeconds seconds.range']],
    ['ClusterIP', { isSticky: true, stickySeconds: '86400' }, []],
    ['ClusterIP', { isSticky: false, stickySeconds: 'x' }, []],
    ['ClusterIP', { loadBalancerIP: 'x' }, []],
    ['LoadBalancer', { loadBalancerIP: 'x' }, ['loadBalancerIP ip.grammar']],
    ['LoadBalancer', { loadBalancerClass: 'a b' }, ['loadBalancerClass class.grammar']],
    ['LoadBalancer', { loadBalancerClass: 'example.com/lb' }, []],
    ['LoadBalancer', { sourceRanges: '10.0.0.0' }, ['sourceRanges cidr.grammar']],
    ['LoadBalancer', { sourceRanges: '10.0.0.0/8 fd00::/8' }, []],
    ['LoadBalancer', { annotations: 'a b=c' }, ['annotations annotation.key']],
    ['LoadBalancer', { annotations: 'a=b\nA=c' }, ['annotations annotation.duplicate']],
    ['Headless', { clusterIP: 'x', externalIPs: 'x' }, []],
    ['ExternalName', {}, ['externalName external-name.empty']],
    ['ExternalName', { externalName: 'db.example.com.' }, []],
    ['ExternalName', { externalName: '10.40.7.15' }, ['externalName external-name.address']],
    ['ExternalName', { externalName: 'DB.example.com' }, ['externalName external-name.grammar']],
    ['ExternalName', { externalName: `${'a'.repeat(64)}.example.com` }, ['externalName external-name.grammar']],
  ])('of %s with %j: %j', (type, changes, expected) => {
    expect(codes(type, changes)).toEqual(expected);
  });
});

describe('a Route', () => {
  const of = (changes: Partial<RouteDraft>, ports = [PORT]) =>
    routeProblems({ type: 'Route', route: { ...NEW_ROUTE, ...changes }, ports }).map(
      ({ name, code }) => `${name} ${code}`,
    );

  it.each<[Partial<RouteDraft>, string[]]>([
    [{}, []],
    [{ host: 'shop.example.com', path: '/x' }, []],
    [{ host: 'Shop' }, ['host route.host']],
    [{ path: 'x' }, ['path route.path']],
    [{ path: '/a b' }, ['path route.path']],
    [{ path: '/x', termination: 'passthrough' }, ['path route.passthrough-path']],
    [{ termination: 'reencrypt', destinationCa: 'nonsense' }, ['destinationCa route.ca']],
    [{ termination: 'reencrypt', destinationCa: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n' }, []],
    [{ termination: 'edge', destinationCa: 'nonsense' }, []],
    [{ portIndex: 3 }, ['portIndex route.port']],
  ])('%j: %j', (changes, expected) => {
    expect(of(changes)).toEqual(expected);
  });

  it('points to TCP alone', () => {
    expect(of({}, [{ ...PORT, protocol: 'UDP' }])).toEqual(['portIndex route.protocol']);
  });

  it('is not looked at where there is none', () => {
    expect(routeProblems({ type: 'ClusterIP', route: { ...NEW_ROUTE, host: 'X' }, ports: [] })).toEqual([]);
  });
});

describe('numbers for node ports', () => {
  const RANGE = { first: 30000, last: 32767, isDefault: true };
  const other = (nodePort: number, protocol = 'TCP', name = 'other') => ({
    ...aService({ name }),
    spec: { ports: [{ port: 1, nodePort, protocol }] },
  });
  const of = (
    numbers: string[],
    services = [other(30001)],
    range: typeof RANGE | undefined = RANGE,
    type: ExposedType = 'NodePort',
  ) =>
    nodePortProblems(
      aDraft({ type, ports: numbers.map((nodePort, index) => ({ ...PORT, port: String(index + 1), nodePort })) }),
      services,
      range,
    ).map(({ index, code }) => `${index} ${code}`);

  it.each<[string[], string[]]>([
    [[''], []],
    [['30080'], []],
    [['x'], ['0 node-port.number']],
    [['29999'], ['0 node-port.range']],
    [['32768'], ['0 node-port.range']],
    [['30001'], ['0 node-port.taken']],
    [['30080', '30080'], ['1 node-port.duplicate']],
  ])('%j: %j', (numbers, expected) => {
    expect(of(numbers)).toEqual(expected);
  });

  it('of the Service itself are free, those of another one taken for every protocol', () => {
    expect(of(['30001'], [other(30001, 'TCP', 'backend')])).toEqual([]);
    expect(of(['30001'], [other(30001, 'UDP')])).toEqual(['0 node-port.taken']);
  });

  it.each<[string, string, ExposeDraft['selection'], boolean]>([
    ['554', '554', { by: 'vm-identity' }, false],
    ['554', '555', { by: 'vm-identity' }, true],
    // an update of a Service may share it
    ['554', '555', { by: 'service', timing: 'live' }, false],
  ])('are shared by TCP %s and UDP %s with %j: refused %s', (tcp, udp, selection, isRefused) => {
    const ports = [
      { ...PORT, port: tcp, nodePort: '30554' },
      { ...PORT, port: udp, nodePort: '30554', protocol: 'UDP' as const },
    ];
    const found = nodePortProblems(aDraft({ type: 'NodePort', ports, selection }), [], RANGE);
    expect(found.map(({ code }) => code)).toEqual(isRefused ? ['node-port.duplicate'] : []);
  });

  it('are checked against no range that is not known, and not where there are none', () => {
    expect(nodePortProblems(aDraft({ type: 'NodePort', ports: [{ ...PORT, nodePort: '80' }] }), [], undefined)).toEqual(
      [],
    );
    expect(of(['80'], [], RANGE, 'ClusterIP')).toEqual([]);
  });
});
