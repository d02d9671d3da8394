import { slicesOf } from '../../../k8s/endpoints';
import { nameOf, type Kind } from '../../../k8s/objects';
import { livePod } from '../../../k8s/seen';
import type { FoundObject } from '../../rule';
import type { Situation } from '../../situation';

/** An object by kind and name; '' where it is not there. */
export const objectOf = (kind: Kind, name: string): FoundObject => ({ kind, names: name === '' ? [] : [name] });

export const serviceObject = ({ service }: Situation): FoundObject => objectOf('Service', nameOf(service));
export const vmObject = ({ vm }: Situation): FoundObject => objectOf('VirtualMachine', nameOf(vm.vm));
/** The VMI, which has the VM's name. */
export const vmiObject = ({ vm }: Situation): FoundObject => objectOf('VirtualMachineInstance', nameOf(vm.vm));
/** The pod that the guest runs in. */
export const podObject = ({ vm }: Situation): FoundObject => objectOf('Pod', nameOf(livePod(vm) ?? {}));
/** The first of the Service's slices, whose names end in random letters. */
export const sliceObject = ({ service, endpointSlices = [] }: Situation): FoundObject =>
  objectOf('EndpointSlice', nameOf(slicesOf(service, endpointSlices)[0] ?? {}));
