import { TYPES } from '../k8s/exposedTypes';
import type { ExposeDraft } from './draft';
import { nameOf, uidOf, type VirtualMachine } from '../k8s/objects';

/** The reference by which something belongs to a VM, and goes with it. */
export const ownerReferenceTo = (vm: VirtualMachine) => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  name: nameOf(vm),
  uid: uidOf(vm) ?? '',
  controller: true,
  blockOwnerDeletion: false,
});

/**
 * The owner of what a run creates: its one VM, so that the garbage collector takes Service and Route away with it. Not
 * blocking, because who may expose a VM need not be allowed to set its finalizers
 * (OwnerReferencesPermissionEnforcement). Source: virtctl 1.9 sets the same on the Services that it makes.
 */
export const ownersOf = ({ options, vmNames, type }: ExposeDraft, vm: VirtualMachine | undefined) =>
  options.isOwned && TYPES[type].isOwnable && vmNames.length === 1 && vm && uidOf(vm)
    ? { ownerReferences: [ownerReferenceTo(vm)] }
    : {};
