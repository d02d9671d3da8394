import '../../../test/components/anyVersion';
import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aPod, aStoppedVm, aVm, aVmi } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { nameOf } from '../../domain/k8s/objects';
import { seenOf, type WatchedVms } from './watchedVms';
import { useWatchedVms } from './useWatchedVms';

const WEB = aVmOfSeveral('web', 11);
const DB = aVmOfSeveral('db', 12);
const OTHER = aVmOfSeveral('other', 13);
const ASKED = ['web', 'db'];

const watch = (names: readonly string[] = ASKED) =>
  renderHook((asked) => useWatchedVms(asked.namespace, asked.names), { initialProps: { namespace: 'prod2', names } });
const loaded = async (hook: { result: { current: WatchedVms } }) =>
  waitFor(() => expect(hook.result.current.loaded).toBe(true));
const namesOf = ({ vms }: WatchedVms) => vms.map(({ vm }) => nameOf(vm));

describe('useWatchedVms', () => {
  it('begins unloaded and gives the VMs in the order of the names, each with its VMI and its pods', async () => {
    new ServedCluster({ vms: [DB, OTHER, WEB], services: [aService()], endpointSlices: [aSlice()] });
    const hook = watch();
    expect(hook.result.current).toEqual({
      loaded: false,
      hasKubeVirt: true,
      vms: [],
      missing: [],
      services: undefined,
      endpointSlices: undefined,
    });
    await loaded(hook);
    expect(hook.result.current.vms).toEqual([WEB, DB]);
    expect(hook.result.current.missing).toEqual([]);
    expect(seenOf('prod2', hook.result.current)).toEqual({
      namespace: 'prod2',
      vms: [WEB, DB],
      services: [aService()],
      endpointSlices: [aSlice()],
    });
  });

  it('asks for lists of the namespace, and never for pods that run no VM', async () => {
    new ServedCluster({ vms: [WEB, DB, { vm: aVm(), pods: [aPod({ name: 'no-vm', labels: { app: 'x' } })] }] });
    const hook = watch();
    await loaded(hook);
    expect(sdk.watched()).toHaveLength(5);
    expect(sdk.watched().every(({ namespace, isList }) => namespace === 'prod2' && isList)).toBe(true);
    expect(sdk.watched().find(({ groupVersionKind }) => groupVersionKind?.kind === 'Pod')?.selector).toEqual({
      matchLabels: { 'kubevirt.io': 'virt-launcher' },
    });
  });

  it('asks for nothing else, and knows the other pods still, while a VM restarts', async () => {
    const served = new ServedCluster({ vms: [WEB, DB] });
    const hook = watch();
    await loaded(hook);
    const before = sdk.watched();
    await served.change((cluster) => cluster.put(aVmi({ name: 'web', uid: 'vmi-new' })));
    expect(sdk.watched()).toEqual(before);
    expect(hook.result.current.loaded).toBe(true);
    expect(hook.result.current.vms).toEqual([{ vm: WEB.vm, vmi: aVmi({ name: 'web', uid: 'vmi-new' }), pods: [] }, DB]);
  });

  it('gives both pods of a VM that migrates', async () => {
    const [source] = WEB.pods;
    const target = aPod({
      name: 'virt-launcher-web-target',
      uid: 'pod-target',
      labels: source?.metadata?.labels ?? {},
    });
    new ServedCluster({ vms: [{ ...WEB, pods: [...WEB.pods, target] }, DB] });
    const hook = watch();
    await loaded(hook);
    expect(hook.result.current.vms[0]?.pods).toEqual([source, target]);
  });

  it('names those that are missing, a deleted one too, and gives the others', async () => {
    const served = new ServedCluster({ vms: [WEB, DB] });
    const hook = watch(['web', 'constructor', 'db']);
    await loaded(hook);
    expect(hook.result.current.missing).toEqual(['constructor']);
    expect(namesOf(hook.result.current)).toEqual(['web', 'db']);
    await served.change((cluster) => cluster.remove('VirtualMachine', 'web'));
    expect(hook.result.current.missing).toEqual(['web', 'constructor']);
    expect(hook.result.current.vms).toEqual([DB]);
  });

  it('takes a VM of any name for one, also one that objects inherit', async () => {
    const odd = aVmOfSeveral('constructor', 14);
    new ServedCluster({ vms: [odd, aStoppedVm({ name: 'web' })] });
    const hook = watch(['constructor', 'web']);
    await loaded(hook);
    expect(hook.result.current.vms).toEqual([odd, aStoppedVm({ name: 'web' })]);
  });

  it.each([
    ['VirtualMachine', 'vmFailure'],
    ['VirtualMachineInstance', 'instancesFailure'],
    ['Pod', 'podsFailure'],
    ['Service', 'servicesFailure'],
    ['EndpointSlice', 'slicesFailure'],
  ] as const)('is loaded with the failure when %s may not be read', async (kind, failure) => {
    const served = new ServedCluster({ vms: [WEB, DB], services: [aService()], endpointSlices: [aSlice()] });
    served.watchAnswers.set(kind, { error: forbidden(`${kind} is forbidden`) });
    const hook = watch();
    await loaded(hook);
    const { current } = hook.result;
    expect(current[failure]).toEqual({ code: 403, reason: 'Forbidden', message: `${kind} is forbidden` });
    expect(current.missing).toEqual([]);
    expect(namesOf(current)).toEqual(kind === 'VirtualMachine' ? [] : ASKED);
    expect(current.services).toEqual(kind === 'Service' ? undefined : [aService()]);
    expect(current.endpointSlices).toEqual(kind === 'EndpointSlice' ? undefined : [aSlice()]);
    const isUnknown = kind === 'VirtualMachineInstance' || kind === 'Pod';
    expect(current.vms.every(({ arePodsUnknown }) => arePodsUnknown === true)).toBe(
      isUnknown || kind === 'VirtualMachine',
    );
  });

  it('knows of a stopped VM that it has no pods, though VMIs and pods may not be read', async () => {
    const served = new ServedCluster({ vms: [aStoppedVm({ name: 'web' })] });
    served.watchAnswers.set('VirtualMachineInstance', { error: forbidden('no') });
    served.watchAnswers.set('Pod', { error: forbidden('no') });
    const hook = watch(['web']);
    await loaded(hook);
    expect(hook.result.current.vms).toEqual([aStoppedVm({ name: 'web' })]);
  });

  it('keeps what was read through a failure that passes, and drops it at one that does not', async () => {
    const served = new ServedCluster({ vms: [WEB, DB] });
    const hook = watch();
    await loaded(hook);
    served.watchAnswers.set('VirtualMachine', { error: unavailable() });
    await served.change();
    expect(hook.result.current).toMatchObject({ vms: [WEB, DB], missing: [], vmFailure: { code: 503 } });
    served.watchAnswers.set('VirtualMachine', { error: forbidden('no more') });
    await served.change();
    expect(hook.result.current).toMatchObject({ vms: [], missing: [], vmFailure: { code: 403 } });
  });

  it('is not loaded before every list is', async () => {
    const served = new ServedCluster({ vms: [WEB, DB] });
    served.watchAnswers.set('Pod', 'loading');
    const hook = watch();
    await waitFor(() => expect(hook.result.current.services).toEqual([]));
    expect(hook.result.current.loaded).toBe(false);
    served.watchAnswers.clear();
    await served.change();
    expect(hook.result.current.loaded).toBe(true);
  });

  it('watches nothing without a namespace, without names, nor without KubeVirt', async () => {
    new ServedCluster({ vms: [WEB, DB] });
    const hook = watch();
    await loaded(hook);
    hook.rerender({ namespace: '', names: ASKED });
    expect(sdk.watched()).toEqual([]);
    hook.rerender({ namespace: 'prod2', names: [] });
    expect(sdk.watched()).toEqual([]);
    expect(hook.result.current).toMatchObject({ loaded: false, vms: [], missing: [] });
    hook.unmount();
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    expect(watch().result.current).toMatchObject({ loaded: true, hasKubeVirt: false });
    expect(sdk.watched()).toEqual([]);
  });

  it('waits for API discovery', async () => {
    new ServedCluster({ vms: [WEB, DB] });
    sdk.areModelsInFlight = true;
    const hook = watch();
    expect(hook.result.current.loaded).toBe(false);
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    await loaded(hook);
    expect(namesOf(hook.result.current)).toEqual(ASKED);
  });

  it('gives the same object while nothing changes', async () => {
    const served = new ServedCluster({ vms: [WEB, DB] });
    const hook = watch();
    await loaded(hook);
    const before = hook.result.current;
    await served.change();
    hook.rerender({ namespace: 'prod2', names: ASKED });
    expect(hook.result.current).toBe(before);
  });
});
