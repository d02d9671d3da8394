import { DOMAIN_KEY, VMI_ID_KEY, VM_KEY, VM_NAME_KEY } from '../k8s/labelKeys';
import { diagnose, type Diagnosis } from '../diagnosis/diagnose';
import { endpointsOf } from '../k8s/endpoints';
import { labelLayers } from '../labels/labelLayers';
import { isMadeFor } from '../k8s/ownMarks';
import type { EndpointSlice, Labels, Service } from '../k8s/objects';
import { labelsOf, nameOf, uidOf } from '../k8s/objects';
import { livePod, type SeenVm } from '../k8s/seen';
import { selectorDifferences, selects } from '../labels/selector';

/** A Service that reaches a VM or nearly does, with why. */
export interface Exposure extends Diagnosis {
  readonly service: Service;
}

const NAMING_KEYS = [VMI_ID_KEY, VM_NAME_KEY, DOMAIN_KEY, VM_KEY];

/**
 * True when the Service has something to do with the VM: it selects it, nearly does, names it, was made for it, is
 * owned by it or holds its endpoint.
 */
function concerns(service: Service, vm: SeenVm, slices: readonly EndpointSlice[] | undefined): boolean {
  const selector = service.spec?.selector ?? {};
  const { template, vmi, pods } = labelLayers(vm);
  const layers: Labels[] = [...pods, ...(vmi ? [vmi] : []), template, labelsOf(vm.vm)];
  if (layers.some((labels) => selects(selector, labels))) return true;
  const keys = Object.keys(selector);
  const labels = labelsOf(livePod(vm));
  if (keys.length > 1 && selectorDifferences(selector, { ...template, ...labels }).length === 1) return true;
  if (NAMING_KEYS.some((key) => selector[key] === nameOf(vm.vm))) return true;
  if (isMadeFor(service, nameOf(vm.vm))) return true;
  const owners = [uidOf(vm.vm), uidOf(vm.vmi)];
  if ((service.metadata?.ownerReferences ?? []).some(({ uid }) => owners.includes(uid))) return true;
  const { subdomain } = vm.vm.spec.template?.spec ?? {};
  if (subdomain && subdomain === nameOf(service)) return true;
  return slices !== undefined && endpointsOf(service, vm, slices).length > 0;
}

/** What a Service is to a VM; undefined when it has nothing to do with it. */
export const exposureOf = (
  vm: SeenVm,
  service: Service,
  slices: readonly EndpointSlice[] | undefined,
): Exposure | undefined =>
  concerns(service, vm, slices) ? { service, ...diagnose({ service, vm, endpointSlices: slices }) } : undefined;

/** Those that reach the VM first, then by name. */
export const sortedExposures = (exposures: readonly Exposure[]): Exposure[] =>
  [...exposures].sort(
    (a, b) =>
      Number(b.verdict === 'reaches') - Number(a.verdict === 'reaches') ||
      nameOf(a.service).localeCompare(nameOf(b.service)),
  );

/**
 * Every Service of the namespace that reaches the VM or nearly does; those that reach it first, then by name.
 * @param slices EndpointSlices of the namespace, undefined when they could not be read
 */
export const exposuresOf = (
  vm: SeenVm,
  services: readonly Service[],
  slices: readonly EndpointSlice[] | undefined,
): Exposure[] => sortedExposures(services.flatMap((service) => exposureOf(vm, service, slices) ?? []));
