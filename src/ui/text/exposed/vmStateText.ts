import type { VmStatusKind } from '../../../domain/kubevirt/vmStatus';
import type { Text } from '../../useText';

/** What a VM is doing, as a filter. */
export function vmStateText(t: Text, state: VmStatusKind): string {
  switch (state) {
    case 'running':
      return t('Running');
    case 'paused':
      return t('Paused');
    case 'stopped':
      return t('Stopped');
    case 'failed':
      return t('Failed');
    case 'changing':
      return t('Starting or stopping');
    case 'unknown':
      return t('Unknown');
  }
}
