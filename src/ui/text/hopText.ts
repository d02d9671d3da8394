import type { HopState } from '../../domain/diagnosis/hopPath';
import type { Hop } from '../../domain/diagnosis/rule';
import type { Text } from '../useText';

/** What a hop is called; the names of kinds are Kubernetes' own. */
export function hopText(t: Text, hop: Hop): string {
  switch (hop) {
    case 'client':
      return t('Client');
    case 'guest':
      return t('Guest');
    case 'NIC':
      return t('Network interface');
    case 'Route':
    case 'Service':
    case 'EndpointSlice':
    case 'Pod':
      return hop;
  }
}

/** How a hop is, in words: colour and icon only repeat it. */
export function hopStateText(t: Text, state: HopState): string {
  switch (state) {
    case 'fine':
      return t('fine');
    case 'caveat':
      return t('fine, with a condition');
    case 'partly':
      return t('broken for some ports');
    case 'broken':
      return t('broken');
    case 'not-checked':
      return t('not checked');
    case 'not-reached':
      return t('not reached');
  }
}
