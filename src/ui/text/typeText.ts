import type { TypeRefusal } from '../../domain/draft/typeRefusal';
import type { ExposedType } from '../../domain/k8s/exposedTypes';
import type { Text } from '../useText';

/** The refusal as a sentence. */
export function typeRefusalText(t: Text, refusal: TypeRefusal): string {
  switch (refusal) {
    case 'no-routes':
      return t('Routes are not available on this cluster.');
    case 'may-not-route':
      return t('You may not create Routes in this project.');
    case 'alias-of-existing':
      return t('A Service that selects virtual machines is not made an alias of something else.');
  }
}

/** A type in words, with the name that Kubernetes has for it. */
export function typeText(t: Text, type: ExposedType): { label: string; description: string } {
  switch (type) {
    case 'ClusterIP':
      return {
        label: t('Inside the cluster'),
        description: t(
          'Gives pods and virtual machines in this cluster a stable IP address and DNS name. Both stay the same when the VM restarts or migrates.',
        ),
      };
    case 'NodePort':
      return {
        label: t('From outside, on a node port'),
        description: t('Opens the same port on every node. Clients that can reach a node can connect.'),
      };
    case 'LoadBalancer':
      return {
        label: t('From outside, with its own IP address'),
        description: t(
          'Requests an external IP address from a load balancer. Requires a load balancer provider, for example MetalLB.',
        ),
      };
    case 'Route':
      return {
        label: t('From outside, with a URL'),
        description: t('Creates a Route. Works for HTTP, HTTPS, and TLS with SNI.'),
      };
    case 'Headless':
      return {
        label: t('A DNS name for each VM'),
        description: t(
          'Creates a headless Service. DNS returns the address of each VM; there is no shared IP address.',
        ),
      };
    case 'ExternalName':
      return {
        label: t('Alias to an outside name (ExternalName)'),
        description: t("DNS leads from the Service's name to another one. It selects no virtual machine."),
      };
  }
}
