import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { droppedFields } from './droppedFields';

const of = (spec: object): Service => ({ ...aService(), spec: { ...aService().spec, ...spec } });
const port = (nodePort?: number) => ({
  port: 80,
  protocol: 'TCP',
  targetPort: 8080,
  ...(nodePort ? { nodePort } : {}),
});
const LOCAL = of({
  type: 'LoadBalancer',
  externalTrafficPolicy: 'Local',
  healthCheckNodePort: 30500,
  allocateLoadBalancerNodePorts: true,
  ports: [port(30080)],
});

describe('what the API server drops at a change', () => {
  it('of the type is given back with the type', () => {
    expect(droppedFields(of({ type: 'ClusterIP', ports: [port()] }), LOCAL, { type: 'LoadBalancer' })).toEqual({
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30500,
      allocateLoadBalancerNodePorts: true,
      ports: [port(30080)],
    });
  });

  it('of the external traffic policy is the port of the health check', () => {
    const now = of({ ...LOCAL.spec, externalTrafficPolicy: 'Cluster', healthCheckNodePort: undefined });
    expect(droppedFields(now, LOCAL, { externalTrafficPolicy: 'Local' })).toEqual({ healthCheckNodePort: 30500 });
  });

  it('of the IP family policy is the second address', () => {
    const ips = ['172.30.1.1', 'fd02::1'];
    const was = of({ ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'], clusterIPs: ips });
    const now = of({ ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'], clusterIPs: ips.slice(0, 1) });
    expect(droppedFields(now, was, { ipFamilyPolicy: 'RequireDualStack' })).toEqual({
      clusterIPs: ips,
      ipFamilies: ['IPv4', 'IPv6'],
    });
  });

  it('is nothing while nothing is set back, and no node port where there was none', () => {
    expect(droppedFields(of({ type: 'ClusterIP' }), LOCAL, {})).toEqual({});
    const was = of({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false, ports: [port()] });
    expect(droppedFields(of({ type: 'NodePort', ports: [port(30001)] }), was, { type: 'LoadBalancer' })).toEqual({
      allocateLoadBalancerNodePorts: false,
      ports: [port()],
    });
  });

  it('leaves what others have chosen since', () => {
    const now = of({ type: 'NodePort', externalTrafficPolicy: 'Cluster', internalTrafficPolicy: 'Local' });
    const was = of({ ...LOCAL.spec, internalTrafficPolicy: 'Cluster' });
    expect(droppedFields(now, was, { type: 'LoadBalancer' })).not.toHaveProperty('internalTrafficPolicy');
  });
});
