import type { EndpointSlice, NetworkPolicy, Pod, Service, VirtualMachine, VirtualMachineInstance, Labels } from '../../../src/domain/k8s/objects';
import { labelsOf, nameOf, uidOf, type K8sObject } from '../../../src/domain/k8s/objects';
import { CREATED_BY_KEY } from '../../../src/domain/k8s/labelKeys';
import { servingPods, type SeenVm } from '../../../src/domain/k8s/seen';
import { selects } from '../../../src/domain/labels/selector';
import { situationOf, type Situation } from '../../../src/domain/diagnosis/situation';
import type { ClusterApi } from './clusterApi';

/** What was read of one namespace, at one time. */
export interface Namespaced {
  readonly name: string;
  readonly labels: Labels;
  readonly vms: readonly SeenVm[];
  readonly services: readonly Service[];
  readonly endpointSlices: readonly EndpointSlice[];
  readonly networkPolicies: readonly NetworkPolicy[];
  readonly pods: readonly Pod[];
}

/** One look at all namespaces: a request for each kind. */
export async function lookAround(api: ClusterApi): Promise<(namespace: string) => Namespaced> {
  const [namespaces, vms, vmis, pods, services, endpointSlices, networkPolicies] = await Promise.all([
    api.list<K8sObject>('/api/v1/namespaces'),
    api.list<VirtualMachine>('/apis/kubevirt.io/v1/virtualmachines'),
    api.list<VirtualMachineInstance>('/apis/kubevirt.io/v1/virtualmachineinstances'),
    api.list<Pod>('/api/v1/pods'),
    api.list<Service>('/api/v1/services'),
    api.list<EndpointSlice>('/apis/discovery.k8s.io/v1/endpointslices'),
    api.list<NetworkPolicy>('/apis/networking.k8s.io/v1/networkpolicies'),
  ]);
  return (name) => {
    const of = <T extends K8sObject>(objects: readonly T[]): T[] =>
      objects.filter((object) => object.metadata?.namespace === name);
    const ownPods = of(pods);
    const ownVmis = of(vmis);
    return {
      name,
      labels: labelsOf(namespaces.find((namespace) => nameOf(namespace) === name) ?? {}),
      services: of(services),
      endpointSlices: of(endpointSlices),
      networkPolicies: of(networkPolicies),
      pods: ownPods,
      vms: of(vms).map((vm): SeenVm => {
        const vmi = ownVmis.find((candidate) => nameOf(candidate) === nameOf(vm));
        const uid = uidOf(vmi);
        const ofVmi = uid ? ownPods.filter((pod) => labelsOf(pod)[CREATED_BY_KEY] === uid) : [];
        return { vm, ...(vmi ? { vmi } : {}), pods: ofVmi };
      }),
    };
  };
}

/**
 * The situation of a Service and a VM as an opened row has it, of a user who may read everything. Nothing that this
 * cluster does not have is unread: there are no Routes, quotas, events or policies of other kinds.
 */
export function situationIn(seen: Namespaced, service: Service, vm: SeenVm): Situation {
  const selector = service.spec?.selector ?? {};
  return situationOf(
    {
      service,
      vm,
      endpointSlices: seen.endpointSlices,
      services: seen.services,
      networkPolicies: seen.networkPolicies,
      selectedPods: servingPods(seen.pods).filter((pod) => selects(selector, labelsOf(pod))),
      routes: [],
      hasRouteApi: true,
    },
    {
      now: Date.now(),
      namespaceLabels: seen.labels,
      primaryNetwork: { kind: 'default' },
      otherPolicies: [],
      ingresses: [],
      events: [],
      quotas: [],
    },
  );
}

