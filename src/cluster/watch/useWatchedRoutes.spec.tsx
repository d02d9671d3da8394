import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden } from '../../../test/objects/apiErrors';
import { sdk } from '../../../test/components/sdkStub';
import { useWatchedRoutes } from './useWatchedRoutes';

const ROUTE = {
  kind: 'Route',
  metadata: { name: 'shop', namespace: 'prod2' },
  spec: { to: { kind: 'Service', name: 'shop' } },
};
const watch = (isAsked = true) =>
  renderHook(({ namespace }) => useWatchedRoutes(namespace, isAsked), { initialProps: { namespace: 'prod2' } });

beforeEach(() => {
  sdk.begin();
  sdk.answer = () => ({ data: [ROUTE] });
  sdk.kinds.add('Route');
});

describe('useWatchedRoutes', () => {
  it('gives the Routes of the namespace', async () => {
    const { result } = watch();
    expect(result.current).toEqual({ isSettled: false, hasApi: true, routes: undefined });
    await waitFor(() => expect(result.current).toEqual({ isSettled: true, hasApi: true, routes: [ROUTE] }));
    expect(sdk.watched()).toEqual([expect.objectContaining({ namespace: 'prod2', isList: true })]);
  });

  it('asks for none on a cluster without Routes, or with a kind of that name in another group', () => {
    sdk.kinds.delete('Route');
    expect(watch().result.current).toEqual({ isSettled: true, hasApi: false, routes: undefined });
    sdk.kinds.add('Route');
    sdk.kindGroups.set('Route', 'serving.knative.dev');
    expect(watch().result.current).toEqual({ isSettled: true, hasApi: false, routes: undefined });
    expect(sdk.watched()).toEqual([]);
  });

  it('asks for none where they are of no use', () => {
    expect(watch(false).result.current).toEqual({ isSettled: true, hasApi: true, routes: undefined });
    expect(sdk.watched()).toEqual([]);
  });

  it('is settled when they may not be read', async () => {
    sdk.answer = () => ({ error: forbidden('no list') });
    const { result } = watch();
    await waitFor(() =>
      expect(result.current).toEqual({
        isSettled: true,
        hasApi: true,
        routes: undefined,
        failure: { code: 403, reason: 'Forbidden', message: 'no list' },
      }),
    );
  });

  it('waits for discovery the first time only', async () => {
    sdk.areModelsInFlight = true;
    const { result } = watch();
    expect(result.current.isSettled).toBe(false);
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    await waitFor(() => expect(result.current.isSettled).toBe(true));
    act(() => {
      sdk.areModelsInFlight = true;
      sdk.refresh();
    });
    expect(result.current.isSettled).toBe(true);
  });
});
