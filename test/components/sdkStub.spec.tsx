import { act, renderHook, waitFor } from '@testing-library/react';
import { unavailable } from '../objects/apiErrors';
import { aService } from '../objects/serviceBuilders';
import * as stub from './sdkStub';
import { k8sGet, sdk, useK8sWatchResource } from './sdkStub';

const QUERY = { groupVersionKind: { version: 'v1', kind: 'Service' }, namespace: 'prod2', isList: true };
const ONE = { groupVersionKind: { version: 'v1', kind: 'Service' }, namespace: 'prod2', name: 'backend' };
const watch = (query: typeof QUERY | typeof ONE | null) =>
  renderHook(({ of }) => useK8sWatchResource(of), { initialProps: { of: query } });

describe('the stub of the SDK', () => {
  beforeEach(() => sdk.begin());

  it('throws with the name of a part that it does not have, when that is used', () => {
    const { useOverlay } = stub as unknown as { useOverlay: () => void };
    expect(() => useOverlay()).toThrow('"useOverlay"');
  });

  it('throws when a test gave it nothing to answer with', async () => {
    await expect(
      k8sGet({
        model: { kind: 'Pod', plural: 'pods', abbr: 'P', apiVersion: 'v1', label: 'Pod', labelPlural: 'Pods' },
        ns: 'prod2',
        name: 'x',
      }),
    ).rejects.toThrow('no port for calls');
  });

  it('begins a watch unloaded, with an empty list or an empty object', () => {
    sdk.answer = () => 'loading';
    expect(watch(QUERY).result.current.slice(0, 2)).toEqual([[], false]);
    expect(watch(ONE).result.current.slice(0, 2)).toEqual([{}, false]);
  });

  it('counts a null query as loaded, with nothing', () => {
    expect(watch(null).result.current).toEqual([undefined, true, undefined]);
  });

  it('keeps data and loaded at an error, and never loads by one', async () => {
    sdk.answer = () => ({ error: unavailable() });
    const failing = watch(QUERY);
    await waitFor(() => expect(failing.result.current[2]).toBeTruthy());
    expect(failing.result.current.slice(0, 2)).toEqual([[], false]);
    failing.unmount();
    sdk.answer = () => ({ data: [aService()] });
    const { result } = watch(QUERY);
    await waitFor(() => expect(result.current.slice(0, 2)).toEqual([[aService()], true]));
    sdk.answer = () => ({ error: unavailable() });
    act(() => sdk.refresh());
    expect(result.current).toEqual([[aService()], true, expect.objectContaining({ code: 503 })]);
  });

  it('shares equal queries, and forgets one with its last reader', async () => {
    sdk.answer = () => ({ data: [aService()] });
    const first = watch(QUERY);
    await waitFor(() => expect(first.result.current[1]).toBe(true));
    const second = watch({ ...QUERY });
    expect(second.result.current[0]).toBe(first.result.current[0]);
    expect(sdk.watched()).toHaveLength(1);
    first.unmount();
    second.unmount();
    expect(sdk.watched()).toEqual([]);
  });

  it('answers for a kind that the cluster does not have with an error', () => {
    const { result } = watch({ groupVersionKind: { version: 'v1', kind: 'Widget' }, namespace: 'prod2', isList: true });
    expect(result.current).toEqual([[], true, new Error('Model does not exist')]);
  });
});
