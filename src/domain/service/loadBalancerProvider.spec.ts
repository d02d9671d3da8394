import { aService } from '../../../test/objects/serviceBuilders';
import { loadBalancerEvidence } from './loadBalancerProvider';

const waiting = aService({ name: 'waiting', type: 'LoadBalancer' });
const served = { ...waiting, status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } } };

describe('what shows that a cluster has a load balancer provider', () => {
  it('is a load balancer with an address', () => {
    expect(loadBalancerEvidence([aService(), waiting, served], false)).toEqual({ code: 'proven', service: 'waiting' });
  });

  it('is none without one, or of another type, whatever its status says', () => {
    expect(loadBalancerEvidence([aService(), waiting], false)).toEqual({ code: 'none' });
    expect(loadBalancerEvidence([{ ...aService(), status: served.status }], false)).toEqual({ code: 'none' });
  });

  it('is not known where the Services could not be read', () => {
    expect(loadBalancerEvidence([], true)).toEqual({ code: 'not-read' });
  });
});
