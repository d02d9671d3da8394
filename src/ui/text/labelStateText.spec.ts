import { t } from '../../../test/components/texts';
import type { LabelState } from '../../domain/labels/labelTable';
import { labelStateText } from './labelStateText';

const STATES: readonly LabelState[] = [
  'pending',
  'not-on-pod',
  'lost-at-restart',
  'lost-at-migration',
  'temporary',
  'vm-object-only',
  'absent',
  'managed-by-kubevirt',
  'persistent',
  'not-checked',
];

it('words every state differently', () =>
  expect(new Set(STATES.map((state) => labelStateText(t, state))).size).toBe(STATES.length));
