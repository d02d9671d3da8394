import type { StepState } from '../../domain/steps/progress';
import type { Text } from '../useText';

/** How far a step of a run is. */
export function stepStateText(t: Text, state: StepState): string {
  switch (state) {
    case 'not-started':
      return t('not started');
    case 'running':
      return t('running');
    case 'done':
      return t('done');
    case 'failed':
      return t('failed');
    case 'cancelled':
      return t('cancelled');
  }
}
