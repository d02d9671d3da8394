import { millisecondsOf, newestFirst } from './timestamp';

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

  it('reads fractions of a second', () => {
    expect(millisecondsOf('2026-11-26T11:34:09.987654Z')).toBe(Date.parse('2026-11-26T11:34:09.987Z'));
  });

  it.each([undefined, '', 'yesterday', '2026-11-26', '2026-11-26T11:34:09', '2026-13-26T11:34:09Z'])(
    'makes nothing of %s',
    (text) => {
      expect(millisecondsOf(text)).toBeUndefined();
    },
  );
});

describe('newestFirst', () => {
  it('compares whole seconds with parts of them, and puts what has no time last', () => {
    const events = [
      { message: 'none' },
      { message: 'second', lastTimestamp: '2026-08-01T10:00:00Z' },
      { message: 'part', eventTime: '2026-08-01T10:00:00.500000Z' },
      { message: 'next', lastTimestamp: '2026-08-01T10:00:01Z' },
    ];
    expect(newestFirst(events).map(({ message }) => message)).toEqual(['next', 'part', 'second', 'none']);
  });
});
