import { unreadOf } from './unread';

describe('unreadOf', () => {
  it.each([
    [404, 'absent'],
    [403, 'forbidden'],
    [500, 'failed'],
    [401, 'failed'],
  ])('of an answer %s is %s', (code, state) => {
    expect(unreadOf({ code, message: 'no' }).state).toBe(state);
  });

  it('of no answer is a failed call, with what is known of it', () => {
    expect(unreadOf({ message: 'timeout' })).toEqual({ state: 'failed', failure: { message: 'timeout' } });
  });
});
