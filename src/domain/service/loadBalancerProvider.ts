import type { Service } from '../k8s/objects';

/** A Service of the project whose load balancer has an address: proof that the cluster has a provider of them. */
export const provenLoadBalancer = (services: readonly Service[]): Service | undefined =>
  services.find(
    ({ spec, status }) => spec?.type === 'LoadBalancer' && (status?.loadBalancer?.ingress ?? []).length > 0,
  );
