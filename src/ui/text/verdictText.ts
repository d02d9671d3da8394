import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { Text } from '../useText';

/** Whether a Service reaches a VM, in words. */
export function verdictText(t: Text, verdict: Verdict): string {
  switch (verdict) {
    case 'reaches':
      return t('reaches');
    case 'reaches-partly':
      return t('reaches partly');
    case 'does-not-reach':
      return t('does not reach');
    case 'not-checked':
      return t('not checked');
  }
}
