import { act, renderHook, waitFor } from '@testing-library/react';
import { NAMESPACE, VM_NAME, aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { allRights } from '../../../test/objects/draftBuilders';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { useExposure } from './useExposure';
import { useNamespaceNetwork } from './useNamespaceNetwork';
import { useSelected } from './useSelected';
import { useServiceEvents } from './useServiceEvents';
import { useServiceVms } from './useServiceVms';
import { useWatchedRoutes } from './useWatchedRoutes';
import { useWatchedVm } from './useWatchedVm';
import { useWatchedVmList } from './useWatchedVmList';
import { useWatchedVms } from './useWatchedVms';

const SERVICE = aService();
const NAMES = [VM_NAME];
const KNOWN = { service: SERVICE, vm: aRunningVm(), endpointSlices: [], services: [SERVICE], rights: allRights() };

const HOOKS: readonly [name: string, hook: () => object, isLoaded: (answer: never) => boolean][] = [
  ['useExposure', () => useExposure(KNOWN), ({ loaded }: { loaded: boolean }) => loaded],
  ['useNamespaceNetwork', () => useNamespaceNetwork(NAMESPACE), ({ loaded }: { loaded: boolean }) => loaded],
  [
    'useSelected',
    () => useSelected(NAMESPACE, { tier: 'backend' }),
    ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
  ],
  ['useServiceEvents', () => useServiceEvents(SERVICE), ({ events }: { events: unknown }) => events !== undefined],
  ['useServiceVms', () => useServiceVms(NAMESPACE), ({ vms }: { vms: unknown[] }) => vms.length > 0],
  [
    'useWatchedRoutes',
    () => useWatchedRoutes(NAMESPACE, true),
    ({ isSettled, routes }: { isSettled: boolean; routes: unknown }) => isSettled && routes !== undefined,
  ],
  ['useWatchedVm', () => useWatchedVm(NAMESPACE, VM_NAME), ({ loaded }: { loaded: boolean }) => loaded],
  ['useWatchedVmList', () => useWatchedVmList(NAMESPACE), ({ loaded }: { loaded: boolean }) => loaded],
  ['useWatchedVms', () => useWatchedVms(NAMESPACE, NAMES), ({ loaded }: { loaded: boolean }) => loaded],
];

describe('while the console repeats its discovery of the API, with every watch begun again', () => {
  it.each(HOOKS)('%s keeps what it has read', async (_name, hook, isLoaded) => {
    const served = new ServedCluster({ services: [SERVICE] });
    sdk.kinds.add('Route').add('NetworkAttachmentDefinition');
    served.watchAnswers.set('Route', { data: [{ kind: 'Route', metadata: { name: 'shop', namespace: NAMESPACE } }] });
    for (const kind of ['NetworkAttachmentDefinition', 'Ingress', 'ResourceQuota']) sdk.lists.set(kind, []);
    const { result } = renderHook(hook);
    await waitFor(() => expect(isLoaded(result.current as never)).toBe(true));
    const before = result.current;
    const tell = (areModelsInFlight: boolean) =>
      act(async () => {
        sdk.areModelsInFlight = areModelsInFlight;
        sdk.refresh();
        await Promise.resolve();
      });
    await tell(true);
    expect(sdk.watched()).toEqual([]);
    expect(result.current).toEqual(before);
    await tell(false);
    expect(sdk.watched()).not.toEqual([]);
    expect(result.current).toEqual(before);
  });

  it.each<[string, () => object, object]>([
    ['useWatchedRoutes', () => useWatchedRoutes(NAMESPACE, true), { isSettled: true, hasApi: false }],
    [
      'useNamespaceNetwork',
      () => useNamespaceNetwork(NAMESPACE),
      { loaded: true, primaryNetwork: { kind: 'default' } },
    ],
  ])('%s still knows that a kind is not there', async (_name, hook, expected) => {
    new ServedCluster();
    const { result } = renderHook(hook);
    await waitFor(() => expect(result.current).toMatchObject(expected));
    act(() => {
      sdk.areModelsInFlight = true;
      sdk.refresh();
    });
    expect(result.current).toMatchObject(expected);
  });

  it('useWatchedVmList still knows that there is no KubeVirt', () => {
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    const { result } = renderHook(() => useWatchedVmList(NAMESPACE));
    const expected = { loaded: true, hasKubeVirt: false, vms: [] };
    expect(result.current).toEqual(expected);
    act(() => {
      sdk.areModelsInFlight = true;
      sdk.refresh();
    });
    expect(result.current).toEqual(expected);
  });
});
