import type { LabelState } from '../../domain/labels/labelTable';
import type { Text } from '../useText';

/** What the places of a label say together. */
export function labelStateText(t: Text, state: LabelState): string {
  switch (state) {
    case 'pending':
      return t('waits for a restart');
    case 'not-on-pod':
      return t('not on the pod: it was made before');
    case 'lost-at-restart':
      return t('lost at the next restart');
    case 'lost-at-migration':
      return t('lost at the next live migration');
    case 'temporary':
      return t('lost at the next restart or live migration');
    case 'vm-object-only':
      return t('On the VM only');
    case 'absent':
      return t('nowhere');
    case 'managed-by-kubevirt':
      return t('set on the pod by KubeVirt itself');
    case 'persistent':
      return t('lasting');
    case 'not-checked':
      return t('not checked');
  }
}
