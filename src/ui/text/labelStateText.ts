import type { LabelState } from '../../domain/labels/labelTable';
import type { Text } from '../useText';

/** What the places of a label say together. */
export function labelStateText(t: Text, state: LabelState): string {
  switch (state) {
    case 'pending':
      return t('Restart required');
    case 'not-on-pod':
      return t('Missing on the pod');
    case 'lost-at-restart':
      return t('Lost at next restart');
    case 'lost-at-migration':
      return t('Lost at next live migration');
    case 'temporary':
      return t('Lost at next restart or live migration');
    case 'vm-object-only':
      return t('On the VM only');
    case 'absent':
      return t('Missing');
    case 'managed-by-kubevirt':
      return t('Set by KubeVirt');
    case 'persistent':
      return t('Persistent');
    case 'not-checked':
      return t('Not checked');
  }
}
