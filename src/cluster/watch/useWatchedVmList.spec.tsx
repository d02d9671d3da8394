import '../../../test/components/anyVersion';
import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { useWatchedVmList } from './useWatchedVmList';

const watch = (namespace?: string) => renderHook(() => useWatchedVmList(namespace));
const VMS = [aRunningVm(), aStoppedVm({ name: 'webvm' })];

describe('useWatchedVmList', () => {
  it('begins unloaded and gives the VMs of the namespace', async () => {
    new ServedCluster({ vms: VMS });
    const { result } = watch('prod2');
    expect(result.current).toEqual({ loaded: false, hasKubeVirt: true, vms: [] });
    await waitFor(() => expect(result.current.loaded).toBe(true));
    expect(result.current.vms).toEqual(VMS.map(({ vm }) => vm));
    expect(sdk.watched()).toEqual([expect.objectContaining({ namespace: 'prod2', isList: true })]);
  });

  it('asks for all namespaces when none is given', async () => {
    new ServedCluster({ vms: VMS });
    const { result } = watch();
    await waitFor(() => expect(result.current.vms).toHaveLength(2));
    expect(sdk.watched().map(({ namespace }) => namespace)).toEqual([undefined]);
  });

  it('is loaded with the failure when the list may not be read', async () => {
    const served = new ServedCluster({ vms: VMS });
    served.watchAnswers.set('VirtualMachine', { error: forbidden('no list') });
    const { result } = watch('prod2');
    await waitFor(() => expect(result.current.loaded).toBe(true));
    expect(result.current).toMatchObject({ vms: [], failure: { code: 403, message: 'no list' } });
  });

  it('keeps the VMs through a failure that passes', async () => {
    const served = new ServedCluster({ vms: VMS });
    const { result } = watch('prod2');
    await waitFor(() => expect(result.current.loaded).toBe(true));
    served.watchAnswers.set('VirtualMachine', { error: unavailable() });
    await served.change();
    expect(result.current.vms).toHaveLength(2);
    expect(result.current.failure?.code).toBe(503);
  });

  it('waits for API discovery before it says that there is no KubeVirt', () => {
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    sdk.areModelsInFlight = true;
    const { result } = watch('prod2');
    expect(result.current.loaded).toBe(false);
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    expect(result.current).toEqual({ loaded: true, hasKubeVirt: false, vms: [] });
  });
});
