import { READ_FROM, type Input } from '../../domain/diagnosis/situation';
import type { Text } from '../useText';

/** Names the objects that were not read, each once. */
export const notReadText = (t: Text, inputs: readonly Input[]): string =>
  t('Not read: {{objects}}.', { objects: [...new Set(inputs.map((input) => READ_FROM[input]))].join(', ') });
