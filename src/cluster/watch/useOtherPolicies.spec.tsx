import { renderHook, waitFor } from '@testing-library/react';
import { forbidden, notFound } from '../../../test/objects/apiErrors';
import { NAMESPACE } from '../../../test/objects/builders';
import { sdk } from '../../../test/components/sdkStub';
import { useOtherPolicies } from './useOtherPolicies';

const [ADMIN, CILIUM, PEERS] = ['AdminNetworkPolicy', 'CiliumNetworkPolicy', 'PeerAuthentication'] as const;
const policy = (name: string, namespace?: string) => ({ metadata: { name, ...(namespace ? { namespace } : {}) } });

async function read(mayReadCluster: boolean) {
  const { result } = renderHook(() => useOtherPolicies(NAMESPACE, mayReadCluster));
  await waitFor(() => expect(result.current.isSettled).toBe(true));
  return Object.fromEntries((result.current.policies ?? []).map(({ kind, names }) => [kind, names]));
}

describe('useOtherPolicies', () => {
  beforeEach(() => sdk.begin());

  it('finds nothing where no such kind is served', async () => {
    expect(await read(true)).toEqual({});
  });

  it('names the policies of the namespace, and of the cluster for who may read its configuration', async () => {
    sdk.kinds.add(CILIUM).add(ADMIN);
    sdk.lists.set(CILIUM, [policy('web', NAMESPACE), policy('web', 'other')]).set(ADMIN, [policy('all')]);
    expect(await read(true)).toEqual({ [CILIUM]: ['web'], [ADMIN]: ['all'] });
    expect(await read(false)).toEqual({ [CILIUM]: ['web'], [ADMIN]: undefined });
  });

  it('tells unread from absent', async () => {
    sdk.kinds.add(CILIUM).add(PEERS);
    sdk.lists.set(CILIUM, forbidden('no')).set(PEERS, notFound('peerauthentications'));
    expect(await read(false)).toEqual({ [CILIUM]: undefined, [PEERS]: [] });
  });

  it("takes a kind of another group for another kind, and knows Calico's own by its global kind", async () => {
    sdk.kinds.add(ADMIN).add('GlobalNetworkPolicy');
    sdk.kindGroups.set(ADMIN, 'example.com');
    sdk.lists.set('Calico NetworkPolicy', [policy('web', NAMESPACE)]);
    expect(await read(false)).toEqual({ GlobalNetworkPolicy: undefined, 'Calico NetworkPolicy': ['web'] });
  });

  it('knows nothing before the console has discovered the API', () => {
    sdk.areModelsInFlight = true;
    const { result } = renderHook(() => useOtherPolicies(NAMESPACE, false));
    expect(result.current).toEqual({ isSettled: false, policies: undefined });
  });
});
