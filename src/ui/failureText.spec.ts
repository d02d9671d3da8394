import { t } from '../../test/texts';
import type { Failure } from '../domain/progress';
import { failureText } from './failureText';

describe('failureText', () => {
  it.each<[string, Failure, string]>([
    ['code, reason and words', { code: 403, reason: 'Forbidden', message: 'services is forbidden' }, 'The API server answered 403 Forbidden: services is forbidden'],
    ['a code without a reason', { code: 502, message: 'Bad Gateway' }, 'The API server answered 502: Bad Gateway'],
    ['no answer', { message: 'Failed to fetch' }, 'No answer came from the cluster: Failed to fetch'],
    ['labels that were reverted', { reason: 'LabelsReverted', message: 'reverted' }, 'Something on the cluster took the label away again. A controller may own these labels.'],
    ['time that ran out', { message: '', timedOut: true }, 'It did not happen in the time allowed. It may still happen: retry looks again.'],
    ['time that ran out while the cluster did not answer', { code: 503, message: 'not up', timedOut: true }, 'It did not happen in the time allowed. The last look at the cluster failed: not up'],
  ])('words %s', (_name, failure, text) => {
    expect(failureText(t, failure)).toBe(text);
  });

  it('leaves the server\'s words as they are', () => {
    const message = 'Service "a" is invalid: spec: <b>{{code}}</b> & $t(Name)';
    expect(failureText(t, { code: 422, reason: 'Invalid', message })).toBe(`The API server answered 422 Invalid: ${message}`);
  });
});
