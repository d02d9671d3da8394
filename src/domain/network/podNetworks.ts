import type { Pod } from '../k8s/objects';

/** Where OVN-Kubernetes writes the networks of a pod, as JSON by the network's name (`OvnPodAnnotationName`). */
const POD_NETWORKS = 'k8s.ovn.org/pod-networks';

/**
 * True when OVN-Kubernetes has given the pod a user-defined network as its primary one. Its cluster-wide network is
 * called `default` there, and has the role `primary` unless another one has it. A pod without the annotation was
 * connected by another network plugin, which has no such networks.
 */
export function hasUserDefinedPrimary(pod: Pod | undefined): boolean {
  try {
    const networks: unknown = JSON.parse(pod?.metadata?.annotations?.[POD_NETWORKS] ?? '{}');
    return Object.entries((networks ?? {}) as Readonly<Record<string, { readonly role?: unknown } | null>>).some(
      ([name, network]) => name !== 'default' && network?.role === 'primary',
    );
  } catch {
    // what does not read as JSON tells of no network
    return false;
  }
}
