import { aReachedVm, aSituation } from '../../../../../test/objects/diagnosis';
import { objectOf, podObject, serviceObject, sliceObject, vmiObject, vmObject } from './whereFound';

describe('where something is found', () => {
  it('names the objects of a situation', () => {
    const situation = aSituation(aReachedVm());
    expect([serviceObject, vmObject, vmiObject, podObject].map((of) => of(situation))).toEqual([
      { kind: 'Service', names: ['backend'] },
      { kind: 'VirtualMachine', names: ['backendvm'] },
      { kind: 'VirtualMachineInstance', names: ['backendvm'] },
      { kind: 'Pod', names: ['virt-launcher-backendvm-abcde'] },
    ]);
    expect(sliceObject(situation)).toMatchObject({ kind: 'EndpointSlice', names: [expect.any(String)] });
  });

  it('has no names where nothing is there', () => {
    expect(objectOf('Pod', '')).toEqual({ kind: 'Pod', names: [] });
    expect(sliceObject(aSituation(aReachedVm(), {}, []))).toEqual({ kind: 'EndpointSlice', names: [] });
  });
});
