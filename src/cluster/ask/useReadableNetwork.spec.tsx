import { renderHook, waitFor } from '@testing-library/react';
import { allRights } from '../../../test/objects/draftBuilders';
import { sdk } from '../../../test/components/sdkStub';
import { useReadableNetwork } from './useReadableNetwork';

const NETWORK = { spec: { serviceNodePortRange: '31000-31999' }, status: { serviceNetwork: ['172.30.0.0/16'] } };
const SERVICE_CIDR = { metadata: { name: 'kubernetes' }, spec: { cidrs: ['172.30.0.0/16', 'fd02::/112'] } };

beforeEach(() => {
  sdk.begin();
  ['Network', 'ServiceCIDR'].forEach((kind) => sdk.kinds.add(kind));
  sdk.clusterObjects.set('Network/cluster', NETWORK as object);
  sdk.lists.set('ServiceCIDR', [SERVICE_CIDR]);
});

const cidrsAfter = async (rights: Parameters<typeof useReadableNetwork>[0], count: number) => {
  const { result } = renderHook(() => useReadableNetwork(rights));
  await waitFor(() => expect(result.current.serviceRanges).toHaveLength(count));
  return { network: result.current.network, cidrs: result.current.serviceRanges.map(({ cidr }) => cidr) };
};

describe('useReadableNetwork', () => {
  it('reads both sources, and each range once', async () => {
    const { network, cidrs } = await cidrsAfter(allRights(), 2);
    expect(network?.nodePorts).toEqual({ first: 31000, last: 31999, isDefault: false });
    expect(cidrs).toEqual(['172.30.0.0/16', 'fd02::/112']);
  });

  it('asks only for what the user may read', async () => {
    const networkOnly = await cidrsAfter({ ...allRights(), readServiceCidrs: false }, 1);
    expect(networkOnly.cidrs).toEqual(['172.30.0.0/16']);
    const cidrsOnly = await cidrsAfter({ ...allRights(), readNetwork: false }, 2);
    expect(cidrsOnly.network).toBeUndefined();
  });

  it('asks for nothing without rights', async () => {
    sdk.clusterObjects.set('Network/cluster', new Error('asked in vain'));
    const { result } = renderHook(() => useReadableNetwork(allRights(false)));
    await waitFor(() => expect(result.current).toEqual({ network: undefined, serviceRanges: [] }));
  });
});
