import { renderHook, waitFor } from '@testing-library/react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { answered } from '../../../test/components/answered';
import { forbidden } from '../../../test/objects/apiErrors';
import { sdk } from '../../../test/components/sdkStub';
import { useLabelSync } from './useLabelSync';

const kubeVirt = (labels: string): K8sResourceCommon =>
  ({
    metadata: { name: 'kubevirt', namespace: 'kubevirt' },
    spec: { customizeComponents: { flags: { controller: { 'additional-launcher-labels-sync': labels } } } },
  }) as K8sResourceCommon;

describe('useLabelSync', () => {
  afterEach(() => jest.restoreAllMocks());
  beforeEach(() => sdk.begin());

  it('reads the list of the KubeVirt, in whatever namespace, and watches nothing', async () => {
    sdk.lists.set('KubeVirt', [kubeVirt('tier,app')]);
    const { result } = renderHook(() => useLabelSync());
    expect(result.current).toEqual({ sync: undefined });
    await waitFor(() => expect(result.current.sync).toEqual({ keys: ['tier', 'app'], prefixes: [] }));
    expect(sdk.watched()).toEqual([]);
  });

  it('knows nothing where there is no KubeVirt to read', async () => {
    sdk.lists.set('KubeVirt', []);
    const listed = jest.spyOn(sdk.lists, 'get');
    const { result } = renderHook(() => useLabelSync());
    // once the list has been read, what it says of labels is known, too
    await answered();
    expect(listed.mock.results).toEqual([{ type: 'return', value: [] }]);
    expect(result.current).toEqual({ sync: undefined });
  });

  it('knows nothing, and tells why, where it may not be read', async () => {
    sdk.lists.set('KubeVirt', forbidden('kubevirts is forbidden'));
    const { result } = renderHook(() => useLabelSync());
    await waitFor(() =>
      expect(result.current).toEqual({
        sync: undefined,
        failure: { code: 403, reason: 'Forbidden', message: 'kubevirts is forbidden' },
      }),
    );
  });
});
