import type { StepState } from '../../../domain/steps/progress';
import type { Text } from '../../useText';

/** How far a step of a run is, in a word. */
export function stepStateText(t: Text, state: StepState): string {
  switch (state) {
    case 'not-started':
      return t('Not started');
    case 'running':
      return t('In progress');
    case 'done':
      return t('Done');
    case 'failed':
      return t('Failed');
    case 'cancelled':
      return t('Stopped');
  }
}
