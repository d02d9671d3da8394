import { act, renderHook } from '@testing-library/react';
import { useDebounced } from './useDebounced';

const debounced = () => renderHook(({ value }) => useDebounced(value, 400), { initialProps: { value: 'a' } });
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds));

describe('useDebounced', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives the first value immediately, and a later one when it has stayed for so long', () => {
    const hook = debounced();
    expect(hook.result.current).toBe('a');
    hook.rerender({ value: 'ab' });
    pass(399);
    hook.rerender({ value: 'abc' });
    pass(399);
    expect(hook.result.current).toBe('a');
    pass(1);
    expect(hook.result.current).toBe('abc');
  });

  it('stays when the value comes back, and leaves no timer behind', () => {
    const hook = debounced();
    hook.rerender({ value: 'ab' });
    hook.rerender({ value: 'a' });
    expect(jest.getTimerCount()).toBe(0);
    hook.rerender({ value: 'ab' });
    expect(jest.getTimerCount()).toBe(1);
    hook.unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
