import { aService } from '../../../test/objects/serviceBuilders';
import { provenLoadBalancer } from './loadBalancerProvider';

const waiting = aService({ name: 'waiting', type: 'LoadBalancer' });
const served = { ...waiting, status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } } };

describe('provenLoadBalancer', () => {
  it('is one that has got an address', () => {
    expect(provenLoadBalancer([aService(), waiting, served])).toBe(served);
    expect(provenLoadBalancer([aService(), waiting])).toBeUndefined();
  });

  it('is none of another type, whatever its status says', () => {
    expect(provenLoadBalancer([{ ...aService(), status: served.status }])).toBeUndefined();
  });
});
