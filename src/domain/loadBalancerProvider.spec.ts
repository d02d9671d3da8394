import { aService } from '../../test/builders';
import { servedLoadBalancer } from './loadBalancerProvider';

const balanced = (ingress: object[], loadBalancerClass?: string) => {
  const service = aService({ name: 'shop', type: 'LoadBalancer' });
  return { ...service, spec: { ...service.spec, ...(loadBalancerClass ? { loadBalancerClass } : {}) }, status: { loadBalancer: { ingress } } };
};

describe('a provider of load balancers', () => {
  it('is seen by a Service that has an address, with the class that brought it', () => {
    expect(servedLoadBalancer([balanced([{ ip: '192.0.2.1' }], 'example.com/lb')])).toEqual({ name: 'shop', loadBalancerClass: 'example.com/lb' });
    expect(servedLoadBalancer([balanced([{ hostname: 'lb.example.com' }])])).toEqual({ name: 'shop', loadBalancerClass: undefined });
  });

  it('is not seen by one that waits, or by other types', () => {
    expect(servedLoadBalancer([balanced([]), aService()])).toBeUndefined();
  });
});
