import { mirroredSlicesOf } from '../../../k8s/mirroredSlices';
import { hasUserDefinedPrimary } from '../../../network/podNetworks';
import { livePod } from '../../../k8s/seen';
import type { Situation } from '../../situation';

/**
 * False where the primary network was not read and nothing shows a user-defined one: OVN-Kubernetes writes a pod's
 * networks on the pod before it has an address, and mirrors the slices of its Services.
 */
export function mayBeUserDefined({ service, vm, endpointSlices, primaryNetwork, planned }: Situation): boolean {
  if (planned || primaryNetwork !== undefined || vm.arePodsUnknown) return true;
  return hasUserDefinedPrimary(livePod(vm)) || mirroredSlicesOf(service, endpointSlices ?? []).length > 0;
}
