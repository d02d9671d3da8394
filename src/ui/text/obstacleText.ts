import type { Obstacle } from '../../domain/exposure/obstacles';
import { findingText } from './findings/findingText';
import type { Text } from '../useText';

/** What is in the way of reaching a VM, as a whole sentence. */
export function obstacleText(t: Text, obstacle: Obstacle): string {
  switch (obstacle.code) {
    case 'finding':
      return findingText(t, obstacle.finding);
    case 'migrating':
      return t('The VM is migrating. For a moment, two pods or none can receive traffic.');
    case 'ports-list':
      return t(
        'The network interface of the VM allows only {{ports}}. Add other ports that clients need to its ports list.',
        {
          ports: obstacle.ports.join(', '),
        },
      );
    case 'not-checked':
      return t('Not checked, because the running instance of the VM could not be read.');
  }
}
