import { millisecondsOf } from './timestamp';

describe('millisecondsOf', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '1999-12-31T23:59:59Z',
    '2000-02-29T12:00:00Z',
    '2026-03-01T00:00:00Z',
    '2026-11-26T11:34:09Z',
    '2100-02-28T01:02:03Z',
  ])('reads %s as the platform does', (text) => {
    expect(millisecondsOf(text)).toBe(Date.parse(text));
  });

  it('leaves fractions of a second out', () => {
    expect(millisecondsOf('2026-11-26T11:34:09.987654Z')).toBe(Date.parse('2026-11-26T11:34:09Z'));
  });

  it.each([undefined, '', 'yesterday', '2026-11-26'])('makes nothing of %s', (text) => {
    expect(millisecondsOf(text)).toBeUndefined();
  });
});
