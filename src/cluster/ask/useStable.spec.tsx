import { renderHook } from '@testing-library/react';
import { useStable } from './useStable';

describe('useStable', () => {
  it('gives the first object until another one says something else', () => {
    const first = { a: [1], b: undefined };
    const props: { value: unknown } = { value: first };
    const { result, rerender } = renderHook(({ value }: typeof props) => useStable(value), { initialProps: props });
    expect(result.current).toBe(first);
    rerender({ value: { c: undefined, a: [1] } });
    expect(result.current).toBe(first);
    const second = { a: [2] };
    rerender({ value: second });
    expect(result.current).toBe(second);
    rerender({ value: undefined });
    expect(result.current).toBeUndefined();
    rerender({ value: [] });
    expect(result.current).toEqual([]);
  });
});
