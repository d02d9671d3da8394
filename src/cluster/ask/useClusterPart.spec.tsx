import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden, notFound, unavailable } from '../../../test/objects/apiErrors';
import { sdk } from '../../../test/components/sdkStub';
import { NETWORK_CONFIG } from '../port/models';
import { toPart, useClusterPart, valueOf } from './useClusterPart';

beforeEach(() => sdk.begin());

describe('toPart', () => {
  it.each([
    [{}, 'loading'],
    [{ data: 0 }, 'known'],
    [{ failure: { code: 404, message: 'no' } }, 'absent'],
    [{ failure: { code: 403, message: 'no' } }, 'forbidden'],
    [{ failure: { code: 503, message: 'no' } }, 'failed'],
    [{ failure: { message: 'Failed to fetch' } }, 'failed'],
  ])('%j is %s', (asked, state) => {
    expect(toPart<number>(asked).state).toBe(state);
  });
});

describe('useClusterPart', () => {
  const ask = jest.fn<Promise<string>, []>();
  beforeEach(() => {
    ask.mockReset();
    ask.mockResolvedValue('read');
    sdk.kinds.add('Network');
  });
  const open = () => renderHook(() => useClusterPart(NETWORK_CONFIG, ask)).result;

  it('reads once', async () => {
    const part = open();
    expect(part.current).toEqual({ state: 'loading' });
    await waitFor(() => expect(part.current).toEqual({ state: 'known', value: 'read' }));
    expect(valueOf(part.current)).toBe('read');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['forbidden', forbidden('no')],
    ['absent', notFound('networks "cluster"')],
    ['failed', unavailable()],
  ])('%s', async (state, error) => {
    ask.mockRejectedValue(error);
    const part = open();
    await waitFor(() => expect(part.current.state).toBe(state));
    expect(valueOf(part.current)).toBeUndefined();
  });

  it('never asks for what this user may not read', () => {
    const { result } = renderHook(() => useClusterPart(NETWORK_CONFIG, ask, false));
    expect(result.current).toEqual({ state: 'loading' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('never asks for a kind that the cluster does not have, and waits for discovery before it says so', () => {
    sdk.kinds.delete('Network');
    sdk.areModelsInFlight = true;
    const part = open();
    expect(part.current).toEqual({ state: 'loading' });
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    expect(part.current).toEqual({ state: 'absent' });
    // discovery is repeated
    act(() => {
      sdk.areModelsInFlight = true;
      sdk.refresh();
    });
    expect(part.current).toEqual({ state: 'absent' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('takes a kind of that name of another group for none', () => {
    // the SDK answers with a model of the bare kind when it has none of the group
    sdk.kindGroups.set('Network', 'example.com');
    expect(open().current).toEqual({ state: 'absent' });
    expect(ask).not.toHaveBeenCalled();
  });
});
