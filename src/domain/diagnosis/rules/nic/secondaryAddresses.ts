import { endpointsOf } from '../../../k8s/endpoints';
import { livePod } from '../../../k8s/seen';
import { podNic } from '../../../kubevirt/podNic';
import type { Situation } from '../../situation';

/**
 * The addresses of the VM's endpoints that it has on another network than the pod network. Only a slice that a person
 * or a controller of its own keeps holds such an address; kube-proxy and OVN-Kubernetes send to it all the same.
 */
export function secondaryAddresses({ service, vm, endpointSlices = [] }: Situation): string[] {
  const nic = vm.vmi && podNic(vm.vmi.spec);
  const secondary = (vm.vmi?.status?.interfaces ?? [])
    .filter(({ name }) => name !== nic?.name)
    .flatMap((other) => [other.ipAddress, ...(other.ipAddresses ?? [])]);
  const ofPod = (livePod(vm)?.status?.podIPs ?? []).map(({ ip }) => ip);
  return endpointsOf(service, vm, endpointSlices)
    .flatMap(({ addresses }) => addresses)
    .filter((address) => secondary.includes(address) && !ofPod.includes(address));
}
