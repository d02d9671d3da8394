import type { TimingRefusal } from '../../domain/draft/timingRefusals';
import type { Text } from '../useText';

/** Why something cannot take effect in that way, as a sentence. */
export function refusalText(t: Text, refusal: TimingRefusal): string {
  switch (refusal.code) {
    case 'not-running':
      return t('Start the VM first. Not running: {{names}}.', { names: refusal.names.join(', ') });
    case 'may-not-label':
      return t("You don't have permission to change the labels of the running instance and its pod.");
    case 'may-not-label-pod':
      return t("You don't have permission to change the labels of the pod.");
    case 'may-not-restart':
      return t("You don't have permission to restart virtual machines in this project.");
    case 'may-not-start':
      return t("You don't have permission to start virtual machines in this project.");
  }
}
