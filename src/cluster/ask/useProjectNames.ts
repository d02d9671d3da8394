import { k8sListItems, type K8sModel, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { Failure } from '../../domain/k8s/failure';
import { nameOf } from '../../domain/k8s/objects';
import { MODELS } from '../port/models';
import { sdkPort } from '../port/sdkPort';
import { useOnce } from './useOnce';
import { useServedKind } from './useServedKind';

/** OpenShift lists to each user those projects that the user may see. */
const PROJECT: K8sModel = {
  apiGroup: 'project.openshift.io',
  apiVersion: 'v1',
  kind: 'Project',
  plural: 'projects',
  abbr: 'PR',
  label: 'Project',
  labelPlural: 'Projects',
  namespaced: false,
};

const namesOf = async (model: K8sModel): Promise<readonly string[]> => {
  const found = await k8sListItems<K8sResourceCommon>({ model, queryParams: {} });
  return found.map(nameOf).sort();
};

/** On a cluster without Projects only who may list namespaces knows them. */
const readNames = async (kind: string): Promise<readonly string[]> => {
  if (kind === PROJECT.kind) return namesOf(PROJECT);
  return (await sdkPort.mayI({ group: '', resource: 'namespaces', verb: 'list' }, '')) ? namesOf(MODELS.Namespace) : [];
};

/**
 * The names of the projects that this user may see, read once; undefined until they are there.
 * @param isAsked false where they are not needed
 */
export function useProjectNames(isAsked: boolean): {
  readonly names: readonly string[] | undefined;
  readonly failure?: Failure;
} {
  const served = useServedKind(PROJECT);
  const kind = served === 'served' ? PROJECT.kind : MODELS.Namespace.kind;
  const { data, failure } = useOnce(isAsked && served !== 'unknown' ? kind : undefined, readNames);
  return { names: data, ...(failure ? { failure } : {}) };
}
