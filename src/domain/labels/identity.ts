import { VMI_ID_KEY, VM_NAME_KEY } from '../k8s/labelKeys';
import { livePod } from '../k8s/seen';
import type { SeenVm } from '../k8s/seen';
import { labelsOf } from '../k8s/objects';
import type { Labels } from '../k8s/objects';

/**
 * Labels by which KubeVirt marks one VM's pod, the better one first: the id is made from the VM's name, the name label
 * is its hostname.
 */
export const IDENTITY_KEYS = [VMI_ID_KEY, VM_NAME_KEY] as const;

/**
 * The selector that means just this VM, read off the live pod: an older pod lacks the id label until it is replaced, so
 * neither key nor value is ever assumed from a version (kubevirt/kubevirt#17869). Undefined when there is no live pod.
 */
export function identitySelector(seen: SeenVm): Labels | undefined {
  const labels = labelsOf(livePod(seen));
  const key = IDENTITY_KEYS.find((candidate) => labels[candidate]);
  return key && { [key]: labels[key] ?? '' };
}

/** True when a selector means one VM by a label that KubeVirt itself keeps. */
export const isIdentitySelector = (selector: Labels | undefined): boolean =>
  selector !== undefined && IDENTITY_KEYS.some((key) => Object.keys(selector).join() === key);
