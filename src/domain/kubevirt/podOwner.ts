import { DOMAIN_KEY } from '../k8s/labelKeys';
import { labelValue, type Pod } from '../k8s/objects';

/**
 * The name of the VM that a pod runs, or undefined for a pod that is no virtual machine. A VM's VMI has the VM's name,
 * and KubeVirt makes the VMI the owner of each of its pods, of both while it migrates; the annotation says the same in
 * words.
 */
export const vmNameOf = ({ metadata }: Pod): string | undefined =>
  metadata?.ownerReferences?.find(({ kind }) => kind === 'VirtualMachineInstance')?.name ??
  labelValue(metadata?.annotations, DOMAIN_KEY);
