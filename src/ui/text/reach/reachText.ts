import type { Verdict } from '../../../domain/diagnosis/diagnose';
import type { Hop } from '../../../domain/diagnosis/rule';
import type { Text } from '../../useText';

/** Where connections stop, in two sentences. */
function stopText(t: Text, hop: Hop): string {
  switch (hop) {
    case 'client':
      return t('Not reachable. Connections stop at the client.');
    case 'Route':
      return t('Not reachable. Connections stop at the Route.');
    case 'Service':
      return t('Not reachable. Connections stop at the Service.');
    case 'EndpointSlice':
      return t('Not reachable. The Service has no endpoint for this VM.');
    case 'Pod':
      return t('Not reachable. Connections stop at the pod.');
    case 'NIC':
      return t('Not reachable. Connections stop at the network interface.');
    case 'guest':
      return t('Not reachable. Connections stop at the guest OS.');
  }
}

/**
 * A verdict and what it means for connections, in two sentences.
 * @param stop the first hop that lets nothing through, where there is one
 */
export function reachText(t: Text, verdict: Verdict, stop: Hop | undefined): string {
  switch (verdict) {
    case 'reachable':
      // only a test tells of the guest
      if (stop === 'guest')
        return t('Reachable. The Service sends traffic to this VM, but the guest OS did not answer.');
      return t('Reachable. The Service sends traffic to this VM.');
    case 'partly-reachable':
      return t('Partly reachable. Some connections are blocked.');
    case 'not-reachable':
      return stop ? stopText(t, stop) : t('Not reachable. The Service sends no traffic to this VM.');
    case 'not-checked':
      return t('Not checked. Some objects could not be read.');
  }
}
