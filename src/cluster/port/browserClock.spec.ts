import { browserClock } from './sdkPort';

describe("the browser's clock", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes on while it waits', async () => {
    const begin = browserClock.now();
    const waited = browserClock.wait(3, new AbortController().signal);
    await jest.advanceTimersByTimeAsync(3000);
    await waited;
    expect(browserClock.now() - begin).toBe(3000);
  });

  it('ends a wait immediately when it is aborted, before or meanwhile', async () => {
    const page = new AbortController();
    const waited = browserClock.wait(60, page.signal);
    page.abort();
    await waited;
    await browserClock.wait(60, page.signal);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    const waited = browserClock.wait(1, signal);
    await jest.advanceTimersByTimeAsync(1000);
    await waited;
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    );
  });
});
