import { EXPOSED_TYPES, type ExposedType } from './exposedTypes';
import { fieldsOfType, mayHave, nodePortsHeld } from './typeFields';

/** A value for every field of a Service's spec (core/v1 ServiceSpec of Kubernetes 1.34). */
const EVERY_FIELD = {
  allocateLoadBalancerNodePorts: true,
  clusterIP: '172.30.0.9',
  clusterIPs: ['172.30.0.9'],
  externalIPs: ['192.0.2.9'],
  externalName: 'db.example.com',
  externalTrafficPolicy: 'Local',
  healthCheckNodePort: 31000,
  internalTrafficPolicy: 'Local',
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
  loadBalancerClass: 'example.com/a',
  loadBalancerIP: '192.0.2.3',
  loadBalancerSourceRanges: ['192.0.2.0/24'],
  ports: [{ port: 80, nodePort: 30080, appProtocol: 'http' }],
  publishNotReadyAddresses: true,
  selector: { tier: 'backend' },
  sessionAffinity: 'ClientIP',
  sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
  trafficDistribution: 'PreferClose',
  type: 'LoadBalancer',
};
const ALL = Object.keys(EVERY_FIELD);
const OF_BALANCER = [
  'allocateLoadBalancerNodePorts',
  'healthCheckNodePort',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
];
const OF_ADDRESS = ['externalIPs', 'externalTrafficPolicy', 'sessionAffinity', 'sessionAffinityConfig'];

describe('the fields that a type may have', () => {
  it.each<[ExposedType, readonly string[]]>([
    ['ClusterIP', ['externalName', ...OF_BALANCER]],
    ['Route', ['externalName', ...OF_BALANCER]],
    ['NodePort', ['externalName', ...OF_BALANCER]],
    ['LoadBalancer', ['externalName']],
    ['Headless', ['externalName', ...OF_BALANCER, ...OF_ADDRESS]],
  ])('%s: all but %j', (type, dropped) => {
    expect(Object.keys(fieldsOfType(type, EVERY_FIELD)).sort()).toEqual(
      ALL.filter((field) => !dropped.includes(field)).sort(),
    );
  });

  it('of an alias are its name, and what nothing reads', () => {
    expect(Object.keys(fieldsOfType('ExternalName', EVERY_FIELD)).sort()).toEqual(
      ['externalName', 'ports', 'selector', 'type'].sort(),
    );
  });

  it('a policy of external traffic has a ClusterIP only with external addresses, a health check only for Local', () => {
    const policy = { externalTrafficPolicy: 'Cluster' };
    expect(mayHave('ClusterIP', 'externalTrafficPolicy', policy)).toBe(false);
    expect(mayHave('ClusterIP', 'externalTrafficPolicy', { ...policy, externalIPs: [] })).toBe(false);
    expect(mayHave('ClusterIP', 'externalTrafficPolicy', { ...policy, externalIPs: ['192.0.2.9'] })).toBe(true);
    expect(mayHave('LoadBalancer', 'healthCheckNodePort', policy)).toBe(false);
    expect(mayHave('ClusterIP', 'sessionAffinityConfig', { sessionAffinity: 'None' })).toBe(false);
  });

  it('node ports are taken off the ports where there are none', () => {
    for (const type of EXPOSED_TYPES) {
      const [port] = fieldsOfType(type, EVERY_FIELD).ports as object[];
      expect(port).toEqual(
        type === 'NodePort' || type === 'LoadBalancer' ? EVERY_FIELD.ports[0] : { port: 80, appProtocol: 'http' },
      );
    }
  });
});

it('the node ports that a Service holds are those of its ports and of its health check', () => {
  expect(nodePortsHeld({})).toEqual([]);
  expect(nodePortsHeld({ spec: { ports: [{ port: 80, nodePort: 30080 }, { port: 81 }] } })).toEqual([30080]);
  expect(nodePortsHeld({ spec: { healthCheckNodePort: 31000 } })).toEqual([31000]);
});
