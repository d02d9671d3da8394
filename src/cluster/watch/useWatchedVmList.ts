import { useK8sModel, useK8sWatchResource, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { toFailure } from '../port/failure';
import { gvkOf } from '../port/models';

/** The VMs of one namespace, or of all that there are when none is given. */
export function useWatchedVmList(namespace?: string): {
  loaded: boolean;
  hasKubeVirt: boolean;
  vms: readonly VirtualMachine[];
  failure?: Failure;
} {
  const [model, modelsInFlight] = useK8sModel(gvkOf('VirtualMachine'));
  const query = model
    ? { groupVersionKind: gvkOf('VirtualMachine'), isList: true, namespaced: true, ...(namespace ? { namespace } : {}) }
    : null;
  const [data, loaded, error] = useK8sWatchResource<K8sResourceCommon[]>(query) as [
    VirtualMachine[] | undefined,
    boolean,
    unknown,
  ];
  return {
    loaded: !modelsInFlight && (!model || loaded || Boolean(error)),
    hasKubeVirt: Boolean(model),
    vms: data ?? [],
    ...(error ? { failure: toFailure(error) } : {}),
  };
}
