import type { TypeRefusal } from '../../domain/draft/typeRefusal';
import type { ExposedType } from '../../domain/k8s/exposedTypes';
import type { LoadBalancerEvidence } from '../../domain/service/loadBalancerProvider';
import type { Text } from '../useText';
import { accessText } from './accessText';

/** The refusal as a sentence. */
export function typeRefusalText(t: Text, refusal: TypeRefusal): string {
  switch (refusal) {
    case 'no-routes':
      return t('Routes are not available on this cluster.');
    case 'may-not-route':
      return t("You don't have permission to create Routes in this project.");
    case 'alias-of-existing':
      return t('A Service that selects virtual machines cannot become a DNS alias.');
  }
}

/** What shows whether the cluster has a provider of load balancers. */
export function providerText(t: Text, evidence: LoadBalancerEvidence): string {
  switch (evidence.code) {
    case 'proven':
      return t('This cluster has a load balancer provider: Service {{name}} has an external IP address.', {
        name: evidence.service,
      });
    case 'none':
      return t('No provider seen: no load balancer in this project has an external IP address.');
    case 'not-read':
      return t('Not checked whether this cluster has a provider: Services could not be read.');
  }
}

/**
 * A type in words: a label that says all, a shorter title below a heading that says where the clients are, and what it
 * does.
 */
export function typeText(t: Text, type: ExposedType): { label: string; title: string; description: string } {
  switch (type) {
    case 'ClusterIP':
      return {
        label: t('Inside the cluster'),
        title: accessText(t, type),
        description: t(
          'Gives pods and virtual machines in this cluster a stable IP address and DNS name. Both stay the same when the VM restarts or migrates.',
        ),
      };
    case 'NodePort':
      return {
        label: t('From outside, on a node port'),
        title: accessText(t, type),
        description: t('Opens the same port on every node. Clients that can reach a node can connect.'),
      };
    case 'LoadBalancer':
      return {
        label: t('From outside, with its own IP address'),
        title: accessText(t, type),
        description: t(
          'Requests an external IP address from a load balancer. Requires a load balancer provider, for example MetalLB.',
        ),
      };
    case 'Route':
      return {
        label: t('From outside, with a URL'),
        title: accessText(t, type),
        description: t('Creates a Route. Works for HTTP, HTTPS, and TLS with SNI.'),
      };
    case 'Headless':
      return {
        label: t('A DNS name for each VM'),
        title: accessText(t, type),
        description: t(
          'Creates a headless Service. DNS returns the address of each VM; there is no shared IP address.',
        ),
      };
    case 'ExternalName':
      return {
        label: t('DNS alias to an external name'),
        title: accessText(t, type),
        description: t('DNS answers with the external name. The Service does not send traffic to this VM.'),
      };
  }
}
