import { renderHook, waitFor } from '@testing-library/react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { answered } from '../../../test/components/answered';
import { forbidden } from '../../../test/objects/apiErrors';
import { sdk } from '../../../test/components/sdkStub';
import { useClusterDomain } from './useClusterDomain';

const ASSUMED = { domain: 'cluster.local', isAssumed: true };

describe('useClusterDomain', () => {
  afterEach(() => jest.restoreAllMocks());
  beforeEach(() => {
    sdk.begin();
    sdk.kinds.add('DNS');
  });

  it('reads the domain of the cluster', async () => {
    sdk.clusterObjects.set('DNS/default', { status: { clusterDomain: 'corp.example' } } as K8sResourceCommon);
    const { result } = renderHook(() => useClusterDomain());
    expect(result.current).toEqual({ ...ASSUMED, dns: { state: 'loading' } });
    await waitFor(() =>
      expect(result.current).toEqual({
        domain: 'corp.example',
        isAssumed: false,
        dns: { state: 'known', value: { status: { clusterDomain: 'corp.example' } } },
      }),
    );
  });

  it.each([
    ['may not be read', forbidden('dnses is forbidden'), 'forbidden'],
    ['says no domain', { status: {} } as K8sResourceCommon, 'known'],
  ])('assumes cluster.local where the configuration %s', async (_why, answer, state) => {
    sdk.clusterObjects.set('DNS/default', answer);
    const read = jest.spyOn(sdk.clusterObjects, 'get');
    const { result } = renderHook(() => useClusterDomain());
    await answered();
    expect(read.mock.results).toEqual([{ type: 'return', value: answer }]);
    expect(result.current).toMatchObject({ ...ASSUMED, dns: { state } });
  });

  it('assumes cluster.local where the cluster has no such API, without asking', async () => {
    sdk.kinds.delete('DNS');
    sdk.clusterObjects.set('DNS/default', { status: { clusterDomain: 'corp.example' } } as K8sResourceCommon);
    const read = jest.spyOn(sdk.clusterObjects, 'get');
    const { result } = renderHook(() => useClusterDomain());
    await answered();
    expect(read).not.toHaveBeenCalled();
    expect(result.current).toEqual({ ...ASSUMED, dns: { state: 'absent' } });
  });
});
