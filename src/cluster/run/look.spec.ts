import { NAMESPACE, VM_NAME, aPod, aRunningVm, aStoppedVm, aVm } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { forbidden } from '../../../test/objects/apiErrors';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { look } from './look';

/** An object as it was before a cluster kept it. */
const unversioned = <T>(object: T): T =>
  JSON.parse(JSON.stringify(object, (key, value: unknown) => (key === 'resourceVersion' ? undefined : value))) as T;

describe('look', () => {
  const running = aRunningVm();
  const cluster = () => new InMemoryCluster({ vms: [running], services: [aService()], endpointSlices: [aSlice()] });

  it("reads the VM, its VMI, that VMI's pods, and the Services and slices of the namespace", async () => {
    const port = cluster();
    const [vm, vmi] = [port.one('VirtualMachine', VM_NAME), port.one('VirtualMachineInstance', VM_NAME)];
    expect(await look(port, NAMESPACE, [VM_NAME])).toEqual({
      namespace: NAMESPACE,
      vms: [{ vm, vmi, pods: port.all('Pod') }],
      services: port.all('Service'),
      endpointSlices: port.all('EndpointSlice'),
    });
    expect([vm, vmi, port.all('Pod').length]).toMatchObject([running.vm, { ...running.vmi }, 1].map(unversioned));
  });

  it('leaves out pods of another VMI and objects of other namespaces', async () => {
    const port = cluster();
    port.put(aPod({ name: 'old', uid: 'pod-old', labels: { 'kubevirt.io/created-by': 'vmi-0' } }));
    port.put({ ...aService({ name: 'elsewhere' }), metadata: { name: 'elsewhere', namespace: 'other' } });
    const seen = await look(port, NAMESPACE, [VM_NAME]);
    expect(seen.vms[0]?.pods.map(({ metadata }) => metadata?.name)).toEqual(['virt-launcher-backendvm-abcde']);
    expect(seen.services.map(({ metadata }) => metadata?.name)).toEqual(['backend']);
  });

  it('asks for no pods of a VM that does not run', async () => {
    const port = new InMemoryCluster({ vms: [aStoppedVm()], services: [], endpointSlices: [] });
    const list = jest.spyOn(port, 'list');
    expect((await look(port, NAMESPACE, [VM_NAME])).vms).toEqual([
      { vm: port.one('VirtualMachine', VM_NAME), pods: [] },
    ]);
    expect(port.one('VirtualMachine', VM_NAME)).toMatchObject(unversioned(aVm({ runStrategy: 'Halted' })));
    expect(list.mock.calls.map(([kind]) => kind)).toEqual(['Service', 'EndpointSlice']);
  });

  it('leaves out a VM that is not there, even when a VMI of that name is', async () => {
    const port = cluster();
    port.remove('VirtualMachine', VM_NAME);
    expect((await look(port, NAMESPACE, [VM_NAME, 'gone'])).vms).toEqual([]);
  });

  it('fails as its first read that fails', async () => {
    const port = cluster();
    jest.spyOn(port, 'list').mockRejectedValue(forbidden('no'));
    await expect(look(port, NAMESPACE, [VM_NAME])).rejects.toMatchObject({ code: 403 });
  });
});
