import { slicesOf } from '../k8s/endpoints';
import { mirroredSlicesOf } from '../k8s/mirroredSlices';
import { exposureOf, reachedFirst, type Exposure, type ListReads } from './exposure';
import { nameOf, type EndpointSlice, type Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/** A VM that a Service reaches or nearly does, with why. */
export interface VmExposure extends Exposure {
  readonly vm: SeenVm;
}

/**
 * The VMs that a Service reaches or nearly does, by the same rules as the Services of a VM; those that it reaches
 * first, then by name.
 * @param slices EndpointSlices of the namespace, undefined when they could not be read
 */
export function vmExposuresOf(
  service: Service,
  vms: readonly SeenVm[],
  slices: readonly EndpointSlice[] | undefined,
  reads: ListReads = {},
): VmExposure[] {
  // each VM looks through the slices: those of other Services are left out once, not every time
  const own = slices && [...slicesOf(service, slices), ...mirroredSlicesOf(service, slices)];
  return vms
    .flatMap((vm) => {
      const exposure = exposureOf(vm, service, own, reads);
      return exposure ? [{ ...exposure, vm }] : [];
    })
    .sort((a, b) =>
      reachedFirst({ verdict: a.verdict, name: nameOf(a.vm.vm) }, { verdict: b.verdict, name: nameOf(b.vm.vm) }),
    );
}
