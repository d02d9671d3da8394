import { uidOf, type K8sObject } from '../k8s/objects';

/** Tells one state of an object from another; '' for one that the API server has not numbered. */
const versionOf = (object: K8sObject | undefined): string => {
  const { resourceVersion } = (object?.metadata ?? {}) as { readonly resourceVersion?: string };
  return object && resourceVersion ? `${uidOf(object) ?? ''}@${resourceVersion}` : '';
};

/** The states of objects in one text; undefined when one of them cannot be told from another state. */
export function stateOf(objects: readonly (K8sObject | undefined)[]): string | undefined {
  const versions = objects.map(versionOf);
  return versions.some((version, index) => version === '' && objects[index] !== undefined)
    ? undefined
    : versions.join(' ');
}
