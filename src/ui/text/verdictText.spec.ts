import { t } from '../../../test/components/texts';
import { verdictText } from './verdictText';

it('words every verdict', () =>
  expect(
    (['reaches', 'reaches-partly', 'does-not-reach', 'not-checked'] as const).map((verdict) => verdictText(t, verdict)),
  ).toEqual(['reaches', 'reaches partly', 'does not reach', 'not checked']));
