import { t } from '../../../test/components/texts';
import { verdictText } from './verdictText';

it('words every verdict', () =>
  expect(
    (['reachable', 'partly-reachable', 'not-reachable', 'not-checked'] as const).map((verdict) =>
      verdictText(t, verdict),
    ),
  ).toEqual(['Reachable', 'Partly reachable', 'Not reachable', 'Not checked']));
