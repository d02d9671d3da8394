import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden } from '../../../test/objects/apiErrors';
import { useOnce } from './useOnce';

describe('useOnce', () => {
  const answers = new Map<string, { resolve: (text: string) => void; reject: (error: unknown) => void }>();
  const ask = jest.fn<Promise<string>, [string]>();
  const watch = (key?: string) =>
    renderHook(({ of }: { of: string | undefined }) => useOnce(of, ask), { initialProps: { of: key } });
  const settle = (work: () => void) =>
    act(async () => {
      work();
      await Promise.resolve();
    });

  beforeEach(() => {
    answers.clear();
    ask
      .mockReset()
      .mockImplementation((key) => new Promise((resolve, reject) => answers.set(key, { resolve, reject })));
  });

  it('asks once, and says nothing before the answer', async () => {
    const { result, rerender } = watch('a');
    rerender({ of: 'a' });
    expect(result.current).toEqual({});
    await settle(() => answers.get('a')?.resolve('answer'));
    expect(result.current).toEqual({ data: 'answer' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('gives the failure of a refused call', async () => {
    const { result } = watch('a');
    await settle(() => answers.get('a')?.reject(forbidden('no get')));
    await waitFor(() =>
      expect(result.current).toEqual({ failure: { code: 403, reason: 'Forbidden', message: 'no get' } }),
    );
  });

  it('asks nothing without a key', () => {
    expect(watch().result.current).toEqual({});
    expect(ask).not.toHaveBeenCalled();
  });

  it('forgets one key for another, and lets no late answer count', async () => {
    const { result, rerender } = watch('a');
    rerender({ of: 'b' });
    await settle(() => answers.get('b')?.resolve('of b'));
    await settle(() => answers.get('a')?.resolve('of a'));
    expect(result.current).toEqual({ data: 'of b' });
    rerender({ of: 'c' });
    expect(result.current).toEqual({});
  });
});
