import type { Finding } from '../domain/diagnosis/rule';
import type { Text } from './useText';

/** Words the findings about interface (N), user-defined network (U), headless names (H), load balancer (L), node port and admission (O), Route (R), policies (K) and guest (G); undefined for other codes. */
export function networkFindingText(t: Text, { code, grade, actual, needed, object }: Finding): string | undefined {
  switch (code) {
    case 'N1':
      return t('The virtual machine {{name}} is not on the pod network, and Services reach nothing else.', { name: object.name });
    case 'N2':
      return t('The network interface lets only {{actual}} through to the guest; {{needed}} is missing in its ports list.', { actual, needed });
    case 'K1':
      return grade === 'blocks'
        ? t('No client is let in on {{needed}}: the network policies {{name}} select this virtual machine, and none of their rules allows it.', { needed, name: object.name })
        : t('Not every client is let in on {{needed}}: the network policies {{name}} select this virtual machine and allow only some.', { needed, name: object.name });
    case 'U1':
      return object.kind === 'Namespace'
        ? t('The project {{name}} is labelled for a primary user-defined network, but no such network was found. If there is one, what is checked on the default network may not hold.', { name: object.name })
        : t('The virtual machines of this project are on the user-defined network {{name}}, not on the cluster\'s default network.', { name: object.name });
    case 'U3':
      return t('The cluster IP of this Service can be reached only from pods and virtual machines of the same user-defined network; other projects, and perhaps Routes, cannot use it. A node port or a load balancer can be reached from elsewhere.');
    case 'U5':
      return t('A headless Service is not supported on a user-defined network: its names lead to addresses of the default network, where the virtual machine does not answer.');
    case 'U6':
      return t('The primary network {{name}} has the topology layer3. Virtual machines need layer2.', { name: object.name });
    default:
      return undefined;
  }
}
