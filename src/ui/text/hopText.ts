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
      return t('Interface');
    case 'EndpointSlice':
      return t('Endpoint');
    case 'Route':
    case 'Service':
    case 'Pod':
      return hop;
  }
}

/** How a hop is, in words: color and icon only repeat it. */
export function hopStateText(t: Text, state: HopState): string {
  switch (state) {
    case 'ok':
      return t('OK');
    case 'limited':
      return t('OK, with limitations');
    case 'partly-blocked':
      return t('Partly blocked');
    case 'blocked-here':
      return t('Blocked here');
    case 'not-checked':
      return t('Not checked');
    case 'not-reached':
      return t('Not reached');
  }
}
