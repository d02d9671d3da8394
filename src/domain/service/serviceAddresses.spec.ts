import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { awaitsLoadBalancer, serviceAddresses } from './serviceAddresses';

const changed = (spec: object, ingress: readonly object[] = []): Service => {
  const service = aService();
  return { ...service, spec: { ...service.spec, ...spec }, status: { loadBalancer: { ingress: [...ingress] } } };
};
const texts = (service: Service) => serviceAddresses(service).map(({ origin, text }) => `${origin} ${text}`);

describe('serviceAddresses', () => {
  it.each<[string, Service, string[]]>([
    ['ClusterIP', aService(), ['cluster 172.30.123.204']],
    ['two families', changed({ clusterIPs: ['172.30.0.9', 'fd00::9'] }), ['cluster 172.30.0.9', 'cluster fd00::9']],
    ['no list of addresses', changed({ clusterIPs: undefined }), ['cluster 172.30.123.204']],
    ['headless', changed({ clusterIP: 'None', clusterIPs: ['None'] }), []],
    ['external IPs', changed({ externalIPs: ['192.0.2.7'] }), ['cluster 172.30.123.204', 'external 192.0.2.7']],
    [
      'load balancer',
      changed({ type: 'LoadBalancer' }, [{ ip: '198.51.100.4' }, { hostname: 'lb.example.com' }]),
      ['cluster 172.30.123.204', 'load-balancer 198.51.100.4', 'load-balancer lb.example.com'],
    ],
    ['alias', aService({ type: 'ExternalName', externalName: 'db.example.com' }), ['alias db.example.com']],
  ])('of %s', (_name, service, expected) => expect(texts(service)).toEqual(expected));
});

describe('awaitsLoadBalancer', () => {
  it.each<[Service, boolean]>([
    [changed({ type: 'LoadBalancer' }), true],
    [changed({ type: 'LoadBalancer' }, [{ ip: '198.51.100.4' }]), false],
    [aService(), false],
  ])('%#', (service, expected) => expect(awaitsLoadBalancer(service)).toBe(expected));
});
