import { isFinal } from './failure';

describe('isFinal', () => {
  it.each([400, 403, 404, 409, 422])('%d: the same request would be refused again', (code) => {
    expect(isFinal({ code, message: 'no' })).toBe(true);
  });

  it.each([408, 425, 429, 500, 503])('%d: another try may succeed', (code) => {
    expect(isFinal({ code, message: 'later' })).toBe(false);
  });

  it('nothing is final that got no answer, ran out of time, or was not sent', () => {
    expect(isFinal({ message: 'Failed to fetch' })).toBe(false);
    expect(isFinal({ code: 403, message: '', timedOut: true })).toBe(false);
    expect(isFinal({ code: 404, message: '', isPartMissing: true })).toBe(false);
  });
});
