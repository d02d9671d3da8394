import type { VirtualMachineInstance } from '../k8s/objects';

/** The spec of a VMI, or that of a VM's template: both say what networks there are. */
export type NetworkedSpec = VirtualMachineInstance['spec'];

/** A template that says nothing of networks gets an interface on the pod network when the VM starts. */
export const getsPodNetwork = ({ networks, domain: { devices } }: NetworkedSpec): boolean =>
  (networks ?? []).length === 0 && (devices.interfaces ?? []).length === 0 && devices.autoattachPodInterface !== false;

/** The interface that is on the pod network (or on a Multus network that stands in for it); Services reach no other. */
export const podNic = (spec: NetworkedSpec) => {
  // the API's field is `default`; the generated type names it `_default`
  const network = (spec.networks ?? []).find(
    ({ pod, multus }) => pod || (multus as { default?: boolean } | undefined)?.default,
  );
  return network && (spec.domain.devices.interfaces ?? []).find(({ name }) => name === network.name);
};
