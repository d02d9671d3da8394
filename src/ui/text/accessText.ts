import type { ExposedType } from '../../domain/k8s/exposedTypes';
import type { Text } from '../useText';

/** How clients reach a Service, in a few words. */
export function accessText(t: Text, type: ExposedType): string {
  switch (type) {
    case 'ClusterIP':
      return t('Inside the cluster');
    case 'NodePort':
      return t('Node port');
    case 'LoadBalancer':
      return t('Its own IP address');
    case 'Route':
      return t('URL');
    case 'Headless':
      return t('A DNS name for each VM');
    case 'ExternalName':
      return t('DNS alias to an external name');
  }
}
