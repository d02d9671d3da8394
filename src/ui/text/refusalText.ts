import type { TimingRefusal } from '../../domain/draft/timingRefusals';
import type { Text } from '../useText';

/** Why something cannot take effect in that way, as a sentence. */
export function refusalText(t: Text, refusal: TimingRefusal): string {
  switch (refusal.code) {
    case 'not-running':
      return t('Not running: {{names}}.', { names: refusal.names.join(', ') });
    case 'may-not-label':
      return t('You may not change the labels of the running instance or of its pod.');
    case 'may-not-label-pod':
      return t('You may not change the labels of the pod.');
    case 'may-not-restart':
      return t('You may not restart virtual machines of this project.');
    case 'may-not-start':
      return t('You may not start virtual machines of this project.');
  }
}
