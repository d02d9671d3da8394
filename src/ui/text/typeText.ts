import type { TypeRefusal } from '../../domain/draft/typeRefusal';
import type { ExposedType } from '../../domain/k8s/exposedTypes';
import type { Text } from '../useText';

/** The refusal as a sentence. */
export function typeRefusalText(t: Text, refusal: TypeRefusal): string {
  switch (refusal) {
    case 'no-routes':
      return t('This cluster has no Routes; OpenShift has.');
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
        label: t('Inside this cluster (ClusterIP)'),
        description: t(
          'Pods and virtual machines of this cluster reach it by one address and one DNS name that stay the same when the VM restarts or migrates.',
        ),
      };
    case 'NodePort':
      return {
        label: t('From outside, by a port of every node (NodePort)'),
        description: t("Whoever reaches a node of the cluster reaches it by the node's address and one port."),
      };
    case 'LoadBalancer':
      return {
        label: t('From outside, by an address of its own (LoadBalancer)'),
        description: t(
          'A load balancer outside the cluster gives it an address. The cluster needs a provider for that.',
        ),
      };
    case 'Route':
      return {
        label: t('From outside, by a host name for HTTP and TLS (ClusterIP and Route)'),
        description: t(
          "OpenShift's router leads from the host name to the Service. It passes on HTTP, and TLS that names its host.",
        ),
      };
    case 'Headless':
      return {
        label: t('Each virtual machine under its own name (headless)'),
        description: t(
          'The Service has no address of its own: DNS leads straight to the virtual machines, to each under its own name.',
        ),
      };
    case 'ExternalName':
      return {
        label: t('Alias to an outside name (ExternalName)'),
        description: t("DNS leads from the Service's name to another one. It selects no virtual machine."),
      };
  }
}
