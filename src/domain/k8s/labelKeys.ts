/** Labels and annotations that KubeVirt and Kubernetes themselves keep, and that are read here. */

/** Label of every virt-launcher pod, with the value `virt-launcher`. */
export const LAUNCHER_KEY = 'kubevirt.io';
export const LAUNCHER_VALUE = 'virt-launcher';

/** Label of a VM's pod since KubeVirt 1.7: made from the VM's name. */
export const VMI_ID_KEY = 'vmi.kubevirt.io/id';

/** Label of a VM's pod: the VM's hostname. */
export const VM_NAME_KEY = 'vm.kubevirt.io/name';

/** Label of a VM's pod: the uid of its VMI. */
export const CREATED_BY_KEY = 'kubevirt.io/created-by';

/** Annotation of a VM's pod: the VM's name; people use it as a label of their own, too. */
export const DOMAIN_KEY = 'kubevirt.io/domain';

/** Label of an EndpointSlice: the name of its Service. */
export const SLICE_SERVICE_KEY = 'kubernetes.io/service-name';

/** Label of every namespace: its name. */
export const NAMESPACE_NAME_KEY = 'kubernetes.io/metadata.name';
