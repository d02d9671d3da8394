import { slicesOf } from '../k8s/endpoints';
import { mirroredSlicesOf } from '../k8s/mirroredSlices';
import { exposureOf, sortedExposures, type Exposure, type ListReads } from './exposure';
import { traitsOf } from '../k8s/exposedTypes';
import { nameOf, uidOf, type EndpointSlice, type Service } from '../k8s/objects';
import { stateOf } from './objectState';
import type { SeenVm } from '../k8s/seen';

interface Remembered {
  readonly state: string;
  readonly exposure: Exposure | undefined;
}

/**
 * `exposuresOf` with a memory: when one Service of a list changes, only that one is judged again. The console creates
 * every object of a list again when one changes, so they are told apart by uid and resourceVersion.
 * @param judge what a Service is worth to the VM; undefined when it does not concern the VM
 */
export function exposureMemory(
  judge: typeof exposureOf = exposureOf,
): (
  vm: SeenVm,
  services: readonly Service[],
  slices: readonly EndpointSlice[] | undefined,
  reads?: ListReads,
) => Exposure[] {
  let remembered = new Map<string, Remembered>();
  return (vm, services, slices, { networkPolicies, routes, now } = {}) => {
    const next = new Map<string, Remembered>();
    const { subdomain } = vm.vm.spec.template?.spec ?? {};
    // of the other Services only the one that the VM's subdomain names has to do with it
    const named = subdomain ? services.filter((service) => nameOf(service) === subdomain) : [];
    const around = stateOf([vm.vm, vm.vmi, ...vm.pods, ...named, ...(networkPolicies ?? []), ...(routes ?? [])]);
    const known = [slices !== undefined, networkPolicies?.length, routes?.length];
    const exposures = services.flatMap((service) => {
      const key = uidOf(service) ?? '';
      const own = stateOf([
        service,
        ...(slices ? [...slicesOf(service, slices), ...mirroredSlicesOf(service, slices)] : []),
      ]);
      // as time passes only what is said of load balancers and of Routes changes
      const time = traitsOf(service).hasLoadBalancer || routes?.length ? now : undefined;
      const state =
        around === undefined || own === undefined
          ? undefined
          : [...known, vm.arePodsUnknown ?? false, time, around, own].join('|');
      const before = remembered.get(key);
      const exposure =
        state !== undefined && before?.state === state
          ? before.exposure && { ...before.exposure, service }
          : judge(vm, service, slices, { services, networkPolicies, routes, now });
      if (state !== undefined && key !== '') next.set(key, { state, exposure });
      return exposure ?? [];
    });
    remembered = next;
    return sortedExposures(exposures);
  };
}
