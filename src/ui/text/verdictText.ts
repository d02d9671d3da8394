import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { Text } from '../useText';

/** Whether a Service reaches a VM, in words. */
export function verdictText(t: Text, verdict: Verdict): string {
  switch (verdict) {
    case 'reachable':
      return t('Reachable');
    case 'partly-reachable':
      return t('Partly reachable');
    case 'not-reachable':
      return t('Not reachable');
    case 'not-checked':
      return t('Not checked');
  }
}

/**
 * How many Services or VMs have a verdict, in words.
 * @param number how many
 */
export function verdictCountText(t: Text, verdict: Verdict, number: number): string {
  switch (verdict) {
    case 'reachable':
      return t('{{count}} reachable', { count: number });
    case 'partly-reachable':
      return t('{{count}} partly reachable', { count: number });
    case 'not-reachable':
      return t('{{count}} not reachable', { count: number });
    case 'not-checked':
      return t('{{count}} not checked', { count: number });
  }
}
