import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/** The letters in a kind's badge: its capitals, four at most. */
export function abbreviationOf(kind: string): string {
  return kind.replace(/[^A-Z]/g, '').slice(0, 4);
}

/** English plural of a kind, for titles. */
export function pluralLabelOf(kind: string): string {
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : /(s|x|ss)$/.test(kind) ? `${kind}es` : `${kind}s`;
}

/** What the SDK's watch hooks take. The core group has no name there. */
export function gvkOf(model: K8sModel): K8sGroupVersionKind {
  return { group: model.apiGroup, version: model.apiVersion, kind: model.kind };
}

/** How console URLs name a kind: built-in ones by plural, the others by group~version~Kind. */
export function urlNameOf(model: K8sModel): string {
  return model.crd ? `${model.apiGroup ?? 'core'}~${model.apiVersion}~${model.kind}` : model.plural;
}

/** Path of a kind's list, or of one object's page. Without a namespace: all projects. */
export function resourcePath(model: K8sModel, name?: string, namespace?: string): string {
  const scope = model.namespaced ? (namespace ? `ns/${namespace}` : 'all-namespaces') : 'cluster';
  return `/k8s/${scope}/${urlNameOf(model)}${name ? `/${encodeURIComponent(name)}` : ''}`;
}

/** Whether an extension's model means this kind. */
export function isModelOf(
  wanted: { group?: string; version?: string; kind?: string },
  gvk: K8sGroupVersionKind,
): boolean {
  const sameGroup = (wanted.group || 'core') === (gvk.group || 'core');
  return sameGroup && wanted.version === gvk.version && wanted.kind === gvk.kind;
}
