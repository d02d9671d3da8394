import { act, renderHook } from '@testing-library/react';
import { useNow } from './useNow';

it('tells the time again every so often, and no more once it is gone', () => {
  jest.useFakeTimers({ now: 1000 });
  const { result, unmount } = renderHook(() => useNow(10_000));
  expect(result.current).toBe(1000);
  act(() => jest.advanceTimersByTime(10_000));
  expect(result.current).toBe(11_000);
  unmount();
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});
