import { t } from '../../../test/components/texts';
import { unreadText } from './unreadText';

describe('unreadText', () => {
  it.each([
    [{ code: 404, message: 'not found' }, 'Routes are not available on this cluster.'],
    [
      { code: 403, reason: 'Forbidden', message: 'no' },
      "You don't have permission to read Routes. The API server answered 403 Forbidden: no",
    ],
    [{ code: 500, message: 'sick' }, 'Routes could not be read. The API server answered 500: sick'],
    [{ message: 'lost' }, 'Routes could not be read. No answer came from the cluster: lost'],
  ])('of %j', (failure, text) => {
    expect(unreadText(t, 'Routes', failure)).toBe(text);
  });
});
