import '../../../test/components/anyVersion';
import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aPod, aStoppedVm, aVmi, launcherLabels } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { seenOf, vmOf, type WatchedVms } from './watchedVms';
import { useWatchedVm } from './useWatchedVm';

const watch = () =>
  renderHook(({ namespace, name }) => useWatchedVm(namespace, name), {
    initialProps: { namespace: 'prod2', name: 'backendvm' },
  });
const loaded = async (hook: { result: { current: WatchedVms } }) =>
  waitFor(() => expect(hook.result.current.loaded).toBe(true));
const kinds = () => sdk.watched().map(({ groupVersionKind }) => groupVersionKind?.kind);

describe('useWatchedVm', () => {
  it("begins unloaded and gives the VM with its VMI, that VMI's pods, Services and EndpointSlices", async () => {
    const { vm, vmi, pods } = aReachedVm();
    const foreign = aPod({ name: 'other', uid: 'other', labels: launcherLabels('othervm', 'vmi-other') });
    new ServedCluster({
      vms: [{ vm, ...(vmi ? { vmi } : {}), pods: [...pods, foreign] }],
      services: [aService()],
      endpointSlices: [aSlice()],
    });
    const hook = watch();
    expect(hook.result.current).toMatchObject({
      loaded: false,
      hasKubeVirt: true,
      vms: [],
      missing: [],
      services: undefined,
      endpointSlices: undefined,
    });
    await loaded(hook);
    expect(hook.result.current.vms).toEqual([{ vm, vmi, pods }]);
    expect(hook.result.current.services).toEqual([aService()]);
    expect(hook.result.current.endpointSlices).toEqual([aSlice()]);
    expect(seenOf('prod2', hook.result.current)).toEqual({
      namespace: 'prod2',
      vms: [{ vm, vmi, pods }],
      services: [aService()],
      endpointSlices: [aSlice()],
    });
  });

  it("is not loaded before the pods are, which are asked for by the VMI's uid", async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('Pod', 'loading');
    const hook = watch();
    await waitFor(() => expect(kinds()).toContain('Pod'));
    expect(hook.result.current.loaded).toBe(false);
    expect(sdk.watched().find(({ groupVersionKind }) => groupVersionKind?.kind === 'Pod')?.selector).toEqual({
      matchLabels: { 'kubevirt.io/created-by': 'vmi-1' },
    });
    served.watchAnswers.clear();
    await served.change();
    expect(hook.result.current.loaded).toBe(true);
  });

  it('is loaded for a stopped VM, whose VMI is not found, without asking for pods', async () => {
    new ServedCluster({ vms: [aStoppedVm()] });
    const hook = watch();
    await loaded(hook);
    expect(vmOf(hook.result.current)).toEqual(aStoppedVm());
    expect(hook.result.current).toMatchObject({ missing: [] });
    expect([hook.result.current.vmFailure, hook.result.current.instancesFailure]).toEqual([undefined, undefined]);
    expect(kinds()).not.toContain('Pod');
  });

  it('stays loaded while a restart brings another VMI and its pods', async () => {
    const served = new ServedCluster();
    const hook = watch();
    await loaded(hook);
    served.watchAnswers.set('Pod', 'loading');
    await served.change((cluster) => cluster.put(aVmi({ uid: 'vmi-2' })));
    await waitFor(() => expect(vmOf(hook.result.current)?.vmi?.metadata?.uid).toBe('vmi-2'));
    expect(hook.result.current.loaded).toBe(true);
    expect(vmOf(hook.result.current)?.pods).toEqual([]);
  });

  it("does not keep a VMI that the VM's status knows to be gone", async () => {
    const served = new ServedCluster();
    const hook = watch();
    await loaded(hook);
    served.watchAnswers.set('VirtualMachineInstance', 'loading');
    await served.change((cluster) => {
      const vm = cluster.one('VirtualMachine', 'backendvm');
      if (vm) cluster.put({ ...vm, status: { ...vm.status, created: false, printableStatus: 'Stopped' } } as typeof vm);
    });
    expect(vmOf(hook.result.current)).toMatchObject({ pods: [] });
    expect(vmOf(hook.result.current)?.vmi).toBeUndefined();
  });

  it.each([
    ['VirtualMachine', 'vmFailure'],
    ['Pod', 'podsFailure'],
    ['Service', 'servicesFailure'],
    ['EndpointSlice', 'slicesFailure'],
  ] as const)('is loaded with the failure when %s may not be read', async (kind, failure) => {
    const served = new ServedCluster({ services: [aService()], endpointSlices: [aSlice()] });
    served.watchAnswers.set(kind, { error: forbidden(`${kind} is forbidden`) });
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current[failure]).toEqual({ code: 403, reason: 'Forbidden', message: `${kind} is forbidden` });
    if (kind === 'VirtualMachine') expect(vmOf(hook.result.current)).toBeUndefined();
    if (kind === 'Service') expect(hook.result.current.services).toBeUndefined();
    if (kind === 'EndpointSlice') expect(hook.result.current.endpointSlices).toBeUndefined();
  });

  it('says that the VM is missing when there is none, not when it may not be read', async () => {
    const served = new ServedCluster({ vms: [] });
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current).toMatchObject({ vms: [], missing: ['backendvm'], vmFailure: { code: 404 } });
    served.watchAnswers.set('VirtualMachine', { error: forbidden('no more') });
    await served.change();
    expect(hook.result.current).toMatchObject({ vms: [], missing: [], vmFailure: { code: 403 } });
  });

  it('does not take a VM whose VMI may not be read for one that has no pod', async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('VirtualMachineInstance', { error: forbidden('no VMIs') });
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current).toMatchObject({
      vms: [{ pods: [], arePodsUnknown: true }],
      instancesFailure: { code: 403 },
    });
    await served.change((cluster) => cluster.put(aStoppedVm().vm));
    expect(vmOf(hook.result.current)).toEqual(aStoppedVm());
  });

  it('says that the pods are unknown when they could not be read, and not while what was read before still holds', async () => {
    const served = new ServedCluster();
    const { vm, vmi, pods } = aReachedVm();
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    const hook = watch();
    await loaded(hook);
    expect(vmOf(hook.result.current)).toMatchObject({ pods: [], arePodsUnknown: true });
    served.watchAnswers.clear();
    await served.change((cluster) => [vm, ...(vmi ? [vmi] : []), ...pods].forEach((object) => cluster.put(object)));
    expect(vmOf(hook.result.current)).toEqual({ vm, vmi, pods });
    served.watchAnswers.set('Pod', { error: unavailable() });
    await served.change();
    expect(hook.result.current).toMatchObject({ podsFailure: { code: 503 } });
    expect(vmOf(hook.result.current)).toEqual({ vm, vmi, pods });
  });

  it('keeps what was read through a failure that passes, and drops it at one that does not', async () => {
    const served = new ServedCluster({ services: [aService()] });
    const hook = watch();
    await loaded(hook);
    served.watchAnswers.set('Service', { error: unavailable() });
    await served.change();
    expect(hook.result.current).toMatchObject({ services: [aService()], servicesFailure: { code: 503 } });
    served.watchAnswers.set('Service', { error: forbidden('no more') });
    await served.change();
    expect(hook.result.current).toMatchObject({ services: undefined, servicesFailure: { code: 403 } });
    served.watchAnswers.clear();
    await served.change();
    expect(hook.result.current.services).toEqual([aService()]);
    expect(hook.result.current.servicesFailure).toBeUndefined();
  });

  it('watches nothing without a name, nor without KubeVirt', async () => {
    new ServedCluster();
    const hook = watch();
    await loaded(hook);
    hook.rerender({ namespace: '', name: '' });
    expect(sdk.watched()).toEqual([]);
    expect(vmOf(hook.result.current)).toBeUndefined();
    hook.unmount();
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    const other = watch();
    expect(other.result.current).toMatchObject({ loaded: true, hasKubeVirt: false });
    expect(sdk.watched()).toEqual([]);
  });

  it('waits for API discovery', async () => {
    new ServedCluster();
    sdk.areModelsInFlight = true;
    const hook = watch();
    expect(hook.result.current.loaded).toBe(false);
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    await loaded(hook);
    expect(hook.result.current.hasKubeVirt).toBe(true);
  });

  it('gives the same object while nothing changes', async () => {
    const served = new ServedCluster();
    const hook = watch();
    await loaded(hook);
    const before = hook.result.current;
    await served.change();
    hook.rerender({ namespace: 'prod2', name: 'backendvm' });
    expect(hook.result.current).toBe(before);
  });
});
