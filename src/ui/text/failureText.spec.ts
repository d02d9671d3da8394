import { t } from '../../../test/components/texts';
import type { ChangedValue, Failure } from '../../domain/k8s/failure';
import { failureText } from './failureText';

describe('failureText', () => {
  it.each<[string, Failure, string]>([
    [
      'code, reason and words',
      { code: 403, reason: 'Forbidden', message: 'services is forbidden' },
      'The API server answered 403 Forbidden: services is forbidden',
    ],
    ['a code without a reason', { code: 502, message: 'Bad Gateway' }, 'The API server answered 502: Bad Gateway'],
    [
      'what a status says',
      { reason: 'HostAlreadyClaimed', message: 'route x has it' },
      'HostAlreadyClaimed: route x has it',
    ],
    ['no answer', { message: 'Failed to fetch' }, 'No answer came from the cluster: Failed to fetch'],
    [
      'a part of the plugin that is gone',
      { message: 'Loading chunk 7 failed', isPartMissing: true },
      'If Expose VM was updated while this page was open, reload the page. The browser says: Loading chunk 7 failed',
    ],
    [
      'labels that were reverted',
      { areLabelsReverted: true, message: 'reverted' },
      'The label was removed again. A controller on the cluster might own these labels.',
    ],
    [
      'time that ran out',
      { message: '', timedOut: true },
      'This did not finish in time, but it can still succeed. Try again to check.',
    ],
    [
      'time that ran out while the cluster did not answer',
      { code: 503, message: 'not up', timedOut: true },
      'This did not finish in time. The last check of the cluster failed: not up',
    ],
  ])('words %s', (_name, failure, text) => {
    expect(failureText(t, failure)).toBe(text);
  });

  it("leaves the server's words as they are", () => {
    const message = 'Service "a" is invalid: spec: <b>{{code}}</b> & $t(Name)';
    expect(failureText(t, { code: 422, reason: 'Invalid', message })).toBe(
      `The API server answered 422 Invalid: ${message}`,
    );
  });

  describe('of a guarded patch that found another value', () => {
    const words = 'The API server answered 422 Invalid: refused';
    const path = '/spec/template/metadata/labels/tier';
    const refused = (...changed: ChangedValue[]): Failure => ({
      code: 422,
      reason: 'Invalid',
      message: 'refused',
      changed,
    });

    it.each<[string, ChangedValue, string]>([
      [
        'changed',
        { of: 'value', path, expected: 'old', actual: 'new' },
        `${path} was changed from old to new in the meantime.`,
      ],
      ['set', { of: 'value', path, expected: null, actual: 'new' }, `${path} was set to new in the meantime.`],
      [
        'removed',
        { of: 'value', path, expected: 'old', actual: null },
        `${path} was removed in the meantime. Its value was old.`,
      ],
      [
        'emptied',
        { of: 'value', path, expected: 'old', actual: '' },
        `${path} was changed from old to  in the meantime.`,
      ],
      [
        'recreated with its object',
        { of: 'object', path: '/metadata/uid', expected: 'a', actual: 'b' },
        'The object was deleted and created again in the meantime.',
      ],
    ])('says that it was %s, then the words of the server', (_name, changed, text) => {
      expect(failureText(t, refused(changed))).toBe(`${text} ${words}`);
    });

    it('names every value, with its text as it is', () => {
      const hostile = '<b>{{path}}</b> $t(Name)';
      expect(
        failureText(
          t,
          refused(
            { of: 'value', path, expected: 'a', actual: hostile },
            { of: 'value', path: '/spec/ports', expected: '[]', actual: null },
          ),
        ),
      ).toBe(
        `${path} was changed from a to ${hostile} in the meantime. /spec/ports was removed in the meantime. Its value was []. ${words}`,
      );
    });

    it('has nothing but the words of the server when nothing has changed', () => {
      expect(failureText(t, refused())).toBe(words);
    });
  });
});
