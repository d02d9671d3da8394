import { slicesOf } from '../k8s/endpoints';
import { exposureOf, sortedExposures, type Exposure } from './exposure';
import { uidOf, type EndpointSlice, type K8sObject, type Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/** Tells one state of an object from another; '' for one that the API server has not numbered. */
const versionOf = (object: K8sObject | undefined): string => {
  const { resourceVersion } = (object?.metadata ?? {}) as { readonly resourceVersion?: string };
  return object && resourceVersion ? `${uidOf(object) ?? ''}@${resourceVersion}` : '';
};

/** The states of all that an exposure hangs on; undefined when one of them cannot be told. */
function stateOf(objects: readonly (K8sObject | undefined)[]): string | undefined {
  const versions = objects.map(versionOf);
  return versions.some((version, index) => version === '' && objects[index] !== undefined)
    ? undefined
    : versions.join(' ');
}

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
): (vm: SeenVm, services: readonly Service[], slices: readonly EndpointSlice[] | undefined) => Exposure[] {
  let remembered = new Map<string, Remembered>();
  return (vm, services, slices) => {
    const next = new Map<string, Remembered>();
    const ofVm = stateOf([vm.vm, vm.vmi, ...vm.pods]);
    const exposures = services.flatMap((service) => {
      const key = uidOf(service) ?? '';
      const own = stateOf([service, ...(slices ? slicesOf(service, slices) : [])]);
      const state =
        ofVm === undefined || own === undefined
          ? undefined
          : [slices !== undefined, vm.arePodsUnknown ?? false, ofVm, own].join('|');
      const before = remembered.get(key);
      const exposure =
        state !== undefined && before?.state === state
          ? before.exposure && { ...before.exposure, service }
          : judge(vm, service, slices);
      if (state !== undefined && key !== '') next.set(key, { state, exposure });
      return exposure ?? [];
    });
    remembered = next;
    return sortedExposures(exposures);
  };
}
