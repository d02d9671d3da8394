import { VMI_ID_KEY } from '../k8s/labelKeys';
import { endpointsOf } from '../k8s/endpoints';
import { labelLayers } from '../labels/labelLayers';
import { isSlipOf } from '../labels/slip';
import { isMadeFor } from '../k8s/ownMarks';
import type { EndpointSlice, Labels, Service } from '../k8s/objects';
import { labelsOf, labelValue, nameOf, uidOf } from '../k8s/objects';
import { livePod, type SeenVm } from '../k8s/seen';
import { isSetByKubeVirt } from '../labels/labels';
import { selectorDifferences, selects } from '../labels/selector';
import { serviceNameFor } from '../service/serviceName';

const NONE_TAKEN: ReadonlySet<string> = new Set();

/** True when the one label of a selector is one of the VM's, but for a slip of the pen in its key or in its value. */
function isMistyped(selector: Labels, labels: Labels): boolean {
  const [[wantedKey, wanted] = ['', ''], ...others] = Object.entries(selector);
  return (
    others.length === 0 &&
    !isSetByKubeVirt(wantedKey) &&
    Object.entries(labels).some(
      ([key, value]) =>
        !isSetByKubeVirt(key) &&
        ((value === wanted && isSlipOf(wantedKey, key)) || (key === wantedKey && isSlipOf(wanted, value))),
    )
  );
}

/** True when the Service is called like the VM, or selects something that is, as `oc create service` has it. */
function namesVm(service: Service, vm: SeenVm): boolean {
  const name = nameOf(vm.vm);
  const names = [name, serviceNameFor(name, NONE_TAKEN), labelValue(labelsOf(livePod(vm)), VMI_ID_KEY)];
  return [nameOf(service), ...Object.values(service.spec?.selector ?? {})].some((said) => names.includes(said));
}

/**
 * True when the Service has something to do with the VM: it selects it, nearly does, names it, was made for it, is
 * owned by it or holds its endpoint.
 */
export function concerns(service: Service, vm: SeenVm, slices: readonly EndpointSlice[] | undefined): boolean {
  const selector = service.spec?.selector ?? {};
  const { template, vmi, pods } = labelLayers(vm);
  const layers: Labels[] = [...pods, ...(vmi ? [vmi] : []), template, labelsOf(vm.vm)];
  if (layers.some((labels) => selects(selector, labels))) return true;
  const labels = { ...template, ...labelsOf(livePod(vm)) };
  if (Object.keys(selector).length > 1 && selectorDifferences(selector, labels).length === 1) return true;
  if (isMistyped(selector, labels) || namesVm(service, vm)) return true;
  if (isMadeFor(service, nameOf(vm.vm))) return true;
  const owners = [uidOf(vm.vm), uidOf(vm.vmi)];
  if ((service.metadata?.ownerReferences ?? []).some(({ uid }) => owners.includes(uid))) return true;
  const { subdomain } = vm.vm.spec.template?.spec ?? {};
  if (subdomain && subdomain === nameOf(service)) return true;
  return slices !== undefined && endpointsOf(service, vm, slices).length > 0;
}
