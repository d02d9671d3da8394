import { aVm } from '../../../test/objects/builders';
import { aDraft } from '../../../test/objects/draftBuilders';
import { ownersOf } from './owner';
import { NO_OPTIONS } from '../service/serviceOptions';

const owned = aDraft({ options: NO_OPTIONS });

describe('the owner of what a run creates', () => {
  it('is its one VM, by a controller reference that does not block its deletion', () => {
    expect(ownersOf(owned, aVm())).toEqual({
      ownerReferences: [
        {
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachine',
          name: 'backendvm',
          uid: 'vm-backendvm',
          controller: true,
          blockOwnerDeletion: false,
        },
      ],
    });
  });

  it.each([
    ['of several VMs', { ...owned, vmNames: ['a', 'b'] }],
    ['where the person wants none', { ...owned, options: { ...NO_OPTIONS, isOwned: false } }],
    ['of an alias, which has nothing to do with the VM', { ...owned, type: 'ExternalName' as const }],
  ])('is nobody %s', (_, draft) => {
    expect(ownersOf(draft, aVm())).toEqual({});
  });

  it('is nobody while the VM is not there', () => {
    expect(ownersOf(owned, undefined)).toEqual({});
  });
});
