import type { K8sGroupVersionKind, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sWatchResource';

export interface ReadableList<R> {
  items: R[];
  isLoaded: boolean;
  /** The user is not allowed to list this kind here; no request was sent. */
  isDenied: boolean;
  error?: Error;
}

/**
 * Watches a list once it is known that it may be read: the SDK repeats a forbidden list every 15 s, and
 * each refusal is an error in the browser's console that would hide a plugin's own.
 */
export function useReadableList<R extends K8sResourceCommon = K8sResourceCommon>(
  gvk: K8sGroupVersionKind,
  namespace?: string,
  options: { fieldSelector?: string } = {},
): ReadableList<R> {
  const [model] = useK8sModel(gvk);
  const [allowed, reviewing] = useAccessReview(
    { group: gvk.group, resource: model?.plural, namespace, verb: 'list' },
    undefined,
    true,
  );
  const isKnown = model !== undefined && !reviewing;
  const [data, loaded, error] = useK8sWatchResource<R[]>(
    isKnown && allowed
      ? { groupVersionKind: gvk, namespace, namespaced: namespace !== undefined, isList: true, ...options }
      : null,
  );
  return {
    items: (allowed && data) || [],
    isLoaded: isKnown && allowed && loaded,
    isDenied: isKnown && !allowed,
    error: allowed && error ? (error as Error) : undefined,
  };
}
