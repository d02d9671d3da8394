import { traitsOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';

/** A Service of the project whose load balancer has an address: proof that the cluster has a provider of them. */
export const provenLoadBalancer = (services: readonly Service[]): Service | undefined =>
  services.find(
    (service) => traitsOf(service).hasLoadBalancer && (service.status?.loadBalancer?.ingress ?? []).length > 0,
  );
