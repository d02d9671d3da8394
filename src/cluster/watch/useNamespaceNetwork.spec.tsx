import '../../../test/components/anyVersion';
import { act, renderHook, waitFor } from '@testing-library/react';
import { answered } from '../../../test/components/answered';
import { forbidden, notFound } from '../../../test/objects/apiErrors';
import { NAMESPACE } from '../../../test/objects/builders';
import { aNetwork, aPolicy } from '../../../test/objects/networkBuilders';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { useNamespaceNetwork, type NamespaceNetwork } from './useNamespaceNetwork';

const NAD = 'NetworkAttachmentDefinition';
const LABEL = 'k8s.ovn.org/primary-user-defined-network';
const watch = (namespace = NAMESPACE) => renderHook(() => useNamespaceNetwork(namespace));
const loaded = (hook: { result: { current: NamespaceNetwork } }) =>
  waitFor(() => expect(hook.result.current.loaded).toBe(true));
const label = (labels: Record<string, string>) =>
  sdk.clusterObjects.set(`Namespace/${NAMESPACE}`, { metadata: { name: NAMESPACE, labels } });

describe('useNamespaceNetwork', () => {
  let served: ServedCluster;
  beforeEach(() => {
    served = new ServedCluster();
    sdk.kinds.add(NAD);
    sdk.lists.set(NAD, []);
  });

  it('begins unloaded, then gives policies, labels and the primary network', async () => {
    served.cluster.put(aPolicy());
    label({ team: 'a' });
    sdk.lists.set(NAD, [
      aNetwork(),
      { ...aNetwork({ name: 'elsewhere' }), metadata: { name: 'elsewhere', namespace: 'other' } },
    ]);
    const hook = watch();
    expect(hook.result.current).toEqual({
      loaded: false,
      networkPolicies: undefined,
      namespaceLabels: undefined,
      primaryNetwork: undefined,
    });
    await loaded(hook);
    expect(hook.result.current).toEqual({
      loaded: true,
      networkPolicies: [aPolicy()],
      namespaceLabels: { team: 'a' },
      primaryNetwork: { kind: 'user-defined', name: 'udn', topology: 'layer2' },
    });
    expect(sdk.watched()).toEqual([
      expect.objectContaining({
        namespace: NAMESPACE,
        isList: true,
        groupVersionKind: { group: 'networking.k8s.io', version: 'v1', kind: 'NetworkPolicy' },
      }),
    ]);
  });

  it('follows the policies', async () => {
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current.networkPolicies).toEqual([]);
    await served.change((cluster) => cluster.put(aPolicy({ name: 'new' })));
    expect(hook.result.current.networkPolicies).toEqual([aPolicy({ name: 'new' })]);
  });

  it('knows that there are no such networks where the cluster lacks the API, without asking', async () => {
    sdk.kinds.delete(NAD);
    sdk.lists.set(NAD, forbidden('never asked'));
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current.primaryNetwork).toEqual({ kind: 'default' });
    expect(hook.result.current.networksFailure).toBeUndefined();
  });

  it('does so too where the API answers that it is not there', async () => {
    sdk.lists.set(NAD, notFound('network-attachment-definitions'));
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current.primaryNetwork).toEqual({ kind: 'default' });
  });

  it('waits for API discovery before it says so', async () => {
    sdk.kinds.delete(NAD);
    sdk.areModelsInFlight = true;
    const hook = watch();
    await answered();
    expect(hook.result.current).toMatchObject({ loaded: false, primaryNetwork: undefined });
    // all else has answered: discovery alone is waited for
    expect(hook.result.current.namespaceLabels).toBeDefined();
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    await answered();
    expect(hook.result.current).toMatchObject({ loaded: true, primaryNetwork: { kind: 'default' } });
  });

  it('tells what may not be read, and knows nothing of it', async () => {
    served.watchAnswers.set('NetworkPolicy', { error: forbidden('no policies') });
    sdk.clusterObjects.set(`Namespace/${NAMESPACE}`, forbidden('no namespace'));
    sdk.lists.set(NAD, forbidden('no networks'));
    const hook = watch();
    await loaded(hook);
    const refused = (message: string) => ({ code: 403, reason: 'Forbidden', message });
    expect(hook.result.current).toEqual({
      loaded: true,
      networkPolicies: undefined,
      namespaceLabels: undefined,
      primaryNetwork: undefined,
      policiesFailure: refused('no policies'),
      namespaceFailure: refused('no namespace'),
      networksFailure: refused('no networks'),
    });
  });

  it('keeps the label of the namespace as a hint where the networks may not be read', async () => {
    label({ [LABEL]: '' });
    sdk.lists.set(NAD, forbidden('no networks'));
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current.primaryNetwork).toEqual({ kind: 'labelled-only', wereNetworksRead: false });
  });

  it('asks nothing without a namespace', async () => {
    const read = [jest.spyOn(sdk.lists, 'get'), jest.spyOn(sdk.clusterObjects, 'get')];
    const hook = renderHook(({ of }) => useNamespaceNetwork(of), { initialProps: { of: '' } });
    await answered();
    expect(hook.result.current.loaded).toBe(false);
    expect(sdk.watched()).toEqual([]);
    for (const spy of read) expect(spy).not.toHaveBeenCalled();
    hook.rerender({ of: NAMESPACE });
    await loaded(hook);
    for (const spy of read) {
      expect(spy).toHaveBeenCalledTimes(1);
      spy.mockRestore();
    }
  });
});
