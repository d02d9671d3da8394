import { traitsOf } from '../k8s/exposedTypes';
import { nameOf, type Service } from '../k8s/objects';

/** A Service of the project whose load balancer has an address: proof that the cluster has a provider of them. */
const provenLoadBalancer = (services: readonly Service[]): Service | undefined =>
  services.find(
    (service) => traitsOf(service).hasLoadBalancer && (service.status?.loadBalancer?.ingress ?? []).length > 0,
  );

/** What shows whether the cluster has a provider of load balancers; worded in `ui/text`. */
export type LoadBalancerEvidence =
  { readonly code: 'proven'; readonly service: string } | { readonly code: 'none' } | { readonly code: 'not-read' };

/** @param areUnread true when the Services of the project could not be read */
export function loadBalancerEvidence(services: readonly Service[], areUnread: boolean): LoadBalancerEvidence {
  const proven = provenLoadBalancer(services);
  if (proven) return { code: 'proven', service: nameOf(proven) };
  return { code: areUnread ? 'not-read' : 'none' };
}
