import { nameOf, type Service } from './objects';

/** A Service of a project to which some load balancer has given an address: then there is a provider. */
export const servedLoadBalancer = (services: readonly Service[]): { readonly name: string; readonly loadBalancerClass: string | undefined } | undefined => {
  const served = services.find(({ spec, status }) => spec?.type === 'LoadBalancer' && (status?.loadBalancer?.ingress ?? []).length > 0);
  return served && { name: nameOf(served), loadBalancerClass: served.spec?.loadBalancerClass };
};
