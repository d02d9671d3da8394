import type { Obstacle } from '../../domain/exposure/obstacles';
import { findingText } from './findings/findingText';
import type { Text } from '../useText';

/** What is in the way of reaching a VM, as a whole sentence. */
export function obstacleText(t: Text, obstacle: Obstacle): string {
  switch (obstacle.code) {
    case 'finding':
      return findingText(t, obstacle.finding);
    case 'migrating':
      return t('A live migration is under way: for a moment two pods may answer, or none.');
    case 'ports-list':
      return t('The ports list of its network interface lets only {{ports}} through to the guest.', {
        ports: obstacle.ports.join(', '),
      });
    case 'not-checked':
      return t('It could not be read what runs it, so this was not checked.');
  }
}
